#pragma once
// Structured data for machines (schema.org in JSON-LD): a data block in the page.
#include "base/json.h"
#include "render/safe_html.h"

namespace haidang::render {

// <script type="application/ld+json">…</script>. Inside script nothing is
// escaped as HTML, so "<", ">" and "&" are written as \u003c …: no value can end
// the element (WHATWG HTML section 4.12.1.3).
SafeHtml json_ld_script(const json::value& value);

}  // namespace haidang::render
