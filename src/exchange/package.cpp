#include "exchange/package.h"

#include <map>
#include <set>

#include "base/json.h"
#include "content/site_json.h"
#include "editing/edition_verbs.h"
#include "editing/site_verbs.h"
#include "exchange/html_blocks.h"
#include "exchange/html_tree.h"

namespace haidang::exchange {

namespace {

Problem in_file(Problem problem, std::string_view file) {
  problem.parameters.emplace_back("file", std::string(file));
  return problem;
}

class Loader {
 public:
  Loader(store::Session& session, const people::Actor& actor, Instant now, const content::IdSource& block_ids,
         const PackageFiles& files, const PackageOptions& options)
      : session_(session), actor_(actor), now_(now), block_ids_(block_ids), options_(options) {
    for (const auto& [path, bytes] : files) files_.emplace(path, bytes);
  }

  Result<PackageSummary> run();

 private:
  Result<PackageSummary> load_sites(std::string_view text);
  Result<PackageSummary> load_item(const std::string& folder);
  Result<int> load_edition(editing::EditContext& context, content::ItemId item, const json::object& facts,
                           const json::object& about, const std::string& locale, const std::string& path);
  Result<int> attach_media(std::vector<content::Block>& blocks);

  store::Session& session_;
  const people::Actor& actor_;
  Instant now_;
  const content::IdSource& block_ids_;
  const PackageOptions& options_;
  std::map<std::string, std::string_view, std::less<>> files_;
  std::map<std::string, content::Site> sites_;
  std::map<std::string, std::string> media_;  // path to address
};

std::string text_member(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains(key);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::optional<Moment> moment_member(const json::object& object, std::string_view key) {
  const auto instant = parse_rfc3339(text_member(object, key));
  return instant ? std::optional(Moment{*instant}) : std::nullopt;
}

// Cuts the first element with this opening out of the page and gives its text.
std::string take_element(std::string& page, std::string_view opening, std::string_view closing) {
  const auto start = page.find(opening);
  const auto end = page.find(closing, start);
  if (start == std::string::npos || end == std::string::npos) return {};
  const std::string inner = page.substr(start + opening.size(), end - start - opening.size());
  page.erase(start, end + closing.size() - start);
  return HtmlTree::parse(inner).text_of(0);
}

Result<PackageSummary> Loader::run() {
  const auto site_file = files_.find("site.json");
  if (site_file == files_.end()) return invalid("package.no_site", {}, {{"file", "site.json"}});
  auto summary = load_sites(site_file->second);
  if (summary.has_error()) return in_file(summary.error(), "site.json");

  std::set<std::string> folders;
  constexpr std::string_view kItemFile = "/item.json";
  for (const auto& [path, bytes] : files_)
    if (path.starts_with("items/") && path.ends_with(kItemFile))
      folders.insert(path.substr(0, path.size() - kItemFile.size()));
  for (const std::string& folder : folders) {
    const auto loaded = load_item(folder);
    if (loaded.has_error()) return loaded.error();
    summary->items += 1;
    summary->editions += loaded->editions;
    if (options_.progress) options_.progress(summary->items, folders.size());
  }
  return summary;
}

Result<PackageSummary> Loader::load_sites(std::string_view text) {
  auto definitions = content::sites_from_json(text);
  if (definitions.has_error()) return definitions.error();
  for (content::Site& definition : *definitions) {
    content::Site site = editing::create_site(session_, actor_, now_, std::move(definition));
    sites_.emplace(site.key, std::move(site));
  }
  return PackageSummary{sites_.size(), 0, 0};
}

Result<PackageSummary> Loader::load_item(const std::string& folder) {
  const std::string file = folder + "/item.json";
  const auto parsed = parse_json(files_.find(file)->second);
  if (parsed.has_error()) return in_file(parsed.error(), file);
  const json::object* facts = parsed->if_object();
  const auto site_start = std::string_view("items/").size();
  const auto site = sites_.find(folder.substr(site_start, folder.find('/', site_start) - site_start));
  if (facts == nullptr || site == sites_.end()) return invalid("package.bad_item", {}, {{"file", file}});

  const content::Section* section = site->second.section_by_key(text_member(*facts, "section"));
  const auto kind = content::item_kind_from(text_member(*facts, "kind"));
  const auto type = content::content_type_from(text_member(*facts, "content_type"));
  const json::value* editions = facts->if_contains("editions");
  if (section == nullptr || !kind || !type || editions == nullptr || !editions->is_object())
    return invalid("package.bad_item", {}, {{"file", file}});
  const json::value* featured = facts->if_contains("featured");

  editing::EditContext context{session_, actor_, site->second, now_, block_ids_};
  const auto item = editing::create_item(
      context,
      {section->id, *kind, *type, featured != nullptr && featured->is_bool() && featured->get_bool()});
  if (item.has_error()) return in_file(item.error(), file);
  for (const auto& [locale, about] : editions->get_object()) {
    const std::string page = folder + "/" + std::string(locale) + ".html";
    const auto loaded = about.is_object() ? load_edition(context, *item, *facts, about.get_object(),
                                                         std::string(locale), page)
                                          : Result<int>(invalid("package.bad_item"));
    if (loaded.has_error()) return in_file(loaded.error(), page);
  }
  return PackageSummary{0, 1, editions->get_object().size()};
}

Result<int> Loader::load_edition(editing::EditContext& context, content::ItemId item,
                                 const json::object& facts, const json::object& about,
                                 const std::string& locale, const std::string& path) {
  const auto file = files_.find(path);
  if (file == files_.end()) return invalid("package.no_file");
  std::string page(file->second);
  content::EditionText text;
  text.title = take_element(page, "<h1>", "</h1>");
  text.lead = take_element(page, "<p class=\"lead\">", "</p>");
  text.byline = text_member(about, "byline");
  text.source = text_member(about, "source");
  text.body.blocks = blocks_from_html(page);
  if (const auto attached = attach_media(text.body.blocks); attached.has_error()) return attached.error();
  const auto saved =
      editing::save_edition(context, {item, locale, {}, std::move(text), text_member(about, "slug")});
  if (saved.has_error()) return saved.error();
  const auto published = editing::publish_edition(
      context,
      {item, locale, moment_member(facts, "published_at"), moment_member(facts, "updated_at"), {}, false});
  if (published.has_error()) return published.error();
  return 1;
}

Result<int> Loader::attach_media(std::vector<content::Block>& blocks) {
  for (content::Block& block : blocks) {
    if (block.address.starts_with("media/")) {
      auto known = media_.find(block.address);
      if (known == media_.end()) {
        const auto file = files_.find(block.address);
        if (file == files_.end()) return invalid("package.no_file", {}, {{"media", block.address}});
        auto address = options_.add_media(session_, block.address.substr(6), file->second);
        if (address.has_error()) return address.error();
        known = media_.emplace(block.address, *address).first;
      }
      block.media = known->second;
      block.address.clear();
    }
    if (const auto inner = attach_media(block.children); inner.has_error()) return inner;
  }
  return 1;
}

}  // namespace

Result<PackageSummary> load_package(store::Session& session, const people::Actor& actor, Instant now,
                                    const content::IdSource& block_ids, const PackageFiles& files,
                                    const PackageOptions& options) {
  return Loader(session, actor, now, block_ids, files, options).run();
}

}  // namespace haidang::exchange
