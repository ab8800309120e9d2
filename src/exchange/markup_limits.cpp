#include "exchange/markup_limits.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/text.h"

namespace haidang::exchange {

namespace {

constexpr auto kVoid = std::to_array<std::string_view>({"area", "base", "br", "col", "embed", "hr", "img",
                                                        "input", "link", "meta", "param", "source", "track",
                                                        "wbr", "basefont", "bgsound", "frame", "keygen"});
// Closed by what follows them: they never pile up by themselves.
constexpr auto kImplied =
    std::to_array<std::string_view>({"p", "li", "dd", "dt", "td", "th", "tr", "tbody", "thead", "tfoot",
                                     "colgroup", "option", "optgroup", "rp", "rt", "html", "head", "body"});
constexpr auto kFormatting = std::to_array<std::string_view>(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
constexpr auto kBarriers = std::to_array<std::string_view>(
    {"table", "caption", "object", "marquee", "applet", "button", "template"});
constexpr auto kRaw =
    std::to_array<std::string_view>({"script", "style", "title", "textarea", "xmp", "iframe", "noembed",
                                     "noframes", "svg", "math", "plaintext"});
constexpr auto kInTable = std::to_array<std::string_view>(
    {"table", "caption", "button", "object", "marquee", "applet", "template"});

template <std::size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

class Limiter {
 public:
  explicit Limiter(std::string_view markup) : markup_(markup) { out_.reserve(markup.size()); }

  std::string run() {
    while (at_ < markup_.size()) {
      if (markup_[at_] != '<') {
        copy_text();
      } else if (markup_.substr(at_, 2) == "<!" || markup_.substr(at_, 2) == "<?") {
        skip_declaration();
      } else if (at_ + 1 < markup_.size() && is_name_letter(markup_[at_ + 1])) {
        start_tag();
      } else if (markup_.substr(at_, 2) == "</" && at_ + 2 < markup_.size() &&
                 is_name_letter(markup_[at_ + 2])) {
        end_tag();
      } else {
        out_ += "&lt;";
        ++at_;
      }
    }
    return std::move(out_);
  }

 private:
  struct Open {
    std::string name;
  };

  void copy_text() {
    const std::size_t end = std::min(markup_.find('<', at_), markup_.size());
    for (const char c : markup_.substr(at_, end - at_)) out_.push_back(c == '\0' ? ' ' : c);
    spend(1 + active_.size());
    at_ = end;
  }

  void keep_lines(std::string_view left_out) {
    out_.append(static_cast<std::size_t>(std::count(left_out.begin(), left_out.end(), '\n')), '\n');
  }

  void skip_to(std::size_t end) {
    keep_lines(markup_.substr(at_, end - at_));
    at_ = end;
  }

  void skip_declaration() {
    std::size_t end = 0;
    if (markup_.substr(at_, 4) == "<!--") {
      end = markup_.find("-->", at_ + 4);
      // "<!-->" and "<!--->" are whole comments (HTML, comment start state).
      if (markup_.substr(at_, 5) == "<!-->") end = at_ + 2;
      if (markup_.substr(at_, 6) == "<!--->") end = at_ + 3;
      end = end == std::string_view::npos ? markup_.size() : end + 3;
    } else {
      end = markup_.find('>', at_);
      end = end == std::string_view::npos ? markup_.size() : end + 1;
      if (out_.find_first_not_of(" \t\r\n") == std::string::npos && end - at_ < 512)
        out_ += markup_.substr(at_, end - at_);
    }
    skip_to(end);
  }

  // Behind the tag's ">", quotes observed.
  std::size_t tag_end(std::size_t from) const {
    char quote = 0;
    bool value = false;  // a quote opens only right behind "="
    for (std::size_t i = from; i < markup_.size(); ++i) {
      const char c = markup_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && value) {
        quote = c;
        value = false;
      } else if (!is_blank(c)) {
        value = c == '=';
      }
    }
    return markup_.size();
  }

  std::string name_at(std::size_t from) const {
    std::size_t end = from;
    while (end < markup_.size() && !is_blank(markup_[end]) && markup_[end] != '>' && markup_[end] != '/')
      ++end;
    return to_ascii_lower(markup_.substr(from, std::min<std::size_t>(end - from, 64)));
  }

  void start_tag() {
    const std::string name = name_at(at_ + 1);
    const std::size_t end = tag_end(at_ + 1 + name.size());
    if (among(kRaw, name) && raw_element(name, end)) return;
    spend(1 + active_.size());
    const bool allowed = !exhausted_ && admit(name);
    if (allowed) {
      copy_tag(at_, end);
    } else {
      skip_to(end);
    }
    at_ = end;
  }

  // Raw text up to its end tag; vector drawings are left out. False if the
  // element has no end tag, and so would swallow the rest.
  bool raw_element(const std::string& name, std::size_t end) {
    const auto index = static_cast<std::size_t>(std::find(kRaw.begin(), kRaw.end(), name) - kRaw.begin());
    std::size_t close = unclosed_[index] ? std::string_view::npos : find_close(name, end);
    if (close == std::string_view::npos) {
      unclosed_[index] = true;
      skip_to(end);
      return true;
    }
    const std::size_t after = tag_end(close + 2 + name.size());
    if (name == "svg" || name == "math" || exhausted_) {
      skip_to(after);
    } else {
      spend(2);
      copy_tag(at_, end);
      out_ += markup_.substr(end, after - end);
      at_ = after;
    }
    return true;
  }

  std::size_t find_close(const std::string& name, std::size_t from) const {
    for (std::size_t at = markup_.find("</", from); at != std::string_view::npos;
         at = markup_.find("</", at + 2)) {
      const std::string_view candidate = markup_.substr(at + 2, name.size());
      const char next = at + 2 + name.size() < markup_.size() ? markup_[at + 2 + name.size()] : '>';
      if (equals_ignoring_ascii_case(candidate, name) && (is_blank(next) || next == '>' || next == '/'))
        return at;
    }
    return std::string_view::npos;
  }

  bool admit(const std::string& name) {
    if (among(kVoid, name)) return true;
    if (name == "td" || name == "th" || name == "tr") leave_cell();
    if (name == "td" || name == "th") enter_cell();
    if (among(kImplied, name)) return true;
    if (among(kFormatting, name)) {
      if (active_.size() >= kOpenFormatting || open_.size() >= 2 * kDeepestMarkup) return false;
      active_.push_back(name);
      open_.push_back(name);
      return true;
    }
    if (open_.size() >= kDeepestMarkup) return false;
    if (name == "table") cells_.push_back(std::string_view::npos);
    open_.push_back(name);
    return true;
  }

  void enter_cell() {
    if (!cells_.empty()) cells_.back() = active_.size();
  }
  // Formatting opened in a table's cell ends with the cell.
  void leave_cell() {
    if (cells_.empty() || cells_.back() == std::string_view::npos) return;
    if (active_.size() > cells_.back()) active_.resize(cells_.back());
    cells_.back() = std::string_view::npos;
  }

  void end_tag() {
    const std::string name = name_at(at_ + 2);
    const std::size_t end = tag_end(at_ + 2 + name.size());
    if (exhausted_) {
      skip_to(end);
      return;
    }
    if (name == "td" || name == "th" || name == "tr" || name == "tbody" || name == "table") leave_cell();
    if (among(kImplied, name)) {
      // Leave them to the parser: "</body>" in the middle must not end the page.
      if (name == "body" || name == "html") {
        skip_to(end);
        return;
      }
    } else {
      close(name);
    }
    out_ += "</";
    out_ += name;
    out_ += ">";
    keep_lines(markup_.substr(at_, end - at_));
    at_ = end;
  }

  void close(const std::string& name) {
    const bool formatting = among(kFormatting, name);
    if (formatting) {
      const auto last = std::find(active_.rbegin(), active_.rend(), name);
      if (last != active_.rend()) active_.erase(std::next(last).base());
    }
    for (std::size_t i = open_.size(); i > 0; --i) {
      const std::string& open = open_[i - 1];
      if (open == name) {
        if (formatting) {
          open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i) - 1);
        } else {
          for (std::size_t k = i - 1; k < open_.size(); ++k) {
            if (open_[k] == "table" && !cells_.empty()) cells_.pop_back();
          }
          open_.resize(i - 1);
        }
        return;
      }
      if (among(kBarriers, open) && !(open != "table" && among(kInTable, name))) return;
    }
  }

  void copy_tag(std::size_t from, std::size_t end) {
    constexpr std::size_t kLongestTag = 8192;
    if (end - from <= kLongestTag) {
      out_ += markup_.substr(from, end - from);
      return;
    }
    // An overlong tag: its name and its attributes of a bearable length.
    out_ += "<" + name_at(from + 1);
    std::size_t kept = 0;
    for (std::size_t at = from + 1; at < end && kept < 64;) {
      const std::size_t start = at = skip_blanks(at, end);
      char quote = 0;
      bool value = false;
      for (; at < end; ++at) {
        const char c = markup_[at];
        if (quote != 0) {
          if (c == quote) quote = 0;
        } else if ((c == '"' || c == '\'') && value) {
          quote = c;
        } else if (is_blank(c) || (c == '>' && at + 1 == end)) {
          break;
        } else {
          value = c == '=';
        }
      }
      const std::string_view attribute = markup_.substr(start, at - start);
      if (start > from + 1 && attribute.find('=') != std::string_view::npos && attribute.size() <= 2048) {
        out_ += " ";
        out_ += attribute;
        ++kept;
      }
      if (at == start) ++at;
    }
    out_ += ">";
    keep_lines(markup_.substr(from, end - from));
  }

  std::size_t skip_blanks(std::size_t at, std::size_t end) const {
    while (at < end && is_blank(markup_[at])) ++at;
    return at;
  }

  void spend(std::size_t nodes) {
    cost_ += nodes;
    exhausted_ = exhausted_ || cost_ > kDearestMarkup;
  }

  std::string_view markup_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::string> open_;
  std::vector<std::string> active_;  // formatting elements that the parser reopens
  std::vector<std::size_t> cells_;   // per open table: active_'s size where its open cell began
  std::array<bool, kRaw.size()> unclosed_{};
  std::size_t cost_ = 0;
  bool exhausted_ = false;
};

}  // namespace

std::string limit_markup(std::string_view markup) {
  return Limiter(markup).run();
}

}  // namespace haidang::exchange
