#include "exchange/imported_links.h"

#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>
#include <string_view>

#include "base/text.h"
#include "content/document_address.h"

namespace haidang::exchange {

namespace {

// RFC 3986 knows only ASCII; old pages write "tin tức.html" as it is.
std::string ascii_reference(std::string_view reference) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : reference) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && c != '"' && c != '<' && c != '>' && c != '\\' && c != '^' && c != '`' &&
        c != '{' && c != '|' && c != '}') {
      encoded.push_back(c);
    } else {
      encoded.push_back('%');
      encoded.push_back(kDigits[byte >> 4]);
      encoded.push_back(kDigits[byte & 0x0F]);
    }
  }
  return encoded;
}

// The address as it can be stored, or "".
std::string mended(std::string_view address, const std::optional<std::string>& old_address) {
  const std::string reference = ascii_reference(trim(address));
  if (reference.empty() || reference.front() == '#') return {};  // ids of the old page are gone
  const auto parsed = boost::urls::parse_uri_reference(reference);
  if (parsed.has_error()) return {};
  std::string result = reference;
  if (!parsed->has_scheme()) {
    if (!old_address) return {};
    const std::string page = ascii_reference(*old_address);  // the parsed view refers to it
    const auto base = boost::urls::parse_uri(page);
    if (base.has_error()) return {};
    boost::urls::url resolved(*base);
    if (resolved.resolve(*parsed).has_error()) return {};
    result = resolved.buffer();
  }
  return content::is_link_address(result) && !content::is_root_relative(result) ? result : std::string();
}

// A player that leads nowhere: its caption stays as a paragraph.
bool is_lost_video(const content::Block& block) {
  return block.kind == content::BlockKind::video && block.address.empty() && block.media.empty();
}

void mend_blocks(std::vector<content::Block>& blocks, const std::optional<std::string>& old_address) {
  for (content::Block& block : blocks) {
    if (!block.address.empty()) block.address = mended(block.address, old_address);
    for (content::Inline& run : block.text) {
      for (content::Mark& mark : run.marks)
        if (mark.kind == content::MarkKind::link) mark.value = mended(mark.value, old_address);
      std::erase_if(run.marks, [](const content::Mark& mark) {
        return mark.kind == content::MarkKind::link && mark.value.empty();
      });
    }
    mend_blocks(block.children, old_address);
    if (is_lost_video(block) && !block.text.empty()) {
      content::Block paragraph;
      paragraph.text = std::move(block.text);
      block = std::move(paragraph);
    }
  }
  std::erase_if(blocks, is_lost_video);
}

}  // namespace

void mend_links(content::Document& document, const std::optional<std::string>& old_address) {
  mend_blocks(document.blocks, old_address);
}

}  // namespace haidang::exchange
