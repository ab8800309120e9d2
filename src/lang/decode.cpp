// Legacy encodings to UTF-8 through ICU's converters, under the labels of the
// WHATWG Encoding Standard (section 4.2), which web pages and mail use.
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/text.h"
#include "lang/icu_text.h"
#include "lang/unicode.h"

namespace haidang::lang {

namespace {

struct Label {
  std::string_view label;      // lower case
  std::string_view converter;  // ICU's name
};

// Where the standard's meaning differs from ICU's: Latin-1 and ASCII mean
// windows-1252, GB2312 and GBK mean gb18030, Big5 means Big5-HKSCS.
constexpr std::array kLabels{
    Label{"utf-8", "UTF-8"},
    Label{"utf8", "UTF-8"},
    Label{"unicode-1-1-utf-8", "UTF-8"},
    Label{"unicode11utf8", "UTF-8"},
    Label{"unicode20utf8", "UTF-8"},
    Label{"x-unicode20utf8", "UTF-8"},
    Label{"utf-16le", "UTF-16LE"},
    Label{"utf-16", "UTF-16LE"},
    Label{"ucs-2", "UTF-16LE"},
    Label{"unicode", "UTF-16LE"},
    Label{"csunicode", "UTF-16LE"},
    Label{"iso-10646-ucs-2", "UTF-16LE"},
    Label{"unicodefeff", "UTF-16LE"},
    Label{"utf-16be", "UTF-16BE"},
    Label{"unicodefffe", "UTF-16BE"},
    Label{"utf-32le", "UTF-32LE"},
    Label{"utf-32be", "UTF-32BE"},
    Label{"windows-1258", "ibm-5354_P100-1998"},
    Label{"cp1258", "ibm-5354_P100-1998"},
    Label{"x-cp1258", "ibm-5354_P100-1998"},
    Label{"gb18030", "gb18030"},
    Label{"gbk", "gb18030"},
    Label{"x-gbk", "gb18030"},
    Label{"cp936", "gb18030"},
    Label{"gb2312", "gb18030"},
    Label{"gb_2312", "gb18030"},
    Label{"gb_2312-80", "gb18030"},
    Label{"chinese", "gb18030"},
    Label{"csgb2312", "gb18030"},
    Label{"csiso58gb231280", "gb18030"},
    Label{"iso-ir-58", "gb18030"},
    Label{"big5", "Big5-HKSCS"},
    Label{"big5-hkscs", "Big5-HKSCS"},
    Label{"cn-big5", "Big5-HKSCS"},
    Label{"csbig5", "Big5-HKSCS"},
    Label{"x-x-big5", "Big5-HKSCS"},
    Label{"windows-1252", "windows-1252"},
    Label{"cp1252", "windows-1252"},
    Label{"x-cp1252", "windows-1252"},
    Label{"iso-8859-1", "windows-1252"},
    Label{"iso8859-1", "windows-1252"},
    Label{"iso88591", "windows-1252"},
    Label{"iso_8859-1", "windows-1252"},
    Label{"iso_8859-1:1987", "windows-1252"},
    Label{"iso-ir-100", "windows-1252"},
    Label{"csisolatin1", "windows-1252"},
    Label{"cp819", "windows-1252"},
    Label{"ibm819", "windows-1252"},
    Label{"latin1", "windows-1252"},
    Label{"l1", "windows-1252"},
    Label{"ascii", "windows-1252"},
    Label{"us-ascii", "windows-1252"},
    Label{"ansi_x3.4-1968", "windows-1252"},
};

// Encodings with shifts or escapes hide markup from filters: the standard
// (section 4.2, "replacement") refuses them, and so do we.
constexpr std::array<std::string_view, 9> kRefused{
    "utf-7", "unicode-1-1-utf-7", "iso-2022", "hz", "hz-gb-2312", "scsu", "bocu", "imap", "cesu"};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(std::string_view encoding) {
  const std::string label = to_ascii_lower(trim(encoding));
  if (label.empty() || label.size() > 64) return nullptr;  // an empty name would open ICU's default
  const auto* known = std::ranges::find(kLabels, label, &Label::label);
  const std::string name(known == kLabels.end() ? std::string_view(label) : known->converter);
  const auto starts = [&](std::string_view refused) { return label.starts_with(refused); };
  if (std::ranges::any_of(kRefused, starts) || name.find(',') != std::string::npos) return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

}  // namespace

std::optional<std::string> decode(std::string_view bytes, std::string_view encoding) {
  const Converter converter = open_converter(encoding);
  if (!converter) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
  require(status, "decode");
  std::string_view mark = "\xEF\xBB\xBF";
  const std::string utf8 = to_utf8(text);
  // windows-1258 writes the tones as marks of their own: NFC joins them.
  return to_nfc(utf8.starts_with(mark) ? std::string_view(utf8).substr(mark.size()) : std::string_view(utf8));
}

}  // namespace haidang::lang
