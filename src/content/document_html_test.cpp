#include "content/document_html.h"

#include <gtest/gtest.h>

#include "content/document_feed.h"

namespace haidang::content {
namespace {

const std::string kPhoto(64, 'a');
const std::string kSmallPhoto(64, 'b');
const std::string kPdf(64, 'c');
const std::string kElsewhere(64, 'd');

HtmlOptions options() {
  HtmlOptions options;
  options.words = {.table = "Bảng", .play_video = "Xem video", .download = "Tải xuống"};
  options.origin = "https://haidang.gov.vn";
  options.sizes = "100vw";
  options.media = [](const std::string& digest) -> std::optional<MediaFacts> {
    if (digest == kPhoto) {
      return MediaFacts{.address = "/media/photo.jpg",
                        .width = 3000,
                        .height = 2000,
                        .media_type = "image/jpeg",
                        .bytes = 4'000'000,
                        .variants = {{480, "/media/photo-480.webp"}, {960, "/media/photo-960.webp"}}};
    }
    if (digest == kSmallPhoto) return MediaFacts{.address = "/media/small.png", .width = 100, .height = 50};
    if (digest == kPdf)
      return MediaFacts{.address = "/media/a.pdf", .media_type = "application/pdf", .bytes = 1'240'000};
    if (digest == kElsewhere)
      return MediaFacts{.address = "https://cdn.example/x.jpg", .width = 1, .height = 1};
    return std::nullopt;
  };
  return options;
}
std::string html(Block block) {
  return to_html({{std::move(block)}}, options()).text();
}
Block paragraph(std::vector<Inline> text) {
  return {.kind = BlockKind::paragraph, .text = std::move(text)};
}
Block item(std::vector<Block> children) {
  return {.kind = BlockKind::list_item, .children = std::move(children)};
}

TEST(DocumentHtml, EscapesTextAndAttributes) {
  EXPECT_EQ(html(paragraph(plain("<script>\"&'"))), "<p>&lt;script&gt;&quot;&amp;&#39;</p>\n");
  EXPECT_EQ(html({.kind = BlockKind::image, .media = kSmallPhoto, .alt = "\"><script>"}),
            "<figure class=\"image\"><img src=\"/media/small.png\" width=\"100\" height=\"50\" "
            "alt=\"&quot;&gt;&lt;script&gt;\" loading=\"lazy\" decoding=\"async\"></figure>\n");
  EXPECT_EQ(html(paragraph({{"a", {{MarkKind::link, "/?a=1&b='"}}}})),
            "<p><a href=\"/?a=1&amp;b=&#39;\">a</a></p>\n");
}

TEST(DocumentHtml, OneLinkAroundMarkedWords) {
  const Mark link{MarkKind::link, "https://example.org/"};
  const Mark strong{MarkKind::strong, {}};
  const Mark emphasis{MarkKind::emphasis, {}};
  EXPECT_EQ(
      html(paragraph({{"a", {link}}, {"b", {strong, link}}, {"\n", {link}}, {"c", {emphasis}}, {"d", {}}})),
      "<p><a href=\"https://example.org/\" rel=\"noopener external\">a<strong>b</strong><br></a>"
      "<em>c</em>d</p>\n");
}

TEST(DocumentHtml, MarksAndLanguages) {
  EXPECT_EQ(html(paragraph({{"x",
                             {{MarkKind::underline, {}},
                              {MarkKind::strike, {}},
                              {MarkKind::subscript, {}},
                              {MarkKind::superscript, {}},
                              {MarkKind::language, "zh-Hans"}}}})),
            "<p><span lang=\"zh-Hans\"><u><s><sub><sup>x</sup></sub></s></u></span></p>\n");
}

TEST(DocumentHtml, KnowsWhichLinksAreExternal) {
  const auto link = [](const std::string& address) {
    return html(paragraph({{"a", {{MarkKind::link, address}}}}));
  };
  EXPECT_EQ(link("https://haidang.gov.vn/vi/"), "<p><a href=\"https://haidang.gov.vn/vi/\">a</a></p>\n");
  EXPECT_NE(link("https://haidang.gov.vn.evil.example/").find("external"), std::string::npos);
  EXPECT_NE(link("HTTP://example.org/").find("external"), std::string::npos);
  EXPECT_EQ(link("mailto:a@b.vn"), "<p><a href=\"mailto:a@b.vn\">a</a></p>\n");
  EXPECT_EQ(link("javascript:alert(1)"), "<p><a>a</a></p>\n");
}

TEST(DocumentHtml, HeadingsListsQuotesRules) {
  EXPECT_EQ(html({.kind = BlockKind::heading, .id = "k3", .text = plain("Mục"), .level = 3}),
            "<h3 id=\"b-k3\">Mục</h3>\n");
  const Block inner{.kind = BlockKind::bullet_list, .children = {item({paragraph(plain("b"))})}};
  EXPECT_EQ(
      html({.kind = BlockKind::ordered_list,
            .children = {item({paragraph(plain("a")), inner}), item({paragraph(plain("c")), paragraph({})})},
            .level = 4}),
      "<ol start=\"4\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li><p>c</p>\n<p></p>\n</li>\n</ol>\n");
  EXPECT_EQ(html({.kind = BlockKind::quote, .children = {paragraph(plain("Lời"))}, .credit = "Bà <Lan>"}),
            "<blockquote>\n<p>Lời</p>\n<footer><cite>Bà &lt;Lan&gt;</cite></footer>\n</blockquote>\n");
  EXPECT_EQ(html({.kind = BlockKind::rule}), "<hr>\n");
}

TEST(DocumentHtml, ImagesWithSmallerForms) {
  EXPECT_EQ(
      html(
          {.kind = BlockKind::image, .id = "i1", .text = plain("Cảng."), .media = kPhoto, .credit = "TTXVN"}),
      "<figure class=\"image\" id=\"b-i1\"><img src=\"/media/photo-960.webp\" "
      "srcset=\"/media/photo-480.webp 480w, /media/photo-960.webp 960w\" sizes=\"100vw\" width=\"960\" "
      "height=\"640\" alt=\"\" loading=\"lazy\" decoding=\"async\"><figcaption>Cảng. "
      "<span class=\"credit\">TTXVN</span></figcaption></figure>\n");
}

TEST(DocumentHtml, OnlyTheFirstImageIsEager) {
  HtmlOptions eager = options();
  eager.loading = ImageLoading::first_eager;
  const Block image{.kind = BlockKind::image, .media = kSmallPhoto};
  const std::string page = to_html({{image, image}}, eager).text();
  EXPECT_NE(page.find("fetchpriority"), std::string::npos);
  EXPECT_EQ(page.find("fetchpriority"), page.rfind("fetchpriority"));
  EXPECT_LT(page.find("fetchpriority"), page.find("loading=\"lazy\""));
}

TEST(DocumentHtml, ImagesWithoutFile) {
  const std::string address = "https://old.example/a.jpg";
  EXPECT_EQ(html({.kind = BlockKind::image, .text = plain("Chú thích"), .address = address}),
            "<figure class=\"figure-missing\"><figcaption>Chú thích</figcaption></figure>\n");
  EXPECT_EQ(html({.kind = BlockKind::image, .alt = "Cảng", .address = address}),
            "<figure class=\"figure-missing\"><figcaption>Cảng</figcaption></figure>\n");
  EXPECT_EQ(html({.kind = BlockKind::image, .address = address}), "");
  EXPECT_EQ(html({.kind = BlockKind::image, .text = plain("x"), .media = kElsewhere}),
            "<figure class=\"figure-missing\"><figcaption>x</figcaption></figure>\n");
}

TEST(DocumentHtml, Galleries) {
  EXPECT_EQ(html({.kind = BlockKind::gallery,
                  .id = "g",
                  .text = plain("Bộ ảnh"),
                  .children = {Block{.kind = BlockKind::image, .text = plain("Một")}}}),
            "<figure class=\"gallery\" id=\"b-g\">\n<div class=\"gallery-items\">\n<figure "
            "class=\"figure-missing\">"
            "<figcaption>Một</figcaption></figure>\n</div>\n<figcaption>Bộ ảnh</figcaption></figure>\n");
}

Block cell(BlockKind kind, const std::string& text, int rows = 1) {
  return {.kind = kind, .children = {paragraph(plain(text))}, .row_span = rows};
}

TEST(DocumentHtml, TablesSayWhatTheirHeadersHead) {
  const auto row = [](std::vector<Block> cells) {
    return Block{.kind = BlockKind::table_row, .children = std::move(cells)};
  };
  using enum BlockKind;
  const Block head = row({cell(table_header, "Năm"), cell(table_header, "Dự án")});
  const Block body = row({cell(table_header, "2026"), cell(table_cell, "12")});
  EXPECT_EQ(html({.kind = table, .id = "t", .text = plain("Bảng 1"), .children = {head, body}}),
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"b-t-caption\">"
            "<table id=\"b-t\">\n<caption id=\"b-t-caption\">Bảng 1</caption>\n<thead>\n"
            "<tr><th scope=\"col\">Năm</th><th scope=\"col\">Dự án</th></tr>\n</thead>\n<tbody>\n"
            "<tr><th scope=\"row\">2026</th><td>12</td></tr>\n</tbody>\n</table></div>\n");
  const Block reaching = row({cell(table_header, "Năm", 2), cell(table_header, "Dự án")});
  EXPECT_EQ(
      html({.kind = table, .children = {reaching, row({cell(table_cell, "12")})}}),
      "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Bảng\"><table>\n<tbody>\n"
      "<tr><th scope=\"col\" rowspan=\"2\">Năm</th><th scope=\"col\">Dự án</th></tr>\n<tr><td>12</td></tr>\n"
      "</tbody>\n</table></div>\n");
}

TEST(DocumentHtml, Downloads) {
  EXPECT_EQ(html({.kind = BlockKind::file, .text = {{"Kế hoạch", {{MarkKind::link, "/x"}}}}, .media = kPdf}),
            "<p class=\"file\"><a href=\"/media/a.pdf\" type=\"application/pdf\">Kế hoạch</a> "
            "<span class=\"file-facts\">PDF, 1,2 MB</span></p>\n");
  EXPECT_EQ(html({.kind = BlockKind::file, .text = plain("Phụ lục"), .address = "https://old.example/a.pdf"}),
            "<p class=\"file file-missing\">Phụ lục</p>\n");
}

TEST(DocumentHtml, VideosAreAPictureWithALink) {
  EXPECT_EQ(html({.kind = BlockKind::video,
                  .text = plain("Phóng sự"),
                  .media = kSmallPhoto,
                  .address = "https://video.example/1"}),
            "<figure class=\"video\"><a class=\"video-link\" href=\"https://video.example/1\" "
            "rel=\"noopener external\"><img src=\"/media/small.png\" width=\"100\" height=\"50\" alt=\"\" "
            "loading=\"lazy\" decoding=\"async\"><span class=\"video-play\">Xem video</span></a>"
            "<figcaption>Phóng sự</figcaption></figure>\n");
}

TEST(DocumentFeed, AddressesAreAbsolute) {
  const Document document{{paragraph({{"a", {{MarkKind::link, "/vi/"}}}, {"b", {{MarkKind::link, "#b-x"}}}}),
                           Block{.kind = BlockKind::image, .id = "i", .media = kPhoto}}};
  EXPECT_EQ(to_feed_html(document, options(), "https://haidang.gov.vn/vi/tin/a").text(),
            "<p><a href=\"https://haidang.gov.vn/vi/\">a</a>"
            "<a href=\"https://haidang.gov.vn/vi/tin/a#b-x\">b</a></p>\n"
            "<figure class=\"image\"><img src=\"https://haidang.gov.vn/media/photo-960.webp\" width=\"960\" "
            "height=\"640\" alt=\"\"></figure>\n");
}

}  // namespace
}  // namespace haidang::content
