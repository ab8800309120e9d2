#include "render/json_ld.h"

namespace haidang::render {

SafeHtml json_ld_script(const json::value& value) {
  std::string out = "<script type=\"application/ld+json\">";
  for (const char character : json::serialize(value)) {
    switch (character) {
      case '<':
        out += "\\u003c";
        break;
      case '>':
        out += "\\u003e";
        break;
      case '&':
        out += "\\u0026";
        break;
      default:
        out += character;
    }
  }
  return SafeHtml::trusted(out + "</script>");
}

}  // namespace haidang::render
