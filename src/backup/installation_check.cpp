#include "backup/installation_check.h"

#include <stdexcept>
#include <utility>

#include "backup/backup_store.h"
#include "backup/check_store.h"
#include "backup/manifest.h"
#include "base/text.h"
#include "content/document_json.h"
#include "content/edition_store.h"
#include "store/integrity.h"
#include "store/tables.h"

namespace haidang::backup {

namespace {

constexpr const char* kRestore = "restore the newest backup into a new data folder";
constexpr const char* kSaveAgain =
    "put the text right and publish it again, or restore the newest backup into a new data folder";
constexpr const char* kRelist = "withdraw the edition and publish it again";
constexpr const char* kBringBack =
    "put the file back under this name from a backup (tar --zstd -xf BACKUP), or add the same picture again";

class Check {
 public:
  Check(store::Session& session, const files::BlobStore& blobs, const StepProgress& progress)
      : session_(session), blobs_(blobs), progress_(progress) {}

  CheckReport run() && {
    // What cannot be read is one more fault; the other parts are still looked at.
    for (const auto part : {&Check::engine, &Check::rows, &Check::revisions, &Check::editions,
                            &Check::listings, &Check::redirects, &Check::files}) {
      try {
        (this->*part)();
      } catch (const store::DatabaseError& error) {
        if (error.category() != store::DatabaseError::Category::corrupt) throw;
        add("database.damaged", "database", error.what(), kRestore);
      }
    }
    return std::move(report_);
  }

 private:
  void add(std::string kind, std::string subject, std::string text, std::string remedy) {
    report_.faults.push_back({std::move(kind), std::move(subject), std::move(text), std::move(remedy)});
  }
  static std::string name_of(const EditionPlace& place) {
    return "item " + std::to_string(place.item.value) + " (" + place.locale + ")";
  }
  static std::string name_of(content::SectionId section) {
    return section ? "section " + std::to_string(section.value) : "the whole site";
  }

  void engine();
  void rows();
  void revisions();
  void revision(const StoredRevision& stored);
  void editions();
  void listings();
  void redirects();
  void files();

  store::Session& session_;
  const files::BlobStore& blobs_;
  const StepProgress& progress_;
  CheckReport report_;
};

void Check::engine() {
  for (std::string& line : store::integrity_faults(session_))
    add("database.damaged", "database", std::move(line), kRestore);
}

void Check::rows() {
  const std::vector<store::Table> tables = store::list_tables(session_);
  std::size_t done = 0;
  for (const store::Table& table : tables) {
    std::int64_t foreign = 0;
    store::for_each_row(session_, table, [&](std::span<store::Cell> cells) {
      ++report_.rows;
      for (const store::Cell& cell : cells)
        if (const auto* text = std::get_if<std::string>(&cell); text && !is_valid_utf8(*text)) ++foreign;
    });
    if (foreign > 0)
      add("text.not_utf8", "table " + table.name,
          std::to_string(foreign) + " values of table " + table.name + " are not UTF-8",
          "put them right; until then no backup can be made");
    progress_("tables", ++done, tables.size());
  }
}

void Check::revisions() {
  constexpr std::int64_t kPage = 100;
  const auto total = static_cast<std::size_t>(count_used_revisions(session_));
  content::RevisionId last;
  for (;;) {
    const auto page = used_revisions_after(session_, last, kPage);
    for (const StoredRevision& stored : page) revision(stored);
    report_.revisions += static_cast<std::int64_t>(page.size());
    progress_("texts", static_cast<std::size_t>(report_.revisions), total);
    if (page.empty()) return;
    last = page.back().id;
  }
}

void Check::revision(const StoredRevision& stored) {
  const std::string subject = "revision " + std::to_string(stored.id.value) + " of " +
                              name_of(EditionPlace{stored.item, stored.locale});
  try {
    const content::EditionText text{stored.title,     stored.lead,   stored.byline,
                                    stored.posted_by, stored.source, content::from_stored_json(stored.body)};
    if (content::content_hash(text) != stored.content_hash)
      add("revision.changed", subject, subject + " is not the text that was saved", kSaveAgain);
  } catch (const std::runtime_error& error) {
    add("revision.unreadable", subject, subject + " cannot be read: " + error.what(), kSaveAgain);
  }
}

void Check::editions() {
  for (const EditionPlace& place : editions_without_live_revision(session_))
    add("edition.no_text", name_of(place), name_of(place) + " is public without a text", kSaveAgain);
  for (const EditionPlace& place : editions_with_foreign_revision(session_))
    add("edition.foreign_text", name_of(place), name_of(place) + " has the text of another item or language",
        kSaveAgain);
}

void Check::listings() {
  for (const ListingPlace& place : unlisted_editions(session_))
    add("listing.missing", name_of(place.edition),
        name_of(place.edition) + " is published but not in the list of " + name_of(place.section), kRelist);
  for (const ListingPlace& place : stray_listings(session_))
    add("listing.stray", name_of(place.edition),
        name_of(place.edition) + " stands in the list of " + name_of(place.section) +
            " where it does not belong",
        kRelist);
}

void Check::redirects() {
  report_.redirects = count_redirects(session_);
  for (const std::string& address : dangling_redirects(session_))
    add("redirect.dangling", address, "the old address " + address + " leads to an edition that is not there",
        "import the page of this address again, or let it be: it answers with 404");
}

void Check::files() {
  const std::vector<std::string> digests = list_blobs(session_);
  for (const std::string& digest : digests) {
    const std::string name = haidang::files::is_digest(digest) ? blob_member_name(digest) : digest;
    if (!blobs_.find(digest))
      add("blob.missing", digest, "the file " + name + " is not there", kBringBack);
    else if (!blobs_.verify(digest))
      add("blob.damaged", digest, "the file " + name + " is damaged", kBringBack);
    progress_("files", static_cast<std::size_t>(++report_.blobs), digests.size());
  }
}

}  // namespace

CheckReport check_installation(store::Session& session, const files::BlobStore& blobs,
                               const StepProgress& progress) {
  return Check(session, blobs, progress).run();
}

}  // namespace haidang::backup
