#pragma once
// The JSON form of a document: ProseMirror's Node.toJSON with the names of
// document_schema.h.
//   block  {"type", "attrs"?: {"id"?, …}, "content"?: [block or inline…]}
//   inline {"type":"text", "text", "marks"?: [{"type", "attrs"?}…]} or {"type":"hard_break", "marks"?}
// The caption of a table or gallery is its attribute "caption": [inline…].
// Attributes that have their default are left out, and null is read as the
// default (ProseMirror writes "id": null and prosemirror-tables "colwidth": null).
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "content/document.h"
#include "content/document_ids.h"

namespace haidang::content {

json::object to_json(const Document& document);
// The same as text, written directly; equal documents give equal bytes.
std::string to_json_text(const Document& document);

// Reads and normalises (document_normalise.h) what a stranger sent. Beyond
// normalise's problems:
//   not_a_document     no JSON (parameter detail), or not {"type":"doc", "content":[…]}
//   unknown_block      (block) a type of node or mark there is none of
//   unknown_attribute  (attribute) also for a stray member of a node
//   bad_attribute      (attribute) of the wrong JSON type
// field = JSON pointer of the place.
Result<Document> from_json(const json::value& value, const IdSource& ids = {});
Result<Document> from_json_text(std::string_view text, const IdSource& ids = {});

// Reads what to_json_text wrote and the database kept: no checks of values.
// Throws std::runtime_error if it is no document, for then the database is damaged.
Document from_stored_json(std::string_view text);

}  // namespace haidang::content
