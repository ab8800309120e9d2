#pragma once
// The report of `haidang import --dry-run --json`.
#include <span>

#include "base/json.h"
#include "exchange/recognised.h"
#include "lang/format.h"

namespace haidang::exchange {

enum class Explain { no, yes };  // yes: with each field's evidence

// One entry of "files". Drafts that the source itself kept from the public stand
// apart under "drafts", which is only there if there are any.
json::object recognised_to_json(const RecognisedFile& file, const lang::TimeZone& zone,
                                Explain explain = Explain::no);
// The whole report: {"files": […]}.
json::object report_to_json(std::span<const RecognisedFile> files, const lang::TimeZone& zone,
                            Explain explain = Explain::no);

// Paragraphs, headings, list items, quotations, cells in reading order; captions apart.
std::vector<std::string> paragraphs_of(const content::Document& document);
std::vector<std::string> captions_of(const content::Document& document);

}  // namespace haidang::exchange
