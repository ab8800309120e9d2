#pragma once
// A list with nothing in it, said honestly: and where there is something.
#include <string>
#include <vector>

#include "render/templates.h"
#include "store/database.h"
#include "web/page.h"
#include "web/visit.h"

namespace haidang::portal {

// A language in which the same list is not empty.
struct OtherLanguage {
  std::string html_lang;
  std::string path;
  std::string text;  // in that language: "Có 12 bài bằng tiếng Việt"
};

// SectionId{}: the whole site.
std::vector<OtherLanguage> other_languages(const web::Visit& visit, store::Session& session,
                                           content::SectionId section);

void fill_empty_state(render::Fields& fields, const std::string& text,
                      const std::vector<OtherLanguage>& elsewhere);

}  // namespace haidang::portal
