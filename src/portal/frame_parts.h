#pragma once
// The parts of the frame that are the same on every page of a top section in
// one language: made once and kept until a site changes.
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>

#include "content/site.h"
#include "portal/assets.h"
#include "render/templates.h"
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

// At most (sites × languages × top sections) of them. Any thread.
class KeptFrameParts {
 public:
  // For a page in `section`. `sites` is the snapshot that visit.site belongs to.
  std::shared_ptr<const FrameParts> of(const std::shared_ptr<const content::Sites>& sites,
                                       const web::Visit& visit, content::SectionId section,
                                       const render::Templates& templates, const Assets& assets);

 private:
  std::mutex mutex_;
  std::shared_ptr<const content::Sites> sites_;  // what parts_ was made from
  std::map<std::tuple<content::SiteId, std::string, content::SectionId>, std::shared_ptr<const FrameParts>>
      parts_;
};

}  // namespace haidang::portal
