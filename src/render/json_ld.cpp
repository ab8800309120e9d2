#include "render/json_ld.h"

namespace haidang::render {

SafeHtml json_ld_script(const json::value& value) {
  std::string out = "<script type=\"application/ld+json\">";
  const std::string text = json::serialize(value);
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char character = text[at];
    if (character != '<' && character != '>' && character != '&') continue;
    out.append(text, copied, at - copied);
    out.append(character == '<' ? "\\u003c" : character == '>' ? "\\u003e" : "\\u0026");
    copied = at + 1;
  }
  out.append(text, copied).append("</script>");
  return SafeHtml::trusted(std::move(out));
}

}  // namespace haidang::render
