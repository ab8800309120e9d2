#pragma once
// Boost.Locale trusts the tables of a .mo file and reads past its end if they
// lie; so they are checked before it sees them.
#include <string_view>

namespace haidang::lang {

// Whether the bytes are a whole catalogue as msgfmt writes it (GNU gettext manual,
// "The Format of GNU MO Files"): little-endian, every string inside and closed by NUL.
bool is_whole_mo(std::string_view mo);

}  // namespace haidang::lang
