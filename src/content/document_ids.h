#pragma once
// The stable ids of blocks. Translations, comments and corrections hang on
// them, so an id stays with its block from the first save on.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "content/document.h"

namespace haidang::content {

// Gives 64 random bits per call. Tests pass a counter.
using IdSource = std::function<std::uint64_t()>;
IdSource random_ids();  // from the operating system; any thread

// 10 characters of base 58 (no 0, O, I, l): 58.6 bits, unique within a document
// by assign_ids, and almost surely between documents.
std::string make_id(std::uint64_t random);

bool is_block_id(std::string_view id);  // 1..32 of [A-Za-z0-9_-]

// Gives an id to each block that has none or that repeats an earlier block's (a
// paste may bring both); the first in document order keeps it. How many it gave.
std::size_t assign_ids(Document& document, const IdSource& source);

// Gives blocks of `next` that have no id the id of the block of `previous` they
// were, so that importing a page again does not lose its translations. A block
// is the same as before if (in this order, each block used once):
//  1. kind, text (with everything inside it) and media are unchanged: repeated
//     ones pair from the start, then from the end, then in order, so that an
//     insertion moves no ids, and a block moved elsewhere takes its id along;
//  2. kind is the same and the text similar: at least 0.7 of the pairs of
//     neighbouring characters are shared; the most similar first, then the nearest;
//  3. it stands between the same neighbours, there are as many old as new ones
//     of its kind there, and its text says little by itself: it is short (under
//     32 characters: "12" became "15") or holds other blocks.
// Other blocks keep no id: they are new. Call assign_ids afterwards.
void carry_ids(const Document& previous, Document& next);

}  // namespace haidang::content
