#pragma once
// What an import recognised, in lines for a person at a terminal.
#include <string>

#include "exchange/recognised.h"
#include "exchange/recognised_json.h"
#include "lang/format.h"

namespace haidang::app {

std::string report_text(const exchange::RecognisedFile& file, const lang::TimeZone& zone,
                        exchange::Explain explain);

}  // namespace haidang::app
