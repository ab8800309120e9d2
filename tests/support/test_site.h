#pragma once
// A migrated database with one small site, for tests of content and what is above it.
#include <memory>
#include <string>

#include "content/public_store.h"
#include "content/site_json.h"
#include "content/site_store.h"
#include "resources/resources.h"
#include "store/migration.h"
#include "test_database.h"

namespace haidang::testing {

inline constexpr std::string_view kTestSite = R"({"sites":[
 {"key":"portal","hosts":["portal.example","old.example"],"time_zone":"Asia/Ho_Chi_Minh","locales":["vi","en","zh"],
  "name":{"vi":"Cổng Bình Hải","en":"Bình Hải Portal","zh":"平海门户"},"short_name":{"vi":"Bình Hải"},
  "theme":{"accent":"#0b5c6b"},
  "sections":[{"key":"news","slug":{"vi":"tin-tuc","en":"news","zh":"xinwen"},
     "title":{"vi":"Tin tức","en":"News","zh":"新闻"},"description":{},
     "children":[{"key":"economy","slug":{"vi":"kinh-te","en":"economy","zh":"jingji"},
                  "title":{"vi":"Kinh tế","en":"Economy","zh":"经济"}}]},
    {"key":"about","slug":{"vi":"gioi-thieu","en":"about"},"title":{"vi":"Giới thiệu","en":"About"}}]},
 {"key":"agency","hosts":["agency.example"],"locales":["vi"],"name":{"vi":"Sở Ngoại vụ"},
  "sections":[{"key":"news","slug":{"vi":"tin-tuc"},"title":{"vi":"Tin"}}]}]})";

class TestSite {
 public:
  explicit TestSite(Engine engine) : database(engine) {
    store::migrate(*database, store::migrations_from(resources::list("sql/")));
    auto definitions = content::sites_from_json(kTestSite).value();
    sites = database->write([&](store::Session& session) {
      for (auto& site : definitions) content::insert_site(session, std::move(site));
      return content::load_sites(session);
    });
  }

  const content::Site& portal() const { return *sites.by_key("portal"); }
  const content::Site& agency() const { return *sites.by_key("agency"); }
  content::SectionId section(std::string_view key) const { return portal().section_by_key(key)->id; }

  TestDatabase database;
  content::Sites sites;
};

}  // namespace haidang::testing
