#pragma once
// What stands on a page and is no part of its article: words that begin such a
// part, lines that are one, class names that hold one. Data in three languages.
#include <string>
#include <string_view>

namespace haidang::exchange {

// A heading behind which the article is over: "Tin liên quan", "Ý kiến bạn
// đọc", "Related news", "相关新闻".
enum class Certainty { no, maybe, yes };  // maybe: unless prose follows
Certainty begins_furniture(std::string_view line);
// Also "Tin liên quan: A, B, C" where most of the line is links.
Certainty begins_furniture(std::string_view line, double link_share);

// A heading that ends an article however much prose stands behind it; "Xem
// thêm" may stand between its paragraphs.
bool ends_article(std::string_view line);
// "Cơ quan chủ quản: …", "Cổng thông tin điện tử …": the site's last lines.
bool is_site_footer(std::string_view line);
// "Địa chỉ: …", "Email: …": the site's, or of whom the article tells.
bool is_address_line(std::string_view line);
// "Xem thêm: Giá phòng khách sạn tăng nhẹ"
bool is_pointer_elsewhere(std::string_view line);

// A line that is furniture by itself: "Trang chủ", "Print", "Trong ngày: 24".
bool is_furniture(std::string_view line);

// Words for the first page: "Trang chủ", "Home", "首页".
bool is_home(std::string_view text);
// What introduces or ends a breadcrumb without being a level of it.
bool is_crumb_filler(std::string_view text);

// "perm_identity Trong ngày: 24" -> "Trong ngày: 24".
std::string without_icon_names(std::string_view line);

// What an element's class and id say it holds.
enum class Role {
  none,
  furniture,       // certainly not the article
  weak_furniture,  // usually not; other words may overrule
  title,
  lead,
  caption,
  credit,
  small_print,
  author,
  source,
  section,
  breadcrumb,
  content,
  gallery,
  hidden,
};

// Reads "class id itemprop role" written one after another.
Role role_of(std::string_view names);
bool says(std::string_view names, Role role);  // any of its words says so

}  // namespace haidang::exchange
