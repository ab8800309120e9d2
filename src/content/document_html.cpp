#include "content/document_html.h"

#include "content/block_html.h"

namespace haidang::content {

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
