#include "content/document_feed.h"

#include "content/block_html.h"

namespace haidang::content {

render::SafeHtml to_feed_html(const Document& document, const HtmlOptions& options,
                              const std::string& item_address) {
  const auto host = item_address.find("//");
  const auto path = host == std::string::npos ? host : item_address.find_first_of("/?#", host + 2);
  const Addressing addressing{.origin = item_address.substr(0, path), .page = item_address};
  return render::SafeHtml::trusted(BlockWriter(options, addressing, HtmlForm::feed).document(document));
}

}  // namespace haidang::content
