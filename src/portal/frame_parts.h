#pragma once
// The parts of the frame that are the same on every page of a top section in
// one language.
#include <memory>
#include <string>
#include <tuple>

#include "content/site.h"
#include "portal/assets.h"
#include "render/templates.h"
#include "web/kept.h"
#include "web/visit.h"

namespace haidang::portal {

struct FrameParts {
  render::SafeHtml looks;       // fonts and styles
  render::SafeHtml links;       // the site's feeds, icons, colours
  render::SafeHtml navigation;  // the top sections, one of them marked
  render::SafeHtml footer;
};

// `marked` is a top section, or none.
FrameParts make_frame_parts(const web::Visit& visit, content::SectionId marked,
                            const render::Templates& templates, const Assets& assets);

// By site, language, marked section.
using KeptFrameParts = web::Kept<std::tuple<content::SiteId, std::string, content::SectionId>, FrameParts>;
// For a page in `section`.
std::shared_ptr<const FrameParts> frame_parts_of(KeptFrameParts& kept, const web::Visit& visit,
                                                 content::SectionId section,
                                                 const render::Templates& templates, const Assets& assets);

}  // namespace haidang::portal
