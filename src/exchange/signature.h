#pragma once
// The last line of an article: who wrote it, or whom it was taken from.
#include <optional>
#include <string>
#include <vector>

#include "exchange/item_draft.h"
#include "exchange/piece.h"

namespace haidang::exchange {

struct Signature {
  std::optional<std::string> byline;
  std::optional<std::string> source;
};

// "Trần Năng", "PV", "(Theo TTXVN)", "Hà An (tổng hợp)"; nullopt for prose.
std::optional<Signature> read_signature(const Piece& piece);

// Takes signatures, small print and furniture off the end of a body.
void strip_tail(std::vector<Piece>& body, ItemDraft& draft);

}  // namespace haidang::exchange
