#include "exchange/furniture.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/wording.h"
#include "lang/unicode.h"

namespace haidang::exchange {

namespace {

template <std::size_t N>
bool has(const std::array<std::string_view, N>& list, std::string_view key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

template <std::size_t N>
bool starts_with_any(const std::array<std::string_view, N>& list, std::string_view key) {
  return std::any_of(list.begin(), list.end(), [&](std::string_view begin) { return key.starts_with(begin); });
}

// Whole lines, as key_of() gives them.
constexpr auto kBeginnings = std::to_array<std::string_view>({
    "tin lien quan", "bai lien quan", "cac tin lien quan", "bai viet lien quan", "cac bai lien quan",
    "cac bai viet lien quan", "noi dung lien quan", "thong tin lien quan", "co lien quan", "video lien quan",
    "cac tin khac", "tin khac", "cac tin bai khac", "tin bai khac", "cac bai khac", "bai khac", "cac bai viet khac",
    "bai viet khac", "nhung tin khac", "tin tuc khac", "cac tin tuc khac", "cac thong tin khac", 
    "tin cung chuyen muc", "cung chuyen muc", "bai cung chuyen muc", "tin cung loai", "cac tin cung chuyen muc",
    "tin trong chuyen muc", "tin cung muc", "tin moi hon", "tin cu hon", "cac tin moi hon", "cac tin cu hon",
    "cac tin da dua", "tin da dua", "cac tin truoc", "tin truoc", "tin tiep theo", "cac tin tiep theo", 
    "tin moi nhat", "tin moi dang", "bai moi nhat", "bai viet moi", "bai viet moi nhat", "tin noi bat", 
    "tin doc nhieu", "tin xem nhieu", "doc nhieu", "doc nhieu nhat", "xem nhieu", "xem nhieu nhat", "tin doc nhieu nhat",
    "xem them", "doc them", "co the ban quan tam", "co the ban thich", "ban co the quan tam", "tin nong",
    "y kien ban doc", "y kien doc gia", "binh luan", "gui binh luan", "viet binh luan", "gui y kien", "y kien cua ban",
    "gui y kien cua ban", "de lai mot binh luan", "de lai binh luan", "gui phan hoi", 
    "binh luan bai viet", "danh gia bai viet", "thu vien anh", "thu vien video",
    "thu vien hinh anh", "so luot truy cap", "luot truy cap", "thong ke truy cap", "bo dem truy cap",
    "lien ket website", "lien ket web", "website lien ket", 
    "chia se bai viet", "ban in", "cac tin bai lien quan",
    "leave a comment", "leave a reply", "post a comment", "add a comment", "related news",
    "related articles", "related posts", "related stories", "related content", "see also", "read more",
    "more news", "other news", "other articles", "latest news", "most read", "most viewed", "popular posts",
    "you may also like", "you might also like", "recent posts", "share this article", "share this",
    "news in the same category", "same category", "in this section", "advertisement", "older news", "newer news",
    "previous news", "site statistics", "visitor counter", "photo gallery", 
    "相关新闻", "相关阅读", "相关文章", "相关链接", "相关报道", "相关信息", "相关内容", "延伸阅读", "推荐阅读", "更多新闻",
    "最新新闻", "最新文章", "热门文章", "热点新闻", "新闻排行", "点击排行", "网友评论", "发表评论", "我要评论",
    "读者评论", "友情链接", "访问统计", "其他新闻", "分享到", "上一篇", "下一篇", "图片新闻",
});

// The same words may head a part of the article.
constexpr auto kMaybe = std::to_array<std::string_view>({
    "thao luan", "danh gia", "nhan xet", "phan hoi", "thong ke", "lien ket", "danh muc", "chuyen muc", "statistics", "tags", "tu khoa", "thong tin khac", "related", "trending", "recommended", "quang cao", "tieu diem", "tin moi", "tin anh", "comment", "comments", "评论", "thong bao moi", "van ban moi"});

constexpr auto kHomes = std::to_array<std::string_view>({"trang chu", "trang nhat", "trang dau", "trang chinh", "home",
                                                         "homepage", "home page", "首页", "主页", "网站首页", "front page"});

constexpr auto kFillers = std::to_array<std::string_view>({
    "ban dang o", "ban dang o day", "ban dang xem", "ban o day", "vi tri", "duong dan", "chi tiet", "chi tiet tin",
    "chi tiet tin tuc", "chi tiet bai viet", "noi dung", "noi dung chi tiet", "xem chi tiet", "you are here", "details",
    "detail", "article", "current page", "您现在的位置", "当前位置", "您的位置", "您当前的位置", "所在位置", "位置", "正文",
    "详细内容", "内容", "breadcrumb", "breadcrumbs", "quay lai", "portal", "trang tin"});

constexpr auto kLines = std::to_array<std::string_view>({
    "in", "in trang", "in bai", "in bai viet", "in tin", "in ra", "ban in", "email", "gui email", "gui mail", "gui bai viet",
    "gui bai viet qua email", "gui cho ban be", "gui cho ban", "chia se", "chia se facebook", "facebook", "twitter", "zalo",
    "tweet", "like", "google+", "google plus", "linkedin", "pinterest", "luu bai", "luu tin", "luu bai viet",
    "ve dau trang", "len dau trang", "dau trang", "ve trang truoc", "quay lai", "tro ve", "tro lai", "quay ve",
    "quay lai trang truoc", "trang truoc", "trang sau", "dong", "dong lai", "cua so", "dang nhap", "dang ky", "dang xuat",
    "tim kiem", "tim kiem nang cao", "lien he", "so do trang", "so do cong", "sitemap", "rss", "english", "tieng viet",
    "tieng anh", "ngon ngu", "a-", "a+", "a- a+", "a a+ a-", "co chu", "tang co chu", "giam co chu", "doc bai viet",
    "nghe doc bai", "nghe bai viet", "theo doi chung toi", "xem tiep", "bai truoc", "bai sau", "tin ke tiep",
    "skip to main content", "skip to content", "skip ribbon commands", "skip navigation", "skip to navigation",
    "turn off animations", "turn on animations", "sign in", "sign up", "log in", "login", "register", "share", "print",
    "print this page", "print page", "print article", "email this page", "email this", "send to friend", "back to top",
    "top", "back", "go back", "search", "menu", "contact", "contact us", "about us", "subscribe", "next", "previous",
    "share on facebook", "share on twitter", "download", "vui long nhap tieng viet co dau", "loading", "share this page",
    "dang tai", "gui", "nhap lai", "huy", "send", "submit", "cancel", "reset", "close", "chuyen den noi dung",
    "nhay den noi dung", "bo qua de den noi dung", "chuyen den phan noi dung", "打印", "打印本页", "关闭", "关闭窗口",
    "打印本页 关闭窗口", "返回顶部", "返回", "收藏", "分享", "推荐", "繁体", "简体", "登录", "注册", "搜索", "大 中 小",
    "字号:大 中 小", "联系我们", "网站地图", "设为首页", "加入收藏", "打印 关闭", "【打印】 【关闭】",
});

// Beginnings of counters and boxes; a number must follow.
constexpr auto kCounters = std::to_array<std::string_view>({
    "trong ngay", "hom nay", "hom qua", "tuan nay", "trong tuan", "tuan truoc", "thang nay", "trong thang", "thang truoc",
    "trong nam", "nam nay", "tong truy cap", "tong so truy cap", "tong luot truy cap", "tong so luot truy cap", "tat ca",
    "dang truy cap", "dang online", "truc tuyen", "so nguoi online", "khach online", "khach truc tuyen", "dang xem",
    "luot truy cap", "so luot truy cap", "so nguoi truy cap", "online", "today", "yesterday", "this week", "this month",
    "this year", "last week", "last month", "total visits", "total visitors", "total", "visitors online", "visitors today",
    "users online", "visits", "今日访问", "昨日访问", "本月访问", "总访问量", "总访问", "在线人数", "访问总数", "本周访问"});

constexpr auto kStarts = std::to_array<std::string_view>({
    "ban quyen thuoc", "ban quyen ©", "copyright", "©", "all rights reserved", "the post ", "版权所有", "vui long nhap ",
    "ban can dang nhap", "email cua ban se khong", "hay la nguoi dau tien", "giay phep so ", "cookie", "bai truoc:",
    "bai sau:", "truoc:", "tiep theo:", "chua co binh luan", "khong co binh luan", "（责任编辑", "责任编辑", "责编"});

}  // namespace

namespace {

// "Bình luận (0)", "3 bình luận", "Tin liên quan:" as the lists have it.
std::string heading_key(std::string_view line) {
  std::string key = key_of(line);
  const auto bracket = key.find('(');
  if (bracket != std::string::npos && bracket > 0 && !has_letter(std::string_view(key).substr(bracket))) key.resize(bracket);
  const auto first = key.find_first_not_of("0123456789 ");
  return std::string(trim(first == std::string::npos ? std::string_view{} : std::string_view(key).substr(first)));
}

// All the parts of a bar of links: "Home | News", "【打印】 【关闭】".
bool is_bar_of_links(std::string_view text) {
  std::string bar(text);
  for (const std::string_view sign : {"【", "】", "•", "·", "[", "]", " - ", "|", "  "}) {
    for (auto at = bar.find(sign); at != std::string::npos; at = bar.find(sign, at + 1)) bar.replace(at, sign.size(), 1, '\n');
  }
  std::size_t parts = 0;
  for (const std::string_view part : split(bar, '\n')) {
    const std::string key = key_of(part);
    if (key.empty()) continue;
    if (!has(kLines, key) && !is_home(key)) return false;
    ++parts;
  }
  return parts >= 2;
}

}  // namespace

Certainty begins_furniture(std::string_view line) {
  if (line.size() > 120) return Certainty::no;
  const std::string key = heading_key(line);
  if (has(kBeginnings, key)) return Certainty::yes;
  return has(kMaybe, key) ? Certainty::maybe : Certainty::no;
}

Certainty begins_furniture(std::string_view line, double link_share) {
  const auto colon = std::min(line.find(':'), line.find("："));
  if (link_share > 0.4 && colon != std::string_view::npos && begins_furniture(line.substr(0, colon)) != Certainty::no) return Certainty::yes;
  return begins_furniture(line);
}

bool is_home(std::string_view text) { return has(kHomes, key_of(text)); }

bool is_crumb_filler(std::string_view text) { return has(kFillers, key_of(text)); }

bool is_furniture(std::string_view line) {
  if (line.size() > 300) return false;
  const std::string text = without_icon_names(line);
  const std::string key = key_of(text);
  if (key.empty()) return true;
  if (has(kLines, key) || is_home(text) || (text.size() < 160 && is_bar_of_links(text))) return true;
  const std::string lowered = lang::fold_marks(lang::to_lower(text));
  if (starts_with_any(kStarts, lowered)) return true;
  if (text.size() > 80 || !has_digit(text)) return false;
  return std::any_of(kCounters.begin(), kCounters.end(), [&](std::string_view counter) {
    if (!key.starts_with(counter)) return false;
    const std::string_view value = std::string_view(key).substr(counter.size());
    return !has_letter(value);
  });
}

}  // namespace haidang::exchange
