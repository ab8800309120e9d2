#include "editing/edition_verbs.h"

#include <gmock/gmock.h>

#include "content/edition_store.h"
#include "jobs/outbox_store.h"
#include "test_site.h"

namespace haidang::editing {
namespace {

using content::Edition;
using content::EditionText;
using content::ItemId;
using content::SectionId;
using haidang::testing::Engine;
using haidang::testing::TestSite;
using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using workflow::State;

content::Document body_of(std::initializer_list<std::string> paragraphs) {
  content::Document document;
  for (const std::string& text : paragraphs) {
    content::Block block;
    block.text = content::plain(text);
    document.blocks.push_back(std::move(block));
  }
  return document;
}

class EditionVerbsTest : public ::testing::TestWithParam<Engine> {
 protected:
  EditionVerbsTest() : site_(GetParam()) {}

  // Runs one verb in its own transaction.
  template <class Work>
  auto act(Work&& work) {
    return site_.database->write([&](store::Session& session) {
      EditContext context{session, actor_, site_.portal(), clock_.now(), [this] { return ++random_; }};
      return work(context);
    });
  }
  template <class Work>
  auto read(Work&& work) {
    return site_.database->read(std::forward<Work>(work));
  }

  ItemId create(std::string_view section = "economy") {
    return act([&](EditContext& context) { return create_item(context, {site_.section(section)}); }).value();
  }
  Result<Saved> save(ItemId item, std::string title, content::Document body,
                     std::optional<std::int64_t> version = {}, std::string locale = "vi") {
    return act([&](EditContext& context) {
      EditionText text;
      text.title = std::move(title);
      text.body = std::move(body);
      return save_edition(context, {item, std::move(locale), version, std::move(text), {}});
    });
  }
  Result<Edition> publish(ItemId item, std::string locale = "vi") {
    return act([&](EditContext& context) {
      return publish_edition(context, {item, locale, {}, {}, {}, false});
    });
  }
  std::int64_t rows(std::string_view table) {
    return read([&](store::Session& session) {
      return std::get<0>(*session.select_one<std::int64_t>("SELECT count(*) FROM " + std::string(table)));
    });
  }

  TestSite site_;
  people::Actor actor_ = people::command_line_actor();
  ManualClock clock_{*parse_rfc3339("2026-11-22T08:00:00+07:00")};
  std::uint64_t random_ = 0;
};

TEST_P(EditionVerbsTest, APublishedEditionIsFoundByItsSlugInItsSectionAndAllAbove) {
  const ItemId item = create();
  ASSERT_TRUE(save(item, "Đầu tư vào Bình Hải", body_of({"Một.", "Hai."})).has_value());
  ASSERT_TRUE(publish(item).has_value());
  const auto found = read([&](store::Session& session) {
    return content::find_public(session, site_.portal().id, "vi", "dau-tu-vao-binh-hai");
  });
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->text.title, "Đầu tư vào Bình Hải");
  EXPECT_THAT(found->text.body.blocks, SizeIs(2));
  for (const SectionId section : {SectionId{}, site_.section("news"), site_.section("economy")})
    EXPECT_EQ(
        read([&](store::Session& s) { return content::count_public(s, site_.portal().id, section, "vi"); }),
        1);
  EXPECT_EQ(read([&](store::Session& s) {
              return content::count_public(s, site_.portal().id, site_.section("about"), "vi");
            }),
            0);
}

TEST_P(EditionVerbsTest, ADraftIsNotPublic) {
  const ItemId item = create();
  ASSERT_TRUE(save(item, "Bản nháp", body_of({"x"})).has_value());
  EXPECT_FALSE(read([&](store::Session& session) {
                 return content::find_public(session, site_.portal().id, "vi", "ban-nhap");
               }).has_value());
}

TEST_P(EditionVerbsTest, ALaterSaveStaysPrivateUntilPublishedAgain) {
  const ItemId item = create();
  const auto saved = save(item, "Tin", body_of({"Cũ."}));
  ASSERT_TRUE(publish(item).has_value());
  ASSERT_TRUE(save(item, "Tin", body_of({"Mới."}), saved->version + 1).has_value());
  const auto text = [&] {
    return content::plain_text(read([&](store::Session& session) {
                                 return content::find_public(session, site_.portal().id, "vi", "tin");
                               })->text.body);
  };
  EXPECT_EQ(text(), "Cũ.");
  ASSERT_TRUE(publish(item).has_value());
  EXPECT_EQ(text(), "Mới.");
}

TEST_P(EditionVerbsTest, AStaleSaveIsRefusedAndNothingIsWritten) {
  const ItemId item = create();
  ASSERT_TRUE(save(item, "Tin", body_of({"Một."})).has_value());
  ASSERT_TRUE(save(item, "Tin", body_of({"Hai."}), 1).has_value());
  const auto revisions = rows("revision"), audits = rows("audit"), outbox = rows("outbox");
  const auto late = save(item, "Tin", body_of({"Ba."}), 1);
  ASSERT_TRUE(late.has_error());
  EXPECT_EQ(late.error().kind, Problem::Kind::stale);
  EXPECT_EQ(rows("revision"), revisions);
  EXPECT_EQ(rows("audit"), audits);
  EXPECT_EQ(rows("outbox"), outbox);
}

TEST_P(EditionVerbsTest, BlocksKeepTheirIdsAcrossSaves) {
  const ItemId item = create();
  const auto first = save(item, "Tin", body_of({"Đoạn một của bài viết.", "Đoạn hai của bài viết."}));
  const auto ids = [&](content::RevisionId revision) {
    std::vector<std::string> found;
    const auto text = read([&](store::Session& s) { return content::find_revision_text(s, revision); });
    for (const auto& block : text->body.blocks) found.push_back(block.id);
    return found;
  };
  const auto before = ids(first->revision);
  ASSERT_THAT(before, SizeIs(2));
  EXPECT_FALSE(before[0].empty());
  const auto second =
      save(item, "Tin",
           body_of({"Đoạn mới chen vào trước tiên.", "Đoạn một của bài viết.", "Đoạn hai của bài viết."}), 1);
  const auto after = ids(second->revision);
  ASSERT_THAT(after, SizeIs(3));
  EXPECT_EQ(after[1], before[0]);
  EXPECT_EQ(after[2], before[1]);
  EXPECT_THAT(before, ::testing::Not(Contains(after[0])));
}

TEST_P(EditionVerbsTest, SavingTheSameTextAgainMakesNoRevision) {
  const ItemId item = create();
  const auto first = save(item, "Tin", body_of({"Một."}));
  const auto again = save(item, "Tin", body_of({"Một."}), first->version);
  ASSERT_TRUE(again.has_value());
  EXPECT_FALSE(again->changed);
  EXPECT_EQ(again->revision, first->revision);
  EXPECT_EQ(rows("revision"), 1);
}

TEST_P(EditionVerbsTest, EveryActLeavesOneAuditEntryAndOneOutboxRow) {
  const ItemId item = create();
  ASSERT_TRUE(save(item, "Tin", body_of({"Một."})).has_value());
  ASSERT_TRUE(publish(item).has_value());
  EXPECT_EQ(rows("audit"), 3);
  EXPECT_EQ(rows("outbox"), 3);
  const auto entries = read([](store::Session& session) { return jobs::read_outbox(session, 0, 10); });
  EXPECT_EQ(entries.back().topic, "edition.published");
  EXPECT_THAT(entries.back().tags, Contains("item:" + std::to_string(item.value)));
  EXPECT_THAT(entries.back().tags, Contains("section:" + std::to_string(site_.section("news").value)));
}

TEST_P(EditionVerbsTest, TwoItemsWithOneTitleGetTwoSlugs) {
  for (int i = 0; i < 2; ++i) {
    const ItemId item = create();
    ASSERT_TRUE(save(item, "Lễ hội", body_of({"x"})).has_value());
    EXPECT_EQ(publish(item)->slug, i == 0 ? "le-hoi" : "le-hoi-2");
  }
}

TEST_P(EditionVerbsTest, AWithdrawnEditionSaysSoAndLeavesTheLists) {
  const ItemId item = create();
  ASSERT_TRUE(save(item, "Tin", body_of({"x"})).has_value());
  ASSERT_TRUE(publish(item).has_value());
  const auto withdraw = [&](std::string reason) {
    return act([&](EditContext& context) { return withdraw_edition(context, {item, "vi", reason}); });
  };
  EXPECT_EQ(withdraw("").error().message, "problem.reason_missing");
  ASSERT_TRUE(withdraw("Đăng nhầm.").has_value());
  const auto found = read(
      [&](store::Session& session) { return content::find_public(session, site_.portal().id, "vi", "tin"); });
  ASSERT_TRUE(found.has_value());
  EXPECT_TRUE(found->withdrawn);
  EXPECT_EQ(found->withdrawn_reason, "Đăng nhầm.");
  EXPECT_EQ(read([&](store::Session& s) { return content::count_public(s, site_.portal().id, {}, "vi"); }),
            0);
  EXPECT_THAT(read([&](store::Session& s) { return content::list_alternates(s, item); }), IsEmpty());
}

TEST_P(EditionVerbsTest, AChangedSlugRedirectsFromTheOldAddress) {
  const ItemId item = create();
  ASSERT_TRUE(save(item, "Tin", body_of({"x"})).has_value());
  ASSERT_TRUE(publish(item).has_value());
  ASSERT_TRUE(act([&](EditContext& context) {
                return change_slug(context, {item, "vi", "tin-moi"});
              }).has_value());
  const auto target = read([&](store::Session& session) {
    return content::find_redirect(session, site_.portal().id, "portal.example", "/vi/kinh-te/tin");
  });
  ASSERT_TRUE(target.has_value());
  EXPECT_EQ(target->slug, "tin-moi");
  EXPECT_FALSE(read([&](store::Session& session) {
                 return content::find_redirect(session, site_.agency().id, "agency.example",
                                               "/vi/kinh-te/tin");
               }).has_value());
}

TEST_P(EditionVerbsTest, BadInputIsRefusedByField) {
  const ItemId item = create();
  EXPECT_EQ(save(item, "  ", body_of({"x"})).error().message, "problem.title_missing");
  EXPECT_EQ(save(item, std::string(2'000, 'a'), body_of({"x"})).error().message, "problem.title_too_long");
  EXPECT_EQ(save(item, "a\xff", body_of({"x"})).error().message, "problem.bad_text");
  EXPECT_EQ(save(item, "Tin \u202Egnort", body_of({"x"})).error().field, "title");
  EXPECT_EQ(save(item, "Tin", body_of({"a\u0001"})).error().message, "document.bad_text");
  EXPECT_EQ(save(item, "Tin", body_of({"x"}), {}, "fr").error().message, "problem.locale_unknown");
  EXPECT_EQ(save(ItemId{999}, "Tin", body_of({"x"})).error().kind, Problem::Kind::not_found);
  EXPECT_EQ(publish(item).error().kind, Problem::Kind::not_found);
  EXPECT_EQ(rows("revision"), 0);
}

TEST_P(EditionVerbsTest, EditionsOfOneItemAreAlternates) {
  const ItemId item = create();
  for (const char* locale : {"vi", "en", "zh"}) {
    ASSERT_TRUE(save(item, std::string("Title ") + locale, body_of({"x"}), {}, locale).has_value());
    ASSERT_TRUE(publish(item, locale).has_value());
  }
  EXPECT_THAT(read([&](store::Session& s) { return content::list_alternates(s, item); }), SizeIs(3));
}

INSTANTIATE_TEST_SUITE_P(Engines, EditionVerbsTest, ::testing::ValuesIn(haidang::testing::engines()),
                         haidang::testing::engine_name);

}  // namespace
}  // namespace haidang::editing
