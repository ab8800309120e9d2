#pragma once
// The one gate between a document somebody made (an editor, an import, the
// API) and a document that may be stored.
#include "base/result.h"
#include "content/document.h"
#include "content/document_ids.h"

namespace haidang::content {

// Checks a document against document_schema.h and brings it into the one form
// that is stored: text in NFC, "\n" in runs of its own, marks sorted and without
// repetition, neighbouring runs with the same marks joined, ids complete. Drops
// no text; what it cannot keep it refuses. Normalising twice changes nothing.
//
// Without an id source (an empty function) missing ids stay missing and a
// repeated id is refused.
//
// Problem: field = JSON pointer into to_json's form of the document as given;
// message one of document.
//   not_allowed_here  (block, where)  such a block, text or mark cannot stand there
//   empty_block       (where)         a list, quote, table… with nothing in it
//   too_deep, too_large (limit)       beyond the limits of document_schema.h
//   bad_text                          not storable (base/text.h)
//   bad_address                       is_link_address() is false
//   bad_attribute (attribute)         outside its limits
//   missing_attribute (attribute)
//   unknown_attribute (attribute)     set on a kind of block that has none such
//   duplicate_id (id)
Result<Document> normalise(Document document, const IdSource& ids = {});

}  // namespace haidang::content
