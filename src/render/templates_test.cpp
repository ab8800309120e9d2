#include "render/templates.h"

#include <gmock/gmock.h>

#include <stdexcept>
#include <thread>

#include "render/template_check.h"

namespace haidang::render {
namespace {

using testing::HasSubstr;
using Sources = std::vector<std::pair<std::string, std::string_view>>;

std::string fault_of(std::string_view source) {
  try {
    Templates templates(Sources{{"page", source}});
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return {};
}

TEST(Templates, EscapesTextAndKeepsSafeHtml) {
  const Templates templates(Sources{{"page", "<p title=\"{{T}}\">{{T}}</p>{{H}}"}});
  Fields fields;
  fields.set("T", "<b> & \"x\" 'y'");
  fields.set("H", SafeHtml::trusted("<b>bold</b>"));
  EXPECT_EQ(templates.render("page", fields),
            "<p title=\"&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39;\">&lt;b&gt; &amp; &quot;x&quot; "
            "&#39;y&#39;</p><b>bold</b>");
}

TEST(Templates, SectionsRepeatAndSeeTheValuesAroundThem) {
  const Templates templates(Sources{{"page", "{{#ITEM}}{{SITE}}:{{NAME}};{{#NEW}}!{{/NEW}}{{/ITEM}}"}});
  Fields fields;
  fields.set("SITE", "s");
  fields.section("ITEM").set("NAME", "a");
  Fields& second = fields.section("ITEM");
  second.set("NAME", "b");
  second.show("NEW");
  EXPECT_EQ(templates.render("page", fields), "s:a;s:b;!");
  EXPECT_EQ(templates.render("page", Fields{}), "");
}

TEST(Templates, IncludesSeeOnlyTheirOwnFields) {
  const Templates templates(Sources{{"page", "{{#ITEM}}{{>CARD}}{{/ITEM}}"}, {"card", "[{{NAME}}{{SITE}}]"}});
  Fields fields;
  fields.set("SITE", "s");
  fields.section("ITEM").include("CARD", "card").set("NAME", "a");
  EXPECT_EQ(templates.render("page", fields), "[a]");
}

TEST(Templates, UnknownTemplatesThrow) {
  const Templates templates(Sources{{"page", "{{>CARD}}"}});
  EXPECT_THROW(templates.render("pgae", Fields{}), std::runtime_error);
  EXPECT_THROW(templates.require({"page", "card"}), std::runtime_error);
  EXPECT_NO_THROW(templates.require({"page"}));
  Fields fields;
  fields.include("CARD", "card");
  EXPECT_THROW(templates.render("page", fields), std::runtime_error);
}

TEST(Templates, FaultsNameTemplateAndLine) {
  EXPECT_THAT(fault_of("\n\n{{#A}}x"), HasSubstr("template \"page\", line 3: section A is not closed"));
  EXPECT_THAT(fault_of("{{#A}}{{#B}}{{/A}}{{/B}}"), HasSubstr("section A is closed but not open here"));
  EXPECT_THAT(fault_of("\n{{NAME"), HasSubstr("line 2"));
  EXPECT_THAT(fault_of("{{name}}"), HasSubstr("not a name"));
  EXPECT_THAT(fault_of("{{>}}"), HasSubstr("not a name"));
}

TEST(Templates, NothingInATemplateCanSwitchEscapingOff) {
  EXPECT_THAT(fault_of("{{NAME:none}}"), HasSubstr("not a name"));
  EXPECT_THAT(fault_of("{{%AUTOESCAPE context=\"HTML\"}}"), HasSubstr("not a name"));
  EXPECT_THAT(fault_of("{{=<% %>=}}"), HasSubstr("not a name"));
  EXPECT_THAT(fault_of("{{{NAME}}}"), HasSubstr("not a name"));
}

TEST(Templates, ValuesStandOnlyWhereEscapingProtects) {
  EXPECT_THAT(fault_of("<a href={{H}}>"), HasSubstr("outside quotes"));
  EXPECT_THAT(fault_of("<script>{{X}}</script>"), HasSubstr("inside <script>"));
  EXPECT_THAT(fault_of("<style>{{X}}</style>"), HasSubstr("inside <style>"));
  EXPECT_EQ(
      fault_of("<a href=\"{{H}}\"{{#C}} aria-current=\"page\"{{/C}}>{{N}}</a><!-- {{X}} -->{{! note }}"), "");
}

TEST(Templates, RendersFromSeveralThreads) {
  const Templates templates(Sources{{"page", "{{#ITEM}}{{NAME}}{{/ITEM}}"}});
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) {
    threads.emplace_back([&templates, &result] {
      for (int round = 0; round < 200; ++round) {
        Fields fields;
        for (int item = 0; item < 5; ++item) fields.section("ITEM").set("NAME", std::to_string(item));
        result = templates.render("page", fields);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(results, testing::Each("01234"));
}

}  // namespace
}  // namespace haidang::render
