#include "backup/archive_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <new>
#include <stdexcept>
#include <system_error>

namespace haidang::backup {

void ArchiveWriter::Free::operator()(archive* writer) const {
  archive_write_free(writer);
}

ArchiveWriter::ArchiveWriter(int descriptor, Instant time) : archive_(archive_write_new()), time_(time) {
  if (archive_ == nullptr) throw std::bad_alloc();
  if (archive_write_set_format_pax_restricted(archive_.get()) != ARCHIVE_OK ||
      archive_write_add_filter_zstd(archive_.get()) != ARCHIVE_OK ||
      archive_write_open_fd(archive_.get(), descriptor) != ARCHIVE_OK)
    fail("start");
}

void ArchiveWriter::begin(const std::string& name, std::int64_t bytes) {
  if (missing_ != 0) throw std::logic_error("archive member " + name_ + " is not whole");
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                            &archive_entry_free);
  if (entry == nullptr) throw std::bad_alloc();
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0600);
  archive_entry_set_size(entry.get(), bytes);
  archive_entry_set_mtime(entry.get(),
                          std::chrono::floor<std::chrono::seconds>(time_).time_since_epoch().count(), 0);
  if (archive_write_header(archive_.get(), entry.get()) != ARCHIVE_OK) fail("write");
  name_ = name;
  missing_ = bytes;
}

void ArchiveWriter::append(std::string_view bytes) {
  if (static_cast<std::int64_t>(bytes.size()) > missing_)
    throw std::logic_error("archive member " + name_ + " is longer than was said");
  missing_ -= static_cast<std::int64_t>(bytes.size());
  while (!bytes.empty()) {
    const auto written = archive_write_data(archive_.get(), bytes.data(), bytes.size());
    if (written <= 0) fail("write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void ArchiveWriter::finish() {
  if (missing_ != 0) throw std::logic_error("archive member " + name_ + " is not whole");
  if (archive_write_close(archive_.get()) != ARCHIVE_OK) fail("finish");
}

void ArchiveWriter::fail(const char* what) const {
  const std::string sentence = std::string("cannot ") + what + " the backup file";
  if (const int code = archive_errno(archive_.get()); code > 0)
    throw std::system_error(code, std::generic_category(), sentence);
  throw std::runtime_error(sentence);
}

}  // namespace haidang::backup
