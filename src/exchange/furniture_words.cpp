#include "exchange/furniture_words.h"

#include <array>

namespace haidang::exchange {

namespace {

// clang-format off
constexpr auto kBeginnings = std::to_array<std::string_view>({
    "tin lien quan", "bai lien quan", "cac tin lien quan", "bai viet lien quan", "cac bai lien quan",
    "cac bai viet lien quan", "noi dung lien quan", "thong tin lien quan", "co lien quan",
    "video lien quan", "cac tin khac", "tin khac", "cac tin bai khac", "tin bai khac", "cac bai khac",
    "bai khac", "cac bai viet khac", "bai viet khac", "nhung tin khac", "tin tuc khac",
    "cac tin tuc khac", "cac thong tin khac", "tin cung chuyen muc", "cung chuyen muc",
    "bai cung chuyen muc", "tin cung loai", "cac tin cung chuyen muc", "tin trong chuyen muc",
    "tin cung muc", "tin moi hon", "tin cu hon", "cac tin moi hon", "cac tin cu hon", "cac tin da dua",
    "tin da dua", "cac tin truoc", "tin truoc", "tin tiep theo", "cac tin tiep theo", "tin moi nhat",
    "tin moi dang", "bai moi nhat", "bai viet moi", "bai viet moi nhat", "tin noi bat", "tin doc nhieu",
    "tin xem nhieu", "doc nhieu", "doc nhieu nhat", "xem nhieu", "xem nhieu nhat", "tin doc nhieu nhat",
    "xem them", "doc them", "co the ban quan tam", "co the ban thich", "ban co the quan tam",
    "tin nong", "y kien ban doc", "y kien doc gia", "binh luan", "gui binh luan", "viet binh luan",
    "gui y kien", "y kien cua ban", "gui y kien cua ban", "de lai mot binh luan", "de lai binh luan",
    "gui phan hoi", "binh luan bai viet", "danh gia bai viet", "thu vien anh", "thu vien video",
    "thu vien hinh anh", "so luot truy cap", "luot truy cap", "thong ke truy cap", "bo dem truy cap",
    "lien ket website", "lien ket web", "website lien ket", "chia se bai viet", "ban in",
    "cac tin bai lien quan", "leave a comment", "leave a reply", "post a comment", "add a comment",
    "related news", "related articles", "related posts", "related stories", "related content",
    "see also", "read more", "more news", "other news", "other articles", "latest news", "most read",
    "most viewed", "popular posts", "you may also like", "you might also like", "recent posts",
    "share this article", "share this", "news in the same category", "same category", "in this section",
    "advertisement", "older news", "newer news", "previous news", "site statistics", "visitor counter",
    "photo gallery", "相关新闻", "相关阅读", "相关文章", "相关链接", "相关报道", "相关信息", "相关内容", "延伸阅读", "推荐阅读", "更多新闻",
    "最新新闻", "最新文章", "热门文章", "热点新闻", "新闻排行", "点击排行", "网友评论", "发表评论", "我要评论", "读者评论", "友情链接", "访问统计",
    "其他新闻", "分享到", "上一篇", "下一篇", "图片新闻",
});

constexpr auto kMaybe = std::to_array<std::string_view>({
    "thao luan", "danh gia", "nhan xet", "phan hoi", "thong ke", "lien ket", "danh muc", "chuyen muc",
    "statistics", "tags", "tu khoa", "thong tin khac", "related", "trending", "recommended",
    "quang cao", "tieu diem", "tin moi", "tin anh", "comment", "comments", "评论", "thong bao moi",
    "van ban moi",
});

constexpr auto kFillers = std::to_array<std::string_view>({
    "ban dang o", "ban dang o day", "ban dang xem", "ban o day", "vi tri", "duong dan", "chi tiet",
    "chi tiet tin", "chi tiet tin tuc", "chi tiet bai viet", "noi dung", "noi dung chi tiet",
    "xem chi tiet", "you are here", "details", "detail", "article", "current page", "您现在的位置", "当前位置",
    "您的位置", "您当前的位置", "所在位置", "位置", "正文", "详细内容", "内容", "breadcrumb", "breadcrumbs", "quay lai",
    "portal", "trang tin",
});

constexpr auto kLines = std::to_array<std::string_view>({
    "in", "in trang", "in bai", "in bai viet", "in tin", "in ra", "ban in", "email", "gui email",
    "gui mail", "gui bai viet", "gui bai viet qua email", "gui cho ban be", "gui cho ban", "chia se",
    "chia se facebook", "facebook", "twitter", "zalo", "tweet", "like", "google+", "google plus",
    "linkedin", "pinterest", "luu bai", "luu tin", "luu bai viet", "ve dau trang", "len dau trang",
    "dau trang", "ve trang truoc", "quay lai", "tro ve", "tro lai", "quay ve", "quay lai trang truoc",
    "trang truoc", "trang sau", "dong", "dong lai", "cua so", "dang nhap", "dang ky", "dang xuat",
    "tim kiem", "tim kiem nang cao", "lien he", "so do trang", "so do cong", "sitemap", "rss",
    "english", "tieng viet", "tieng anh", "ngon ngu", "a-", "a+", "a- a+", "a a+ a-", "co chu",
    "tang co chu", "giam co chu", "doc bai viet", "nghe doc bai", "nghe bai viet", "theo doi chung toi",
    "xem tiep", "bai truoc", "bai sau", "tin ke tiep", "skip to main content", "skip to content",
    "skip ribbon commands", "skip navigation", "skip to navigation", "turn off animations",
    "turn on animations", "sign in", "sign up", "log in", "login", "register", "share", "print",
    "print this page", "print page", "print article", "email this page", "email this", "send to friend",
    "back to top", "top", "back", "go back", "search", "menu", "contact", "contact us", "about us",
    "subscribe", "next", "previous", "share on facebook", "share on twitter", "download",
    "vui long nhap tieng viet co dau", "loading", "share this page", "dang tai", "gui", "nhap lai",
    "huy", "send", "submit", "cancel", "reset", "close", "chuyen den noi dung", "nhay den noi dung",
    "bo qua de den noi dung", "chuyen den phan noi dung", "打印", "打印本页", "关闭", "关闭窗口", "打印本页 关闭窗口",
    "返回顶部", "返回", "收藏", "分享", "推荐", "繁体", "简体", "登录", "注册", "搜索", "大 中 小", "字号:大 中 小", "联系我们", "网站地图",
    "设为首页", "加入收藏", "打印 关闭", "【打印】 【关闭】", "a", "in an", "e-mail", "luu bai viet nay", "luu tin nay",
    "sao chep lien ket", "sao chep duong dan", "copy link", "danh gia muc nay", "danh gia bai viet nay",
    "tro len tren", "tai file dinh kem", "tai tep dinh kem", "tai ve", "扫一扫在手机打开当前页", "quang cao", "loi nhac",
    "see more", "click de danh gia bai viet", "viet y kien cua ban", "chia se bai viet", "thich", "tra loi",
});

constexpr auto kCounters = std::to_array<std::string_view>({
    "trong ngay", "hom nay", "hom qua", "tuan nay", "trong tuan", "tuan truoc", "thang nay",
    "trong thang", "thang truoc", "trong nam", "nam nay", "tong truy cap", "tong so truy cap",
    "tong luot truy cap", "tong so luot truy cap", "tat ca", "dang truy cap", "dang online",
    "truc tuyen", "so nguoi online", "khach online", "khach truc tuyen", "dang xem", "luot truy cap",
    "so luot truy cap", "so nguoi truy cap", "online", "today", "yesterday", "this week", "this month",
    "this year", "last week", "last month", "total visits", "total visitors", "total",
    "visitors online", "visitors today", "users online", "visits", "今日访问", "昨日访问", "本月访问", "总访问量",
    "总访问", "在线人数", "访问总数", "本周访问",
});

constexpr auto kStarts = std::to_array<std::string_view>({
    "ban quyen thuoc", "ban quyen ©", "copyright", "©", "all rights reserved", "the post ", "版权所有",
    "vui long nhap ", "ban can dang nhap", "email cua ban se khong", "hay la nguoi dau tien",
    "giay phep so ", "cookie", "bai truoc:", "bai sau:", "truoc:", "tiep theo:", "chua co binh luan",
    "khong co binh luan", "（责任编辑", "责任编辑", "责编",
});

constexpr auto kHomes = std::to_array<std::string_view>({
    "trang chu", "trang nhat", "trang dau", "trang chinh", "home", "homepage", "home page", "首页", "主页", "网站首页", "front page"
});

// clang-format on

}  // namespace

WordList furniture_beginnings() {
  return kBeginnings;
}
WordList furniture_or_heading() {
  return kMaybe;
}
WordList crumb_fillers() {
  return kFillers;
}
WordList furniture_lines() {
  return kLines;
}
WordList counter_beginnings() {
  return kCounters;
}
WordList furniture_starts() {
  return kStarts;
}
WordList home_words() {
  return kHomes;
}

}  // namespace haidang::exchange
