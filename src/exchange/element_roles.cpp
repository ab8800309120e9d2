// What class names and ids say: furniture.h's Role.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "exchange/furniture.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

struct Hint {
  std::string_view text;
  Role role;
};

// Found anywhere in the names once case and separators are gone: long words only.
// clang-format off
constexpr auto kInside = std::to_array<Hint>({
    {"relate", Role::furniture}, {"lienquan", Role::furniture}, {"tinkhac", Role::furniture},
    {"baikhac", Role::furniture}, {"othernews", Role::furniture}, {"newsother", Role::furniture},
    {"otherpost", Role::furniture}, {"morenews", Role::furniture}, {"tincungloai", Role::furniture},
    {"cungchuyenmuc", Role::furniture}, {"tinmoi", Role::furniture}, {"tinnoibat", Role::furniture},
    {"comment", Role::furniture}, {"binhluan", Role::furniture}, {"disqus", Role::furniture},
    {"ykien", Role::furniture}, {"fblike", Role::furniture}, {"fbshare", Role::furniture},
    {"sidebar", Role::furniture}, {"footer", Role::weak_furniture}, {"pagination", Role::furniture},
    {"pagenav", Role::furniture}, {"cookie", Role::furniture}, {"consent", Role::furniture},
    {"quangcao", Role::furniture}, {"adsense", Role::furniture}, {"advert", Role::furniture},
    {"mostread", Role::furniture}, {"mostview", Role::furniture}, {"docnhieu", Role::furniture},
    {"xemnhieu", Role::furniture}, {"newsletter", Role::furniture}, {"skiplink", Role::furniture},
    {"sharedaddy", Role::furniture}, {"addthis", Role::furniture}, {"sharethis", Role::furniture},
    {"social", Role::furniture}, {"chiase", Role::furniture}, {"sharing", Role::furniture},
    {"thongke", Role::furniture}, {"statistic", Role::furniture}, {"counter", Role::furniture},
    {"truycap", Role::furniture}, {"weather", Role::furniture}, {"thoitiet", Role::furniture},
    {"tygia", Role::furniture}, {"widget", Role::weak_furniture}, {"banner", Role::weak_furniture},
    {"toolbar", Role::weak_furniture}, {"copyright", Role::furniture}, {"tagcloud", Role::furniture},
    {"taglist", Role::furniture}, {"tagslinks", Role::furniture}, {"tukhoa", Role::furniture},
    {"keyword", Role::weak_furniture}, {"navigation", Role::weak_furniture}, {"navbar", Role::furniture},
    {"authorbox", Role::furniture}, {"authorbio", Role::furniture}, {"aboutauthor", Role::furniture},
    {"popup", Role::furniture}, {"modal", Role::furniture}, {"masthead", Role::weak_furniture},
    {"breadcrumb", Role::breadcrumb}, {"duongdan", Role::breadcrumb}, {"crumbs", Role::breadcrumb},
    {"pathway", Role::breadcrumb}, {"sitemappath", Role::breadcrumb}, {"youarehere", Role::breadcrumb},
    {"breakcrumb", Role::breadcrumb}, {"chuthich", Role::caption}, {"caption", Role::caption},
    {"imagedesc", Role::caption}, {"photodesc", Role::caption}, {"motaanh", Role::caption},
    {"sapo", Role::lead}, {"chapeau", Role::lead}, {"standfirst", Role::lead}, {"tomtat", Role::lead},
    {"trichyeu", Role::lead}, {"introtext", Role::lead}, {"hometext", Role::lead},
    {"shortcontent", Role::lead}, {"initcontent", Role::lead}, {"shortdesc", Role::lead}, {"trichngan", Role::lead}, {"newslead", Role::lead}, {"tieude", Role::title},
    {"headline", Role::title}, {"articletitle", Role::title}, {"newstitle", Role::title},
    {"posttitle", Role::title}, {"entrytitle", Role::title}, {"detailtitle", Role::title},
    {"titledetail", Role::title}, {"titlenews", Role::title}, {"pagetitle", Role::title},
    {"nodetitle", Role::title}, {"noidung", Role::content}, {"articlebody", Role::content},
    {"entrycontent", Role::content}, {"postcontent", Role::content}, {"newscontent", Role::content},
    {"newsdetail", Role::content}, {"articlecontent", Role::content}, {"detailcontent", Role::content},
    {"contentdetail", Role::content}, {"postbody", Role::content}, {"journalcontentarticle", Role::content},
    {"fielditems", Role::none}, {"tacgia", Role::author}, {"nguoiviet", Role::author},
    {"byline", Role::author}, {"ngaydang", Role::small_print}, {"thoigian", Role::small_print},
    {"datetime", Role::small_print}, {"pubdate", Role::small_print}, {"publishdate", Role::small_print},
    {"postdate", Role::small_print}, {"postedon", Role::small_print}, {"articleinfo", Role::small_print},
    {"newsinfo", Role::small_print}, {"postinfo", Role::small_print}, {"postmeta", Role::small_print},
    {"entrymeta", Role::small_print}, {"luotxem", Role::small_print}, {"submitted", Role::small_print},
    {"published", Role::small_print}, {"chuyenmuc", Role::section}, {"category", Role::section},
    {"catlinks", Role::section}, {"cattitle", Role::section}, {"screenreader", Role::hidden},
    {"hideaccessible", Role::hidden}, {"msaccessible", Role::hidden}, {"statisticscounter", Role::small_print},
    {"gallery", Role::gallery}, {"slideshow", Role::gallery}, {"photoalbum", Role::gallery},
});
// clang-format on

// Found as a word of its own.
// clang-format off
constexpr auto kWords = std::to_array<Hint>({
    {"nav", Role::furniture}, {"menu", Role::furniture}, {"ads", Role::furniture},
    {"ad", Role::weak_furniture}, {"share", Role::furniture}, {"tags", Role::furniture},
    {"tag", Role::weak_furniture}, {"print", Role::weak_furniture}, {"login", Role::weak_furniture},
    {"search", Role::weak_furniture}, {"logo", Role::weak_furniture}, {"icon", Role::weak_furniture},
    {"icons", Role::weak_furniture}, {"tools", Role::weak_furniture}, {"poll", Role::furniture},
    {"rating", Role::furniture}, {"vote", Role::furniture}, {"pager", Role::furniture},
    {"rss", Role::weak_furniture}, {"lang", Role::weak_furniture}, {"language", Role::weak_furniture},
    {"button", Role::weak_furniture}, {"buttons", Role::furniture}, {"btn", Role::weak_furniture},
    {"other", Role::weak_furniture}, {"others", Role::weak_furniture}, {"topbar", Role::furniture},
    {"reply", Role::furniture}, {"respond", Role::furniture}, {"hotline", Role::furniture},
    {"crumb", Role::breadcrumb}, {"bread", Role::breadcrumb}, {"path", Role::breadcrumb},
    {"lead", Role::lead}, {"lede", Role::lead}, {"summary", Role::lead}, {"intro", Role::lead},
    {"excerpt", Role::lead}, {"chapo", Role::lead}, {"description", Role::lead}, {"abstract", Role::lead},
    {"dek", Role::lead}, {"desc", Role::lead}, {"teaser", Role::lead}, {"subhead", Role::lead},
    {"standfirst", Role::lead}, {"synopsis", Role::lead}, {"trich", Role::lead}, {"brief", Role::lead}, {"mota", Role::lead}, {"sumary", Role::lead}, {"title", Role::title},
    {"caption", Role::caption}, {"cap", Role::caption}, {"imgcap", Role::caption},
    {"legend", Role::caption}, {"author", Role::author}, {"authors", Role::author},
    {"writer", Role::author}, {"reporter", Role::author}, {"creator", Role::author},
    {"createdby", Role::author}, {"butdanh", Role::author}, {"source", Role::source},
    {"nguon", Role::source}, {"nguontin", Role::source}, {"date", Role::small_print},
    {"time", Role::small_print}, {"meta", Role::small_print}, {"info", Role::small_print},
    {"ngay", Role::small_print}, {"created", Role::small_print}, {"modified", Role::small_print},
    {"hits", Role::small_print}, {"views", Role::small_print}, {"viewed", Role::small_print},
    {"dateline", Role::small_print}, {"posted", Role::small_print}, {"cat", Role::section},
    {"cate", Role::section}, {"section", Role::none}, {"content", Role::content}, {"body", Role::content},
    {"detail", Role::content}, {"details", Role::content}, {"article", Role::content},
    {"story", Role::content}, {"entry", Role::content}, {"post", Role::content}, {"text", Role::content},
    {"fulltext", Role::content}, {"main", Role::content}, {"nd", Role::content}, {"fck", Role::content},
    {"album", Role::gallery}, {"sr", Role::none},
    {"photocredit", Role::credit}, {"credit", Role::credit},
});
// clang-format on

std::vector<std::string> words_in(std::string_view names) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(to_ascii_lower(word));
    word.clear();
  };
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (!upper && !lower) {
      flush();
      continue;
    }
    const bool after_lower = i > 0 && names[i - 1] >= 'a' && names[i - 1] <= 'z';
    if (upper && after_lower) flush();
    word.push_back(c);
  }
  flush();
  return words;
}

std::string joined(std::string_view names) {
  std::string result;
  for (const char c : to_ascii_lower(names)) {
    if (c >= 'a' && c <= 'z') result.push_back(c);
    if (c == ' ') result.push_back(' ');
  }
  return result;
}

// Classes that hide from everyone, letter by letter: "overflow-hidden",
// "hidden-print" and "field--label-hidden" do not. A class that shows again on
// some screens ("d-none d-md-block", "hidden md:flex") takes it back.
bool hides(std::string_view names) {
  constexpr auto kHiding = std::to_array<std::string_view>(
      {"hidden", "d-none", "visually-hidden", "visuallyhidden", "visually-hidden-focusable", "sr-only",
       "screen-reader-text", "element-invisible", "element-hidden"});
  bool hidden = false;
  for (const std::string_view name : split(names, ' ')) {
    const std::string token = to_ascii_lower(trim(name));
    if (std::find(kHiding.begin(), kHiding.end(), token) != kHiding.end()) hidden = true;
    const bool shows = token.ends_with("block") || token.ends_with("flex") || token.ends_with("grid") ||
                       token.ends_with("inline") || token.ends_with("table") || token.ends_with("cell");
    if (shows && (token.starts_with("d-") || token.find(':') != std::string::npos)) return false;
  }
  return hidden;
}

std::vector<Role> roles_in(std::string_view names) {
  std::vector<Role> roles;
  if (names.size() > 2048) names = names.substr(0, 2048);
  const std::string whole = joined(names);
  if (hides(names)) roles.push_back(Role::hidden);
  const bool views = whole.find("statisticscounter") != std::string::npos;
  for (const Hint& hint : kInside) {
    if (views && hint.role == Role::furniture) continue;
    if (hint.role != Role::none && whole.find(hint.text) != std::string::npos) roles.push_back(hint.role);
  }
  for (const std::string& word : words_in(names)) {
    for (const Hint& hint : kWords) {
      if (hint.role != Role::none && word == hint.text) roles.push_back(hint.role);
    }
  }
  return roles;
}

// Which role wins where the names say several things ("entry-content",
// "related-content", "photo-caption", "news-title-date").
constexpr auto kOrder =
    std::to_array<Role>({Role::hidden, Role::breadcrumb, Role::furniture, Role::caption, Role::lead,
                         Role::author, Role::source, Role::small_print, Role::section, Role::title,
                         Role::credit, Role::gallery, Role::content, Role::weak_furniture});

}  // namespace

bool says(std::string_view names, Role role) {
  const auto roles = roles_in(names);
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

Role role_of(std::string_view names) {
  const auto roles = roles_in(names);
  if (roles.empty()) return Role::none;
  // "description articleBody", "entry-content summary": what surely holds the
  // article is not its lead, whatever else it is called.
  const std::string whole = joined(names);
  for (const std::string_view body : {"articlebody", "entrycontent", "postcontent", "postbody",
                                      "articlecontent", "newscontent", "textwithsummary"}) {
    if (whole.find(body) != std::string::npos && whole.find("sapo") == std::string::npos &&
        roles.front() != Role::furniture) {
      return Role::content;
    }
  }
  for (const Role role : kOrder) {
    if (std::find(roles.begin(), roles.end(), role) != roles.end()) return role;
  }
  return Role::none;
}

std::string without_icon_names(std::string_view line) {
  // Names of icon fonts that have no underscore to be known by.
  constexpr auto kIcons = std::to_array<std::string_view>(
      {"accessibility", "print",  "share",    "visibility", "schedule", "person", "event",
       "today",         "home",   "search",   "menu",       "email",    "mail",   "group",
       "people",        "public", "language", "label",      "folder",   "update", "chevron"});
  const std::string text = clean(line);
  auto words = words_of(text);
  std::size_t first = 0;
  while (first + 1 < words.size()) {
    const std::string_view word = words[first];
    const bool plain = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
    const bool joint = word.find('_') != std::string_view::npos && word.front() != '_' && word.back() != '_';
    // A lone English word counts only before a capital: "accessibility Hôm qua".
    const bool known = std::find(kIcons.begin(), kIcons.end(), word) != kIcons.end() &&
                       starts_with_capital(words[first + 1]);
    if (!plain || !(joint || known)) break;
    ++first;
  }
  if (first == 0) return text;
  return text.substr(static_cast<std::size_t>(words[first].data() - text.data()));
}

}  // namespace haidang::exchange
