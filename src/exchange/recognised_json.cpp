#include "exchange/recognised_json.h"

#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

using content::Block;
using content::BlockKind;

bool is_caption(BlockKind kind) {
  return kind == BlockKind::image || kind == BlockKind::gallery || kind == BlockKind::video ||
         kind == BlockKind::table;
}

void collect(const std::vector<Block>& blocks, bool captions, std::vector<std::string>& texts) {
  for (const Block& block : blocks) {
    std::string text = clean(content::plain_text(block.text));
    if (!text.empty() && is_caption(block.kind) == captions) texts.push_back(std::move(text));
    collect(block.children, captions, texts);
    if (!captions && block.kind == BlockKind::quote && !block.credit.empty()) texts.push_back(block.credit);
  }
}

json::array strings(const std::vector<std::string>& texts) {
  json::array array;
  for (const std::string& text : texts) array.emplace_back(text);
  return array;
}

json::object item_to_json(const RecognisedItem& item, const lang::TimeZone& zone, Explain explain) {
  json::object object;
  json::array missing;
  const auto put = [&](std::string_view name, json::value value) {
    if (value.is_null()) missing.emplace_back(name);
    object[name] = std::move(value);
  };
  const auto text = [](const std::optional<std::string>& value) {
    return value ? json::value(*value) : json::value(nullptr);
  };
  const auto moment = [&](const std::optional<Moment>& value) {
    return value ? json::value(lang::format_moment_machine(*value, zone)) : json::value(nullptr);
  };
  put("title", text(item.title));
  put("lead", text(item.lead));
  object["paragraphs"] = strings(paragraphs_of(item.body));
  object["captions"] = strings(captions_of(item.body));
  put("byline", text(item.byline));
  put("posted_by", text(item.posted_by));
  put("source", text(item.source));
  put("published_at", moment(item.published_at));
  put("updated_at", moment(item.updated_at));
  put("views", item.views ? json::value(*item.views) : json::value(nullptr));
  put("old_address", text(item.old_address));
  put("section", text(item.section));
  object["locale"] = text(item.locale);
  object["missing"] = std::move(missing);
  if (explain == Explain::yes) {
    json::object evidence;
    for (const auto& [field, found] : item.evidence) {
      evidence[field] = {{"line", found.line}, {"words", found.words}, {"rule", found.rule}};
    }
    object["evidence"] = std::move(evidence);
  }
  return object;
}

}  // namespace

std::vector<std::string> paragraphs_of(const content::Document& document) {
  std::vector<std::string> texts;
  collect(document.blocks, false, texts);
  return texts;
}

std::vector<std::string> captions_of(const content::Document& document) {
  std::vector<std::string> texts;
  collect(document.blocks, true, texts);
  return texts;
}

json::object recognised_to_json(const RecognisedFile& file, const lang::TimeZone& zone, Explain explain) {
  json::array items;
  json::array drafts;
  for (const RecognisedItem& item : file.items)
    (item.draft ? drafts : items).push_back(item_to_json(item, zone, explain));
  json::object object{{"file", file.file}, {"ok", file.ok}};
  object["problem"] = file.problem.empty() ? json::value(nullptr) : json::value(file.problem);
  object["items"] = std::move(items);
  if (!drafts.empty()) object["drafts"] = std::move(drafts);
  return object;
}

json::object report_to_json(std::span<const RecognisedFile> files, const lang::TimeZone& zone,
                            Explain explain) {
  json::array array;
  for (const RecognisedFile& file : files) array.push_back(recognised_to_json(file, zone, explain));
  return {{"files", std::move(array)}};
}

}  // namespace haidang::exchange
