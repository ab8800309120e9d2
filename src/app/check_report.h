#pragma once
// What a check found, for people and for programs.
#include <string>

#include "backup/installation_check.h"
#include "base/json.h"

namespace haidang::app {

// One fault a line with what to do below it, then what was looked at.
std::string check_report_text(const backup::CheckReport& report);
// {"ok", "checked": {"rows", "revisions", "redirects", "files"},
//  "faults": [{"kind", "subject", "text", "remedy"}]}
json::object check_report_json(const backup::CheckReport& report);

}  // namespace haidang::app
