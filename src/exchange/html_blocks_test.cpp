#include "exchange/html_blocks.h"

#include <gtest/gtest.h>

#include "exchange/markup_limits.h"

namespace haidang::exchange {
namespace {

using content::Block;
using content::BlockKind;
using content::MarkKind;

std::string outline(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    if (!text.empty()) text += " ";
    text += std::string(content::to_string(block.kind));
    if (!block.text.empty()) text += "'" + content::plain_text(block.text) + "'";
    if (!block.children.empty()) text += "(" + outline(block.children) + ")";
  }
  return text;
}

std::string outline(std::string_view html) {
  return outline(blocks_from_html(html));
}

TEST(HtmlBlocks, ReadsTextBlocks) {
  EXPECT_EQ(outline("<h2>Một</h2><p>Hai&nbsp;  ba</p>bốn<hr><h1>Năm</h1>"),
            "heading'Một' paragraph'Hai ba' paragraph'bốn' rule heading'Năm'");
  EXPECT_EQ(blocks_from_html("<h1>a tiêu đề</h1>")[0].level, 2);
  EXPECT_EQ(blocks_from_html("<h6>a tiêu đề</h6>")[0].level, 4);
}

TEST(HtmlBlocks, KeepsMarksAndDropsDangerousLinks) {
  const auto blocks = blocks_from_html(
      "<p>x <b>y <i>z</i></b> <a href='https://a.example/'>t</a> <a href='javascript:alert(1)'>u</a></p>");
  ASSERT_EQ(blocks.size(), 1U);
  const auto& text = blocks[0].text;
  ASSERT_GE(text.size(), 5U);
  EXPECT_EQ(text[1].marks, (std::vector<content::Mark>{{MarkKind::strong, ""}}));
  EXPECT_EQ(text[2].marks, (std::vector<content::Mark>{{MarkKind::strong, ""}, {MarkKind::emphasis, ""}}));
  EXPECT_EQ(text[4].marks, (std::vector<content::Mark>{{MarkKind::link, "https://a.example/"}}));
  EXPECT_EQ(text[5].text, " u");
  EXPECT_TRUE(text[5].marks.empty());
}

TEST(HtmlBlocks, OneLineBreakIsASpaceTwoPartParagraphs) {
  EXPECT_EQ(outline("<div>một,<br>hai<br><br>ba<br>&nbsp;<br/>bốn</div>"),
            "paragraph'một,\nhai' paragraph'ba' paragraph'bốn'");
}

TEST(HtmlBlocks, ReadsNestedLists) {
  EXPECT_EQ(outline("<ul><li>một<li>hai:<ol start=3><li><p>ba</p></ol></ul>"),
            "bullet_list(list_item(paragraph'một') list_item(paragraph'hai:' "
            "ordered_list(list_item(paragraph'ba'))))");
}

TEST(HtmlBlocks, ReadsQuotationsWithTheirSpeaker) {
  const auto blocks = blocks_from_html("<blockquote><p>“Có.”</p><footer>Ông A</footer></blockquote>");
  EXPECT_EQ(outline(blocks), "quote(paragraph'“Có.”')");
  EXPECT_EQ(blocks[0].credit, "Ông A");
}

TEST(HtmlBlocks, ReadsPicturesWithCaptions) {
  const auto blocks = blocks_from_html(
      "<figure><img src=a.jpg alt='Tháp trắng'><figcaption>Hải đăng. <cite>Minh họa: "
      "X</cite></figcaption></figure>"
      "<p style='text-align:center'><img src=/b.jpg alt=IMG_8955.jpg><br><i>Toàn cảnh</i></p>"
      "<table><tr><td><img src=c.jpg></td></tr><tr><td>Đại biểu. |</td></tr></table>");
  ASSERT_EQ(outline(blocks), "image'Hải đăng.' image'Toàn cảnh' image'Đại biểu.'");
  EXPECT_EQ(blocks[0].alt, "Tháp trắng");
  EXPECT_EQ(blocks[0].credit, "Minh họa: X");
  EXPECT_EQ(blocks[0].address, "a.jpg");
  EXPECT_EQ(blocks[1].alt, "");
}

TEST(HtmlBlocks, ReadsGalleriesTablesFilesAndFilms) {
  EXPECT_EQ(outline("<div class=gallery><figure><img "
                    "src=a.jpg><figcaption>a</figcaption></figure><figure><img src=b.jpg></figure></div>"),
            "gallery(image'a' image)");
  EXPECT_EQ(outline("<table><caption>Số "
                    "liệu</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"),
            "table'Số liệu'(table_row(table_header(paragraph'a') table_header(paragraph'b')) "
            "table_row(table_cell(paragraph'1') "
            "table_cell(paragraph'2')))");
  EXPECT_EQ(outline("<p><a href='/x/Ke-hoach.PDF?v=1'>Kế hoạch</a></p>"), "file'Kế hoạch'");
  EXPECT_EQ(outline("<iframe src='https://www.youtube.com/embed/x'></iframe><iframe src=/ads.html></iframe>"),
            "video");
}

TEST(HtmlBlocks, LeavesOutWhatIsNotText) {
  EXPECT_EQ(outline("<p>a<script>b</script><style>c</style></p><p hidden>d</p><p style='DISPLAY : "
                    "none'>e</p><template>f</template>"),
            "paragraph'a'");
}

TEST(HtmlBlocks, DecodesTheFontsOfTheYearsBeforeUnicode) {
  EXPECT_EQ(
      outline("<p><font face='.VnTime'>ViÖt Nam</font></p><p style='font-family: VNI-Times'>Vieät Nam</p>"),
      "paragraph'Việt Nam' paragraph'Việt Nam'");
  EXPECT_EQ(outline("<style>.t{font-family:\".VnTimeH\"}</style><p class=t>viÖt nam</p>"),
            "paragraph'VIỆT NAM'");
}

TEST(MarkupLimits, BoundTheDepthOfAnyMarkup) {
  for (const std::string tag : {"<div>", "<span>", "<b>", "<blockquote>", "<figure>", "<ul><li>",
                                "<table><tr><td>", "<div class=gallery>"}) {
    std::string deep;
    for (int i = 0; i < 20000; ++i) deep += tag;
    const HtmlTree tree = HtmlTree::parse(deep + "chữ");
    std::size_t deepest = 0;
    for (NodeIndex i = 0; i < tree.size(); ++i) {
      std::size_t depth = 0;
      for (NodeIndex up = i; up != no_node && depth < 5000; up = tree[up].parent) ++depth;
      deepest = std::max(deepest, depth);
      if (i > 3000) break;
    }
    EXPECT_LT(deepest, 2000U) << tag;
    EXPECT_EQ(outline(deep + "chữ").find("chữ") != std::string::npos, true) << tag;
  }
}

TEST(MarkupLimits, KeepLinesAndText) {
  EXPECT_EQ(limit_markup("a<!-- b\nc -->d"), "a\nd");
  EXPECT_EQ(limit_markup("1 < 2 <p title='>'>x</p>"), "1 &lt; 2 <p title='>'>x</p>");
  EXPECT_EQ(limit_markup("<svg><path/></svg>x"), "x");
  EXPECT_EQ(limit_markup("<title>không đóng <p>x"), "không đóng <p>x");
}

}  // namespace
}  // namespace haidang::exchange
