#include "content/document_ids.h"

#include <algorithm>
#include <memory>
#include <random>
#include <unordered_set>

#include "content/document_schema.h"

namespace haidang::content {

namespace {

constexpr std::string_view kBase58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr std::size_t kIdLength = 10;

using IdSet = std::unordered_set<std::string>;

void drop_repeated(std::vector<Block>& blocks, IdSet& seen) {
  for (Block& block : blocks) {
    if (!block.id.empty() && !seen.insert(block.id).second) block.id.clear();
    drop_repeated(block.children, seen);
  }
}

std::size_t fill(std::vector<Block>& blocks, IdSet& seen, const IdSource& source) {
  std::size_t given = 0;
  for (Block& block : blocks) {
    if (block.id.empty()) ++given;
    while (block.id.empty()) {
      std::string id = make_id(source());
      if (seen.insert(id).second) block.id = std::move(id);
    }
    given += fill(block.children, seen, source);
  }
  return given;
}

}  // namespace

IdSource random_ids() {
  // Kept: to make one asks the processor what it can do, which a virtual machine
  // answers slowly. Copies of the source share it and never repeat a number.
  return [device = std::make_shared<std::random_device>()] {
    return (std::uint64_t{(*device)()} << 32) | (*device)();
  };
}

std::string make_id(std::uint64_t random) {
  std::string id(kIdLength, '\0');
  // 2^64 is 43 times 58^10: the slight bias towards low ids does not matter.
  for (char& c : id) {
    c = kBase58[random % kBase58.size()];
    random /= kBase58.size();
  }
  return id;
}

bool is_block_id(std::string_view id) {
  return !id.empty() && id.size() <= kMaximumIdBytes && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

std::size_t assign_ids(Document& document, const IdSource& source) {
  IdSet seen;
  drop_repeated(document.blocks, seen);
  return fill(document.blocks, seen, source);
}

}  // namespace haidang::content
