#pragma once
// HTML that this program made. The only way a template takes unescaped text.
#include <string>
#include <string_view>
#include <utility>

namespace haidang::render {

std::string escape_html(std::string_view text);                // & < > " '
void append_escaped(std::string& out, std::string_view text);  // the same
std::string escape_xml(std::string_view text);  // as escape_html, and drops what XML 1.0 cannot hold

class SafeHtml {
 public:
  SafeHtml() = default;
  static SafeHtml escaped(std::string_view text) { return SafeHtml(escape_html(text)); }
  // For the renderers of this program only; the argument is trusted as it is.
  static SafeHtml trusted(std::string html) { return SafeHtml(std::move(html)); }
  const std::string& text() const& { return text_; }
  std::string text() && { return std::move(text_); }

 private:
  explicit SafeHtml(std::string html) : text_(std::move(html)) {}
  std::string text_;
};

}  // namespace haidang::render
