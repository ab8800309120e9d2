#pragma once
// The body of a revision: a tree of blocks (the block document). In memory a
// Document, in the database and over the API the JSON of ProseMirror's shape:
//   {"type":"doc","content":[{"type":"paragraph","attrs":{"id":"k3v9…"},
//     "content":[{"type":"text","text":"…","marks":[{"type":"strong"}]}]}]}
// document_schema.h says which block may hold what; document_json.h reads and
// writes; document_html.h alone makes HTML.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace haidang::content {

enum class BlockKind {
  paragraph,
  heading,       // level 2..4 (1 is the title)
  bullet_list,   // of list_item
  ordered_list,  // of list_item
  list_item,     // paragraphs and lists
  quote,         // paragraphs and lists; `credit`: who said it
  image,         // inline content is the caption
  gallery,       // of image
  table,         // of table_row; inline content is the caption
  table_row,     // of table_cell and table_header
  table_cell,    // paragraphs and lists
  table_header,
  file,   // a download; inline content is its title
  video,  // a facade: poster and link, loads nothing; inline content is the caption
  rule,   // a thematic break
};
std::string_view to_string(BlockKind kind);  // the JSON name: "bullet_list"

enum class MarkKind { strong, emphasis, underline, strike, subscript, superscript, link, language };

struct Mark {
  MarkKind kind;
  std::string value{};  // link: address; language: BCP 47 tag; else empty
  bool operator==(const Mark&) const = default;
};

// A run of text with the same marks, or a forced line break ("\n" as text).
struct Inline {
  std::string text{};
  std::vector<Mark> marks{};  // sorted by MarkKind
  bool operator==(const Inline&) const = default;
};

// Members have initialisers so that {.kind = …, .text = …} leaves the rest out without a warning.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string id{};               // stable from the first save; unique in the document
  std::vector<Inline> text{};     // of text blocks and captions
  std::vector<Block> children{};  // of container blocks

  // Attributes; each kind uses the ones named.
  int level = 0;          // heading 2..4; ordered_list: first number
  std::string media{};    // image, file, video poster: the media's content address (sha256 hex), may be empty
  std::string alt{};      // image: what it shows, in the edition's language; "" only if decorative
  std::string credit{};   // image, video: who made it; quote: who said it
  std::string address{};  // video: where it plays; image, file: where an import found it (never loaded)
  int column_span = 1;    // cells
  int row_span = 1;

  bool operator==(const Block&) const = default;
};

struct Document {
  std::vector<Block> blocks{};
  bool operator==(const Document&) const = default;
};

// The text of one block's inline runs, without marks.
std::string plain_text(const std::vector<Inline>& text);
// The text of a whole document, blocks separated by "\n".
std::string plain_text(const Document& document);

// Convenience for importers and tests: one unmarked run.
std::vector<Inline> plain(std::string text);

}  // namespace haidang::content
