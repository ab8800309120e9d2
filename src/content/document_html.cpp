#include "content/document_html.h"

#include "content/block_html.h"

namespace haidang::content {

namespace {

void collect_media(const std::vector<Block>& blocks, std::vector<std::string>& media) {
  for (const Block& block : blocks) {
    if (!block.media.empty()) media.push_back(block.media);
    collect_media(block.children, media);
  }
}

}  // namespace

std::vector<std::string> media_of(const Document& document) {
  std::vector<std::string> media;
  collect_media(document.blocks, media);
  return media;
}

HtmlWords html_words(const lang::Catalogue& catalogue) {
  return {.table = catalogue.text("document.table"),
          .play_video = catalogue.text("document.play_video"),
          .download = catalogue.text("document.download")};
}

render::SafeHtml to_html(const Document& document, const HtmlOptions& options) {
  BlockWriter writer(options, Addressing{.origin = options.origin, .page = {}}, HtmlForm::page);
  return render::SafeHtml::trusted(std::move(writer).document(document));
}

}  // namespace haidang::content
