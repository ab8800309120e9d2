#pragma once
// Links of a page that lived elsewhere. A relative one means something only on
// its old site, and some were never links at all ("javascript:void(0)").
#include <optional>
#include <string>

#include "content/document.h"

namespace haidang::exchange {

// Makes relative links absolute where the page's old address is known; a link
// that cannot be kept loses its address and keeps its words. Pictures' and
// attachments' addresses likewise: they only say where the original was.
void mend_links(content::Document& document, const std::optional<std::string>& old_address);

}  // namespace haidang::exchange
