// Pictures, galleries, downloads and videos. No address outside this site is
// ever loaded: facts_of() gives only root-relative ones.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "content/block_html.h"
#include "content/document_address.h"

namespace haidang::content {

namespace {

// "1.2 MB", in Vietnamese "1,2 MB"; decimal units, as in download lists.
std::string describe_size(std::int64_t bytes, std::string_view locale) {
  constexpr std::array<std::string_view, 4> kUnits{"kB", "MB", "GB", "TB"};
  std::int64_t tenths = (bytes + 50) / 100;  // of a kB
  std::size_t unit = 0;
  for (; tenths >= 10'000 && unit + 1 < kUnits.size(); ++unit) tenths = (tenths + 500) / 1'000;
  tenths = std::max<std::int64_t>(tenths, 1);
  std::string size = std::to_string(tenths / 10);
  // From ten on the tenths tell nobody anything.
  if (tenths < 100 && tenths % 10 != 0)
    size.append(locale == "vi" ? "," : ".").append(std::to_string(tenths % 10));
  return size.append(" ").append(kUnits[unit]);
}

std::string describe_type(std::string_view media_type) {
  constexpr std::string_view kOffice = "application/vnd.openxmlformats-officedocument.";
  if (media_type.starts_with(kOffice)) {
    media_type.remove_prefix(kOffice.size());
    if (media_type.starts_with("word")) return "DOCX";
    if (media_type.starts_with("spread")) return "XLSX";
    return "PPTX";
  }
  if (media_type == "text/plain") return "TXT";
  std::string name(media_type.substr(media_type.find('/') + 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return name;
}

}  // namespace

std::optional<MediaFacts> BlockWriter::facts_of(const Block& block) const {
  if (block.media.empty() || !options_.media) return std::nullopt;
  std::optional<MediaFacts> facts = options_.media(block.media);
  if (!facts || !is_root_relative(facts->address)) return std::nullopt;
  std::erase_if(facts->variants, [](const auto& variant) { return !is_root_relative(variant.address); });
  return facts;
}

void BlockWriter::caption(const Block& block) {
  if (block.text.empty() && block.credit.empty()) return;
  out_.append("<figcaption>");
  append_inline(out_, block.text, addressing_);
  if (!block.credit.empty()) {
    if (!block.text.empty()) out_.push_back(' ');
    out_.append("<span class=\"credit\">");
    append_escaped(out_, block.credit);
    out_.append("</span>");
  }
  out_.append("</figcaption>");
}

void BlockWriter::image(const Block& block) {
  const std::optional<MediaFacts> facts = facts_of(block);
  if (!facts) return missing_image(block);
  out_.append("<figure class=\"image\"");
  id_attribute(block);
  out_.push_back('>');
  image_element(*facts, block.alt);
  caption(block);
  out_.append("</figure>\n");
}

// The caption still tells what was to be seen; without one, the alternative text.
void BlockWriter::missing_image(const Block& block) {
  const bool has_caption = !block.text.empty() || !block.credit.empty();
  if (!has_caption && block.alt.empty()) return;
  out_.append("<figure class=\"figure-missing\"");
  id_attribute(block);
  out_.push_back('>');
  if (has_caption) {
    caption(block);
  } else {
    out_.append("<figcaption>");
    append_escaped(out_, block.alt);
    out_.append("</figcaption>");
  }
  out_.append("</figure>\n");
}

void BlockWriter::image_element(const MediaFacts& facts, std::string_view alt) {
  // The largest smaller form stands in src: the original may be of any size.
  const auto largest = std::max_element(facts.variants.begin(), facts.variants.end(),
                                        [](const auto& a, const auto& b) { return a.width < b.width; });
  const bool has_variant = largest != facts.variants.end() && largest->width > 0;
  out_.append("<img");
  append_attribute(out_, "src", addressing_.resolve(has_variant ? largest->address : facts.address));
  if (has_variant && form_ == HtmlForm::page) source_set(facts);
  if (facts.width > 0 && facts.height > 0) {
    const int width = has_variant ? largest->width : facts.width;
    const std::int64_t height = (std::int64_t{facts.height} * width + facts.width / 2) / facts.width;
    append_attribute(out_, "width", std::to_string(width));
    append_attribute(out_, "height", std::to_string(std::max<std::int64_t>(height, 1)));
  }
  out_.append(" alt=\"");  // alt="" too is said: a picture without it is read out by its file name
  append_escaped(out_, alt);
  out_.push_back('"');
  if (form_ == HtmlForm::page) {
    out_.append(eager_next_ ? " decoding=\"async\" fetchpriority=\"high\""
                            : " loading=\"lazy\" decoding=\"async\"");
    eager_next_ = false;
  }
  out_.push_back('>');
}

void BlockWriter::source_set(const MediaFacts& facts) {
  std::string set;
  for (const MediaFacts::Variant& variant : facts.variants) {
    if (variant.width <= 0) continue;
    if (!set.empty()) set.append(", ");
    set.append(variant.address).append(" ").append(std::to_string(variant.width)).append("w");
  }
  append_attribute(out_, "srcset", set);
  append_attribute(out_, "sizes", options_.sizes);
}

void BlockWriter::gallery(const Block& block) {
  out_.append("<figure class=\"gallery\"");
  id_attribute(block);
  out_.append(">\n<div class=\"gallery-items\">\n");
  blocks(block.children);
  out_.append("</div>\n");
  caption(block);
  out_.append("</figure>\n");
}

void BlockWriter::file(const Block& block) {
  const std::optional<MediaFacts> facts = facts_of(block);
  out_.append(facts ? "<p class=\"file\">" : "<p class=\"file file-missing\">");
  if (facts) {
    out_.append("<a");
    append_attribute(out_, "href", addressing_.resolve(facts->address));
    append_attribute(out_, "type", facts->media_type);
    out_.push_back('>');
  }
  // A link in the title would stand inside the link to the file.
  append_escaped(out_, block.text.empty() ? options_.words.download : plain_text(block.text));
  if (facts) {
    out_.append("</a> <span class=\"file-facts\">");
    const std::string type = describe_type(facts->media_type);
    append_escaped(out_, type);
    if (facts->bytes > 0) {
      out_.append(type.empty() ? "" : ", ").append(describe_size(facts->bytes, options_.locale));
    }
    out_.append("</span>");
  }
  out_.append("</p>\n");
}

void BlockWriter::video(const Block& block) {
  out_.append("<figure class=\"video\"");
  id_attribute(block);
  out_.append("><a class=\"video-link\"");
  append_link_attributes(out_, block.address, addressing_);
  out_.push_back('>');
  if (const auto facts = facts_of(block)) image_element(*facts, {});
  out_.append("<span class=\"video-play\">");
  append_escaped(out_, options_.words.play_video);
  out_.append("</span></a>");
  caption(block);
  out_.append("</figure>\n");
}

}  // namespace haidang::content
