// carry_ids of document_ids.h: which block of a document is which block of the
// version before.
#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/text.h"
#include "content/document_ids.h"

namespace haidang::content {

namespace {

constexpr double kSimilar = 0.7;         // translation memory uses the same threshold
constexpr std::size_t kShort = 32;       // characters: below this similarity says little
constexpr std::size_t kCandidates = 64;  // the nearest old blocks that a new one is compared with
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

using Bigrams = std::vector<std::uint64_t>;  // sorted

// A block in document order (a container stands before what it holds).
struct Entry {
  BlockKind kind{};
  std::string text;  // with everything inside it, and the media it shows
  const Block* old = nullptr;
  Block* fresh = nullptr;  // of the new document
  std::size_t partner = kNone;
  bool holds_blocks = false;
  Bigrams bigrams;  // filled for blocks that need comparing
};

std::string text_of(const Block& block) {
  std::string text = plain_text(block.text);
  for (const Block& child : block.children) text.append("\n").append(text_of(child));
  if (!block.media.empty()) return text.append("\n").append(block.media);
  return text.append("\n").append(block.address);
}

template <class Blocks>
void list_blocks(Blocks& blocks, std::vector<Entry>& out) {
  for (auto& block : blocks) {
    Entry& entry = out.emplace_back();
    entry.kind = block.kind;
    entry.text = text_of(block);
    entry.holds_blocks = !block.children.empty();
    if constexpr (std::is_const_v<Blocks>)
      entry.old = &block;
    else
      entry.fresh = &block;
    list_blocks(block.children, out);
  }
}

Bigrams bigrams_of(std::string_view text) {
  Bigrams pairs;
  std::uint64_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint64_t character = next_code_point(text, at);
    pairs.push_back((before << 32) | character);
    before = character;
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

// Dice's coefficient of the pairs of neighbouring characters: 1 for the same
// text, 0 for nothing in common; works alike for words with and without spaces.
double similarity(const Bigrams& a, const Bigrams& b) {
  const auto total = static_cast<double>(a.size() + b.size());
  if (total == 0) return 0;
  if (2.0 * static_cast<double>(std::min(a.size(), b.size())) / total < kSimilar)
    return 0;  // cannot reach it
  std::size_t shared = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right)
      ++shared, ++left, ++right;
    else if (*left < *right)
      ++left;
    else
      ++right;
  }
  return 2.0 * static_cast<double>(shared) / total;
}

class Matcher {
 public:
  Matcher(const Document& previous, Document& next) {
    list_blocks(previous.blocks, old_);
    list_blocks(next.blocks, new_);
  }

  void match() {
    pair_kept_ids();
    pair_unchanged_ends();
    pair_unchanged();
    pair_similar();
    pair_in_place();
    for (const Entry& entry : new_) {
      if (entry.partner != kNone && entry.fresh->id.empty()) entry.fresh->id = old_[entry.partner].old->id;
    }
  }

 private:
  void pair(std::size_t old_at, std::size_t new_at) {
    old_[old_at].partner = new_at;
    new_[new_at].partner = old_at;
  }
  bool can_pair(std::size_t old_at, std::size_t new_at) const {
    return old_[old_at].partner == kNone && new_[new_at].partner == kNone &&
           old_[old_at].kind == new_[new_at].kind;
  }

  // Blocks of the new document that already have an old id are not ours to change.
  void pair_kept_ids() {
    std::map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < old_.size(); ++i) by_id.emplace(old_[i].old->id, i);
    for (std::size_t i = 0; i < new_.size(); ++i) {
      const auto found = new_[i].fresh->id.empty() ? by_id.end() : by_id.find(new_[i].fresh->id);
      if (found != by_id.end() && old_[found->second].partner == kNone) pair(found->second, i);
    }
  }

  // Rule 1, from the start and from the end.
  void pair_unchanged_ends() {
    const auto same = [&](std::size_t o, std::size_t n) {
      return can_pair(o, n) && old_[o].text == new_[n].text;
    };
    const std::size_t shorter = std::min(old_.size(), new_.size());
    for (std::size_t i = 0; i < shorter && same(i, i); ++i) pair(i, i);
    for (std::size_t i = 1; i <= shorter && same(old_.size() - i, new_.size() - i); ++i) {
      pair(old_.size() - i, new_.size() - i);
    }
  }

  // Rule 1, what is between the ends: the first of the same with the first.
  void pair_unchanged() {
    std::map<std::pair<BlockKind, std::string_view>, std::vector<std::size_t>> by_text;
    for (std::size_t i = old_.size(); i-- > 0;) {
      if (old_[i].partner == kNone) by_text[{old_[i].kind, old_[i].text}].push_back(i);
    }
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (new_[i].partner != kNone) continue;
      const auto found = by_text.find({new_[i].kind, new_[i].text});
      if (found == by_text.end() || found->second.empty()) continue;
      pair(found->second.back(), i);
      found->second.pop_back();
    }
  }

  // Rule 2.
  void pair_similar() {
    struct Candidate {
      double similarity;
      std::size_t distance, old_at, new_at;
    };
    std::map<BlockKind, std::vector<std::size_t>> unpaired;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (old_[i].partner != kNone) continue;
      old_[i].bigrams = bigrams_of(old_[i].text);
      unpaired[old_[i].kind].push_back(i);
    }
    std::vector<Candidate> candidates;
    for (std::size_t n = 0; n < new_.size(); ++n) {
      if (new_[n].partner != kNone) continue;
      const std::vector<std::size_t>& others = unpaired[new_[n].kind];
      const Bigrams mine = bigrams_of(new_[n].text);
      for (std::size_t i = first_candidate(others, n);
           i < others.size() && i < first_candidate(others, n) + kCandidates; ++i) {
        const double found = similarity(old_[others[i]].bigrams, mine);
        const std::size_t distance = std::max(others[i], n) - std::min(others[i], n);
        if (found >= kSimilar) candidates.push_back({found, distance, others[i], n});
      }
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(b.similarity, a.distance, a.new_at, a.old_at) <
             std::tie(a.similarity, b.distance, b.new_at, b.old_at);
    });
    for (const Candidate& candidate : candidates) {
      if (can_pair(candidate.old_at, candidate.new_at)) pair(candidate.old_at, candidate.new_at);
    }
  }

  // The window of old blocks around the new one's place.
  static std::size_t first_candidate(const std::vector<std::size_t>& others, std::size_t place) {
    const auto at =
        static_cast<std::size_t>(std::lower_bound(others.begin(), others.end(), place) - others.begin());
    return at > kCandidates / 2 ? at - kCandidates / 2 : 0;
  }

  // Rule 3. A gap is named by the old block that the last paired block before it has.
  void pair_in_place() {
    using Gap = std::pair<std::size_t, BlockKind>;
    std::map<Gap, std::vector<std::size_t>> old_gaps, new_gaps;
    std::size_t before = kNone;
    for (std::size_t i = 0; i < old_.size(); ++i) {
      if (old_[i].partner != kNone)
        before = i;
      else if (says_little(old_[i]))
        old_gaps[{before, old_[i].kind}].push_back(i);
    }
    before = kNone;
    for (std::size_t i = 0; i < new_.size(); ++i) {
      if (new_[i].partner != kNone)
        before = new_[i].partner;
      else if (says_little(new_[i]))
        new_gaps[{before, new_[i].kind}].push_back(i);
    }
    for (const auto& [gap, news] : new_gaps) {
      const auto olds = old_gaps.find(gap);
      if (olds == old_gaps.end() || olds->second.size() != news.size()) continue;
      for (std::size_t i = 0; i < news.size(); ++i) pair(olds->second[i], news[i]);
    }
  }
  static bool says_little(const Entry& entry) {
    return entry.holds_blocks || count_code_points(entry.text) < kShort;
  }

  std::vector<Entry> old_;
  std::vector<Entry> new_;
};

}  // namespace

void carry_ids(const Document& previous, Document& next) {
  Matcher(previous, next).match();
}

}  // namespace haidang::content
