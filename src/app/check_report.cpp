#include "app/check_report.h"

namespace haidang::app {

std::string check_report_text(const backup::CheckReport& report) {
  std::string text;
  for (const backup::Fault& fault : report.faults)
    text.append(fault.kind)
        .append(": ")
        .append(fault.text)
        .append("\n  -> ")
        .append(fault.remedy)
        .append("\n");
  return text + "checked " + std::to_string(report.rows) + " rows, " + std::to_string(report.revisions) +
         " texts, " + std::to_string(report.redirects) + " old addresses, " + std::to_string(report.blobs) +
         " files: " + std::to_string(report.faults.size()) + " faults\n";
}

json::object check_report_json(const backup::CheckReport& report) {
  json::array faults;
  for (const backup::Fault& fault : report.faults)
    faults.push_back(json::object{
        {"kind", fault.kind}, {"subject", fault.subject}, {"text", fault.text}, {"remedy", fault.remedy}});
  return {{"ok", report.faults.empty()},
          {"checked", json::object{{"rows", report.rows},
                                   {"revisions", report.revisions},
                                   {"redirects", report.redirects},
                                   {"files", report.blobs}}},
          {"faults", std::move(faults)}};
}

}  // namespace haidang::app
