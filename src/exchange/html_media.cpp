// Pictures and films of a page.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/html_pieces.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

int pixels(std::string_view value) {
  int number = 0;
  const std::string_view text = trim(value);
  if (text.empty() || text.ends_with('%')) return -1;
  for (const char c : text) {
    if (c < '0' || c > '9') break;
    number = std::min(number * 10 + (c - '0'), 100'000);
  }
  return number;
}

std::string first_of_srcset(std::string_view srcset) {
  const std::string_view first = trim(srcset.substr(0, srcset.find(',')));
  return std::string(first.substr(0, first.find(' ')));
}

bool is_inline_data(std::string_view address) {
  return address.starts_with("data:");
}

std::string picture_address(const HtmlTree& tree, NodeIndex node) {
  for (const std::string_view name : {"data-src", "data-original", "data-lazy-src", "data-lazy", "src"}) {
    const std::string_view value = trim(tree.attribute(node, name));
    if (!value.empty() && !is_inline_data(value)) return std::string(value);
  }
  if (const std::string_view srcset = tree.attribute(node, "srcset"); !srcset.empty())
    return first_of_srcset(srcset);
  return {};
}

std::string_view file_name(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  const auto slash = address.rfind('/');
  return slash == std::string_view::npos ? address : address.substr(slash + 1);
}

bool is_ornament(const HtmlTree& tree, NodeIndex node, std::string_view address) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"spacer", "blank.", "pixel", "1x1", "icon", "bullet", "arrow", "loading", "counter", "emoji", "smiley",
       "transparent", "sprite", "px.gif", "dot.gif", "separator", "new.gif", "print.", "star"});
  const int width = pixels(tree.attribute(node, "width"));
  const int height = pixels(tree.attribute(node, "height"));
  if ((width >= 0 && width <= 40 && !tree.attribute(node, "width").empty()) ||
      (height >= 0 && height <= 40 && !tree.attribute(node, "height").empty())) {
    return true;
  }
  if (address.empty() && tree.attribute(node, "alt").empty()) return true;
  const std::string name = to_ascii_lower(file_name(address));
  if (name.ends_with(".svg")) return true;
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view part) { return name.find(part) != std::string::npos; }) &&
         !(width > 200);
}

}  // namespace

std::optional<content::Block> image_of(const HtmlTree& tree, NodeIndex node) {
  content::Block image;
  image.kind = content::BlockKind::image;
  image.address = picture_address(tree, node);
  if (is_ornament(tree, node, image.address)) return std::nullopt;
  const std::string alt = clean(tree.attribute(node, "alt"));
  const std::string_view name = file_name(image.address);
  const bool named_like_file =
      !alt.empty() && (is_picture_name(alt) || alt == name || alt == name.substr(0, name.rfind('.')));
  if (!named_like_file) image.alt = alt;
  return image;
}

std::optional<content::Block> video_of(const HtmlTree& tree, NodeIndex node) {
  constexpr auto kPlayers = std::to_array<std::string_view>(
      {"youtube.", "youtu.be", "youtube-nocookie.", "vimeo.", "dailymotion.", "facebook.com/plugins/video",
       "player.", "/embed", "video", ".mp4", ".webm", ".m3u8", ".flv", ".mp3", "youku.", "bilibili."});
  std::string address;
  for (const std::string_view name : {"src", "data", "data-src"}) {
    if (address.empty()) address = std::string(trim(tree.attribute(node, name)));
  }
  for (NodeIndex i = node + 1; address.empty() && i < tree[node].end; ++i) {
    if (tree[i].tag == "source" || tree[i].tag == "embed")
      address = std::string(trim(tree.attribute(i, "src")));
  }
  const std::string lowered = to_ascii_lower(address);
  const bool frame = tree[node].tag == "iframe" || tree[node].tag == "embed" || tree[node].tag == "object";
  const bool plays = std::any_of(kPlayers.begin(), kPlayers.end(), [&](std::string_view player) {
    return lowered.find(player) != std::string::npos;
  });
  if (address.empty() || lowered.starts_with("about:") || lowered.starts_with("javascript:") ||
      (frame && !plays)) {
    return std::nullopt;
  }
  content::Block video;
  video.kind = content::BlockKind::video;
  video.address = address;
  return video;
}

}  // namespace haidang::exchange
