#include "backup/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>

#include <new>
#include <vector>

#include "backup/bad_backup.h"

namespace haidang::backup {

namespace {
constexpr std::size_t kPiece = std::size_t{256} * 1024;
}

void ArchiveReader::Free::operator()(archive* reader) const {
  archive_read_free(reader);
}

ArchiveReader::ArchiveReader(const std::filesystem::path& file) : archive_(archive_read_new()) {
  if (archive_ == nullptr) throw std::bad_alloc();
  if (!std::filesystem::is_regular_file(file)) throw BadBackup("there is no such file");
  file_ = files::FileHandle(file, O_RDONLY);
  archive_read_support_format_tar(archive_.get());
  archive_read_support_filter_zstd(archive_.get());
  if (archive_read_open_fd(archive_.get(), file_.descriptor(), kPiece) != ARCHIVE_OK) fail();
}

std::optional<ArchiveMember> ArchiveReader::next() {
  archive_entry* entry = nullptr;
  const int outcome = archive_read_next_header(archive_.get(), &entry);
  if (outcome == ARCHIVE_EOF) return std::nullopt;
  if (outcome != ARCHIVE_OK) fail();
  const char* name = archive_entry_pathname(entry);
  if (name == nullptr || archive_entry_filetype(entry) != AE_IFREG ||
      archive_entry_hardlink(entry) != nullptr)
    throw BadBackup("the backup holds something that is not a file: it was not written by Hải Đăng");
  member_ = {name, archive_entry_size(entry)};
  return member_;
}

void ArchiveReader::read(const std::function<void(std::string_view)>& take) {
  std::vector<char> buffer(kPiece);
  std::int64_t missing = member_.bytes;
  for (;;) {
    const auto count = archive_read_data(archive_.get(), buffer.data(), buffer.size());
    if (count < 0) fail();
    if (count == 0) break;
    missing -= count;
    take({buffer.data(), static_cast<std::size_t>(count)});
  }
  if (missing != 0) throw BadBackup("the backup is cut short in " + member_.name);
}

std::string ArchiveReader::read_whole(std::size_t limit) {
  if (member_.bytes < 0 || static_cast<std::size_t>(member_.bytes) > limit)
    throw BadBackup(member_.name + " of the backup is larger than it can be");
  std::string bytes;
  read([&](std::string_view piece) { bytes.append(piece); });
  return bytes;
}

void ArchiveReader::fail() const {
  const char* reason = archive_error_string(archive_.get());
  throw BadBackup(std::string("the backup is damaged or cut short (") +
                  (reason == nullptr ? "unreadable" : reason) + ")");
}

}  // namespace haidang::backup
