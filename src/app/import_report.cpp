#include "app/import_report.h"

#include "base/json.h"

namespace haidang::app {

namespace {

std::string words_of(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_array()) return std::to_string(value.get_array().size());
  return value.is_null() ? "-" : json::serialize(value);
}

void add_evidence(std::string& text, const exchange::RecognisedItem& item, const std::string& field) {
  const auto found = item.evidence.find(field);
  if (found == item.evidence.end()) return;
  text.append("      line ").append(std::to_string(found->second.line));
  text.append(" (").append(found->second.rule).append("): ").append(found->second.words).append("\n");
}

}  // namespace

std::string report_text(const exchange::RecognisedFile& file, const lang::TimeZone& zone,
                        exchange::Explain explain) {
  std::string text = file.file + "\n";
  for (const exchange::RecognisedItem& item : file.items) {
    // The same facts as the JSON report, so that the two can never differ.
    const json::object report = exchange::recognised_to_json({file.file, true, {}, {item}}, zone);
    const json::value& value = report.at(item.draft ? "drafts" : "items").get_array().at(0);
    if (item.draft) text.append("  (a draft)\n");
    for (const auto& [key, field] : value.get_object()) {
      if (key == "missing") continue;
      text.append("  ").append(key).append(": ").append(words_of(field)).append("\n");
      if (explain == exchange::Explain::yes) add_evidence(text, item, key);
    }
    std::string missing;
    for (const json::value& name : value.at("missing").get_array())
      missing.append(missing.empty() ? "" : ", ").append(name.get_string());
    text.append("  missing: ").append(missing.empty() ? "nothing" : missing).append("\n");
  }
  return text;
}

}  // namespace haidang::app
