#include "exchange/signature.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/furniture.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

constexpr std::size_t kLongestName = 60;
constexpr std::size_t kLongestSource = 120;

bool is_agency(std::string_view text) {
  constexpr auto kAgencies = std::to_array<std::string_view>(
      {"ttxvn", "vov", "vov.vn", "vtv", "vtv.vn", "vietnam+", "vna", "vietnamplus", "xinhua", "reuters",
       "afp", "vietnam", "vnexpress", "chinhphu.vn", "vgp", "vgp news", "vietnam news agency", "tien phong",
       "qdnd"});
  const auto parts = split(text, '/');
  return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return std::find(kAgencies.begin(), kAgencies.end(), key_of(part)) != kAgencies.end();
  });
}

// The words behind one of these, if the text begins with it.
std::string behind(std::string_view text, std::initializer_list<std::string_view> beginnings) {
  const std::string lowered = lower_in_place(text);
  for (const std::string_view beginning : beginnings) {
    if (lowered.starts_with(beginning)) return clean(text.substr(beginning.size()));
  }
  return {};
}

std::string source_in(std::string_view text) {
  // "Theo dõi Báo X trên Google News" invites, it names no source.
  if (lower_in_place(text).starts_with("theo dõi")) return {};
  std::string source = behind(text, {"theo nguồn ", "theo: ", "theo ", "nguồn: ", "nguồn ",
                                     "source: ", "according to ", "来源：", "来源:", "据"});
  while (source.ends_with('.')) source.pop_back();
  return source;
}

bool is_styled(const Piece& piece) {
  return piece.right_aligned || piece.bold || piece.italic || piece.role == Role::author ||
         piece.role == Role::source;
}

std::optional<Signature> name_signature(std::string_view text, const Piece& piece) {
  if (weight_of(text) > kLongestName || ends_sentence(text)) return std::nullopt;
  if (is_agency(text)) return Signature{std::nullopt, std::string(text)};
  const auto words = words_of(text);
  if (is_styled(piece)) {
    const bool han_name = has_han(text) && weight_of(text) <= 16 && !has_digit(text);
    if (looks_like_name(text) || han_name) return Signature{std::string(text), std::nullopt};
    // A pen name with small letters, a pair: "Minh An - thu hà".
    const bool short_name = words.size() <= 5 && starts_with_capital(text) && !has_digit(text) &&
                            !has_han(text) && text.find_first_of(":;?!") == std::string_view::npos &&
                            piece.right_aligned;
    return short_name ? std::optional(Signature{std::string(text), std::nullopt}) : std::nullopt;
  }
  if (!looks_like_name(text) || words.size() > 5) return std::nullopt;
  // One plain word may be anything but initials.
  const bool initials = words.size() == 1 && is_all_capitals(std::string(text) + "AAA") && text.size() <= 6;
  if (words.size() == 1 && !initials && key_of(text) != "pv") return std::nullopt;
  return Signature{std::string(text), std::nullopt};
}

// "Hà An (tổng hợp)", "Hà An (Theo TTXVN)", "Hà An/TTXVN"
std::optional<Signature> name_and_remark(std::string_view text, const Piece& piece) {
  const auto open = text.find('(');
  if (open == std::string_view::npos || open == 0 || !text.ends_with(")")) return std::nullopt;
  const std::string_view name = trim(text.substr(0, open));
  const std::string remark = clean(text.substr(open + 1, text.size() - open - 2));
  auto signature = name_signature(name, piece);
  if (!signature || !signature->byline) return std::nullopt;
  std::string source = source_in(remark);
  if (source.empty() && is_agency(remark)) source = remark;
  if (!source.empty()) signature->source = source;
  return signature;
}

}  // namespace

std::optional<Signature> read_signature(const Piece& piece) {
  if (!piece.is_text() || piece.text.empty() || weight_of(piece.text) > kLongestSource) return std::nullopt;
  const std::string_view inner = without_brackets(piece.text);
  const bool bracketed = inner.size() != piece.text.size();
  const std::string source = source_in(inner);
  if (!source.empty() && words_of(source).size() <= 12) {
    if (bracketed || is_styled(piece) || (weight_of(inner) <= 50 && !ends_sentence(inner)))
      return Signature{std::nullopt, source};
  }
  std::string name = behind(inner, {"记者 ", "记者", "作者 ", "通讯员 ", "by ", "pv "});
  if (!name.empty() && weight_of(name) <= 30 && !ends_sentence(name) &&
      (has_han(name) || looks_like_name(name)) && inner != "PV") {
    return Signature{name, std::nullopt};
  }
  if (auto signature = name_and_remark(inner, piece)) return signature;
  // "Mai Ca - Ảnh: Sơn Ca"
  const std::string lowered = lower_in_place(inner);
  for (const std::string_view photo : {" - ảnh:", " – ảnh:", "; ảnh:", ", ảnh:", " - photo:", " - photos:"}) {
    const auto at = lowered.find(photo);
    if (at != std::string::npos && at > 0) return name_signature(trim(inner.substr(0, at)), piece);
  }
  return name_signature(inner, piece);
}

namespace {

// "Tin trước | Tin sau | Mục lục", all of it links.
bool is_bar_of_links(const Piece& piece) {
  const bool bar = piece.text.find('|') != std::string::npos || piece.text.find("•") != std::string::npos;
  return bar && piece.link_share > 0.8 && weight_of(piece.text) < 200;
}

}  // namespace

void strip_tail(std::vector<Piece>& body, ItemDraft& draft) {
  bool signed_already = false;
  for (int steps = 0; steps < 12 && !body.empty(); ++steps) {
    const Piece& last = body.back();
    if (last.block.kind == content::BlockKind::rule) {
      body.pop_back();
      continue;
    }
    if (!last.is_text()) return;
    if (is_furniture(last.text) || begins_furniture(last.text, last.link_share) != Certainty::no ||
        is_bar_of_links(last)) {
      body.pop_back();
      continue;
    }
    if (body.size() == 1) return;
    const SmallPrint print = read_small_print(last.parts);
    if (!print.values.empty() && is_small_print(print, last)) {
      draft.take(print, last, BareDates::ignored);
      body.pop_back();
      continue;
    }
    if (only_date(last.text) && weight_of(last.text) <= 60) {
      draft.add_published(last.text, DateRank::closing, last.line, "date at the end");
      body.pop_back();
      continue;
    }
    const auto signature = read_signature(last);
    // Above a name: "(Theo Báo Vân Châu)".
    if (!signature || (signed_already && (signature->byline || !last.text.starts_with('(')))) return;
    if (signature->byline) {
      draft.set_byline(*signature->byline, last.line, "signature at the end");
      signed_already = true;
    }
    // An agency that signs above and below said nothing new.
    if (signature->source && signature->source != draft.item().byline)
      draft.set(&RecognisedItem::source, *signature->source, last.line, "source at the end");
    body.pop_back();
  }
}

}  // namespace haidang::exchange
