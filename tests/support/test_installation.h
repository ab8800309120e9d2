#pragma once
// A small installation with an article in two languages, a page, a draft, a
// picture and an old address; and archives taken apart and put together anew.
#include <fcntl.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "backup/archive_reader.h"
#include "backup/archive_writer.h"
#include "backup/write_backup.h"
#include "content/edition_store.h"
#include "files/blob_store.h"
#include "test_folder.h"
#include "test_site.h"

namespace haidang::testing {

inline const Instant kWrittenAt = from_microseconds(1'700'000'000'000'000);

class TestInstallation {
 public:
  explicit TestInstallation(Engine engine) : site(engine), blobs(folder.path() / "blobs") {
    picture = blobs.put("bytes of a picture").digest;
    variant = blobs.put("bytes of a smaller picture").digest;
    site.database->write([&](store::Session& session) { fill(session); });
  }

  store::Database& database() { return *site.database; }
  std::filesystem::path path(const std::string& name) const { return folder.path() / name; }
  backup::BackupSource source() { return {database(), blobs, "workers = 8\n", "1.2.3"}; }
  backup::BackupSummary back_up(const std::string& name,
                                backup::IfExists if_exists = backup::IfExists::refuse) {
    return backup::write_backup(path(name), if_exists, source(), kWrittenAt,
                                [](std::string_view, std::size_t, std::size_t) {});
  }

  TestFolder folder;
  TestSite site;
  files::BlobStore blobs;
  std::string picture;
  std::string variant;
  content::ItemId article;
  content::ItemId draft;

 private:
  content::ItemId add(store::Session& session, content::ItemKind kind, const std::string& section) {
    return content::insert_item(session, {{}, site.portal().id, site.section(section), kind}, kWrittenAt, {});
  }

  void add_edition(store::Session& session, content::ItemId item, const std::string& locale,
                   const std::string& title, workflow::State state) {
    content::EditionText text{title, "Sa pô", "", "", "", {}};
    text.body.blocks.push_back({.id = "k1", .text = content::plain("Bình Hải 平海 \"trích\" \\ <&>")});
    const auto revision = content::insert_revision(session, {item, locale, {}, kWrittenAt, {}, text});
    content::Edition edition;
    edition.item = item;
    edition.locale = locale;
    edition.state = state;
    edition.slug = locale + std::to_string(item.value);
    edition.current = revision;
    if (state == workflow::State::published) edition.live = revision;
    edition.listed_at = kWrittenAt;
    content::insert_edition(session, site.portal().id, edition);
    if (state == workflow::State::published)
      content::list_edition(session, site.portal(), *content::find_item(session, item), locale, kWrittenAt);
  }

  void fill(store::Session& session) {
    using workflow::State;
    article = add(session, content::ItemKind::article, "economy");
    add_edition(session, article, "vi", "Tin số 1", State::published);
    add_edition(session, article, "en", "News no. 1", State::published);
    add_edition(session, add(session, content::ItemKind::page, "about"), "vi", "Giới thiệu",
                State::published);
    draft = add(session, content::ItemKind::article, "news");
    add_edition(session, draft, "vi", "Nháp", State::draft);
    content::put_redirect(session, site.portal().id, "old.example", "/tin.aspx?id=1", article, "vi",
                          kWrittenAt);
    content::insert_media(session, {picture, "image/png", 18, 10, 10, "ảnh.png", {}}, kWrittenAt);
    content::insert_media_variant(session, picture, {variant, 5, 5, "image/webp"}, 26);
  }
};

using Members = std::vector<std::pair<std::string, std::string>>;

inline Members members_of(const std::filesystem::path& file) {
  backup::ArchiveReader reader(file);
  Members members;
  while (const auto member = reader.next()) members.emplace_back(member->name, reader.read_whole(1 << 20));
  return members;
}

inline void write_members(const std::filesystem::path& file, const Members& members) {
  const files::FileHandle handle(::open(file.c_str(), O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0600));
  backup::ArchiveWriter writer(handle.descriptor(), kWrittenAt);
  for (const auto& [name, bytes] : members) {
    writer.begin(name, static_cast<std::int64_t>(bytes.size()));
    writer.append(bytes);
  }
  writer.finish();
}

}  // namespace haidang::testing
