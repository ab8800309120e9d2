#include "render/template_check.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace haidang::render {
namespace {

// Where in HTML the reading stands; enough to know whether a value is quoted.
enum class Place { text, tag, double_quoted, single_quoted, comment, raw_text };

class Check {
 public:
  explicit Check(std::string_view source) : source_(source) {}

  std::optional<std::string> run() {
    while (at_ < source_.size()) {
      const bool ok = source_.substr(at_).starts_with("{{") ? read_tag() : read_html();
      if (!ok) return fault_;
    }
    if (!open_.empty()) return at_line("section " + open_.back() + " is not closed");
    return std::nullopt;
  }

 private:
  bool read_tag() {
    const std::size_t end = source_.find("}}", at_ + 2);
    if (end == std::string_view::npos) return refuse("a tag is not closed by }}");
    std::string_view inside = source_.substr(at_ + 2, end - at_ - 2);
    if (inside.starts_with('!')) return step_to(end + 2);
    const char kind = !inside.empty() && std::string_view("#/>").find(inside[0]) != std::string_view::npos
                          ? inside[0]
                          : ' ';
    if (kind != ' ') inside.remove_prefix(1);
    const std::string name(inside);
    if (!is_name(name)) return refuse("{{" + name + "}} is not a name of A-Z, 0-9 and _");
    if (place_ == Place::raw_text) return refuse(name + " stands inside <" + raw_element_ + ">");
    if (kind == '#') open_.push_back(name);
    if (kind == '/') {
      if (open_.empty() || open_.back() != name)
        return refuse("section " + name + " is closed but not open here");
      open_.pop_back();
    }
    if ((kind == ' ' || kind == '>') && place_ == Place::tag)
      return refuse(name + " stands in a tag outside quotes");
    return step_to(end + 2);
  }

  bool read_html() {
    const char character = source_[at_];
    switch (place_) {
      case Place::text:
        if (source_.substr(at_).starts_with("<!--"))
          place_ = Place::comment;
        else if (character == '<')
          open_element();
        break;
      case Place::tag:
        if (character == '"') place_ = Place::double_quoted;
        if (character == '\'') place_ = Place::single_quoted;
        if (character == '>') place_ = raw_element_.empty() ? Place::text : Place::raw_text;
        break;
      case Place::double_quoted:
        if (character == '"') place_ = Place::tag;
        break;
      case Place::single_quoted:
        if (character == '\'') place_ = Place::tag;
        break;
      case Place::comment:
        if (source_.substr(at_).starts_with("-->")) place_ = Place::text;
        break;
      case Place::raw_text:
        if (source_.substr(at_).starts_with("</")) {
          raw_element_.clear();
          place_ = Place::tag;
        }
        break;
    }
    return step_to(at_ + 1);
  }

  void open_element() {
    place_ = Place::tag;
    for (const std::string_view element : {"script", "style"}) {
      const std::string_view name = source_.substr(at_ + 1, element.size());
      if (equals_ignoring_ascii_case(name, element)) raw_element_ = element;
    }
  }

  static bool is_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char character) {
      return (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') ||
             character == '_';
    });
  }

  bool step_to(std::size_t next) {
    at_ = next;
    return true;
  }

  bool refuse(std::string what) {
    fault_ = at_line(std::move(what));
    return false;
  }

  std::string at_line(std::string what) const {
    const auto line = 1 + std::ranges::count(source_.substr(0, at_), '\n');
    return "line " + std::to_string(line) + ": " + std::move(what);
  }

  std::string_view source_;
  std::size_t at_ = 0;
  Place place_ = Place::text;
  std::string raw_element_;
  std::vector<std::string> open_;
  std::optional<std::string> fault_;
};

}  // namespace

std::optional<std::string> find_template_fault(std::string_view source) {
  return Check(source).run();
}

}  // namespace haidang::render
