#pragma once
// Stores one recognised item through the editing verbs: a new item with its
// edition, a new revision of the page imported before, or nothing at all.
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "content/identifiers.h"
#include "editing/edit_context.h"
#include "exchange/recognised.h"

namespace haidang::exchange {

enum class ImportState { draft, published };
enum class ImportOutcome { created, revised, unchanged };

struct ImportTarget {
  content::SectionId section;  // none: the section whose title the page names, else the first news section
  ImportState state = ImportState::draft;
  std::string locale;  // none: what was recognised
};

// Turns a picture's or attachment's address as the page has it ("x_files/a.jpg")
// into the media address of its stored bytes; empty if it did not come along.
using MediaFinder = std::function<std::optional<std::string>(const std::string& address)>;

struct Imported {
  content::ItemId item;
  ImportOutcome outcome = ImportOutcome::created;
};

// `file_path` absolute; `number` counts the items of one file from 0. A Problem
// leaves nothing behind.
Result<Imported> import_item(editing::EditContext& context, const RecognisedItem& item,
                             std::string_view file_path, std::size_t number, const ImportTarget& target,
                             const MediaFinder& media);

}  // namespace haidang::exchange
