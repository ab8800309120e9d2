#pragma once
// The names in a zip file's central directory (PKWARE APPNOTE 6.3.3 sections
// 4.3.12, 4.3.16), enough to tell an Office file from an archive. Unpacks nothing.
#include <functional>
#include <string_view>

namespace haidang::files {

// Calls `visit` with each name until it returns false. True if the directory is
// sound and every name was visited; ZIP64 and directories above 4 MB or 10,000
// names are taken for unsound.
bool for_each_zip_entry(std::string_view zip, const std::function<bool(std::string_view name)>& visit);

}  // namespace haidang::files
