#include "exchange/html_page.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/article_reader.h"
#include "exchange/breadcrumb.h"
#include "exchange/error_page.h"
#include "exchange/html_article.h"
#include "exchange/html_blocks.h"
#include "exchange/html_style.h"
#include "exchange/old_address.h"
#include "exchange/site_clock.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

// <time datetime>: by its names the posting's, the update's, or simply one.
void read_time_elements(const HtmlTree& tree, NodeIndex root, const std::vector<bool>& skipped,
                        ItemDraft& draft) {
  bool first = true;
  for (NodeIndex i = root; i < tree[root].end; ++i) {
    if (tree[i].tag != "time" || skipped[i]) continue;
    const std::string_view value = trim(tree.attribute(i, "datetime"));
    if (find_dates(value).empty()) continue;
    const std::string names = to_ascii_lower(tree.names(i) + " " + tree.names(tree[i].parent));
    const bool updated = names.find("updat") != std::string::npos || names.find("modif") != std::string::npos;
    const bool published =
        names.find("publish") != std::string::npos || names.find("entry-date") != std::string::npos ||
        names.find("pubdate") != std::string::npos || names.find("posted") != std::string::npos ||
        names.find("created") != std::string::npos;
    const std::string own = to_ascii_lower(tree.names(i));
    if (updated && !(own.find("publish") != std::string::npos) &&
        own.find("entry-date") == std::string::npos) {
      draft.add_updated(value, DateRank::time_element, tree[i].line, "time element");
    } else {
      if (!published && !first) continue;
      draft.add_published(value, published ? DateRank::time_element : DateRank::bare_time_element,
                          tree[i].line, "time element");
    }
    first = false;
  }
}

// An element named for the author holding a name and nothing else.
void read_author_elements(const HtmlTree& tree, NodeIndex root, const std::vector<bool>& skipped,
                          ItemDraft& draft) {
  for (NodeIndex i = root; i < tree[root].end && !draft.has(&RecognisedItem::byline); ++i) {
    if (tree[i].tag.empty() || skipped[i] || tree[i].tag == "meta") continue;
    const bool linked = tree.attribute(i, "rel") == "author" || tree.attribute(i, "itemprop") == "author";
    if (!linked && tree[i].role != Role::author) continue;
    const std::string text = clean(tree.text_of(i, 200));
    if (text.empty() || text.size() > 100) continue;
    const SmallPrint print = read_small_print(text);
    for (const LabelledValue& value : print.values) {
      if (value.label == Label::byline) draft.set_byline(value.value, tree[i].line, value.rule);
      if (value.label == Label::posted_by)
        draft.set(&RecognisedItem::posted_by, value.value, tree[i].line, value.rule);
      if (value.label == Label::source)
        draft.set(&RecognisedItem::source, value.value, tree[i].line, value.rule);
    }
    if (draft.item().posted_by == text) continue;
    if (print.empty() && (looks_like_name(text) || is_account_name(text)))
      draft.set_byline(text, tree[i].line, "class of an author");
  }
}

// "URL của bản tin này: https://…" at the foot of a version for printing.
void read_printed_address(const HtmlTree& tree, ItemDraft& draft) {
  bool labelled = false;
  for (NodeIndex i = 0; i < tree.size() && !draft.has(&RecognisedItem::old_address); ++i) {
    if (!tree[i].tag.empty()) continue;
    const std::string text = clean(tree[i].text);
    if (text.empty() || text.size() > 1000) continue;
    const bool label = names_old_address(text);
    const auto at = text.find("http");
    if ((labelled || label) && at != std::string::npos && is_absolute_address(text.substr(at)))
      draft.set(&RecognisedItem::old_address, text.substr(at), tree[i].line, "printed address");
    labelled = label;
  }
}

class PageReader {
 public:
  PageReader(std::string_view markup, const RecogniseOptions& options)
      : tree_(HtmlTree::parse(markup)), metadata_(read_metadata(tree_, markup)), draft_(options) {}

  std::optional<RecognisedItem> read() {
    place_ = find_article(tree_, metadata_);
    if (place_.content == no_node) return std::nullopt;
    if (place_.password && place_.prose < 300) return std::nullopt;
    lay_out();
    if (is_list_of_articles() || is_error_page()) return std::nullopt;
    read_metadata_dates();
    read_section_from_crumbs();
    read_article(article_, draft_);
    complete();
    const RecognisedItem& item = draft_.item();
    const bool says_something = !item.body.blocks.empty() || item.lead;
    if (!says_something || !item.title || is_home(*item.title)) return std::nullopt;
    return draft_.finish(metadata_.locale.value);
  }

 private:
  void lay_out() {
    const NodeIndex body = tree_.find("body");
    article_.pieces = pieces_of(tree_, body == no_node ? 0 : body, place_.skipped);
    const auto inside = [&](NodeIndex node, const Piece& piece) {
      return tree_.is_inside(static_cast<NodeIndex>(piece.node), node);
    };
    auto& pieces = article_.pieces;
    const auto count = pieces.size();
    const auto index_of = [&](auto found) { return static_cast<std::size_t>(found - pieces.begin()); };
    const auto first =
        std::find_if(pieces.begin(), pieces.end(), [&](const Piece& p) { return inside(place_.content, p); });
    const auto last = std::find_if(pieces.rbegin(), pieces.rend(),
                                   [&](const Piece& p) { return inside(place_.content, p); });
    article_.content_begin = first == pieces.end() ? count : index_of(first);
    article_.content_end = last == pieces.rend() ? count : index_of(last.base());
    std::vector<int> matches(count, 0);
    for (std::size_t i = 0; i < count; ++i)
      matches[i] = pieces[i].is_text() ? title_match(pieces[i].text) : 0;
    article_.title = find_title(article_, matches);
    root_ = place_.content;
    article_.end = article_.content_end;
    if (article_.title == ArticlePieces::npos) return;
    // The smallest element around title and content: the article's root.
    root_ = tree_.common_ancestor(static_cast<NodeIndex>(pieces[article_.title].node), place_.content);
    mark_frame();
    const auto root_last =
        std::find_if(pieces.rbegin(), pieces.rend(), [&](const Piece& p) { return inside(root_, p); });
    article_.end = root_last == pieces.rend() ? count : index_of(root_last.base());
  }

  // What stands above the title in the head of the site, or first of all on a
  // page that gives the article no element of its own.
  void mark_frame() {
    const auto title = static_cast<NodeIndex>(article_.pieces[article_.title].node);
    for (std::size_t i = 0; i < article_.title; ++i) {
      Piece& piece = article_.pieces[i];
      const auto node = static_cast<NodeIndex>(piece.node);
      piece.in_frame = i == 0 && (tree_[root_].tag == "body" || !tree_.is_inside(node, root_));
      for (NodeIndex up = node; up != no_node && !tree_.is_inside(title, up) && !piece.in_frame;
           up = tree_[up].parent) {
        piece.in_frame = tree_[up].tag == "header" || names_a_frame(tree_.names(up));
      }
    }
  }

  // How much the metadata speak for a line as title; little if the words may as
  // well be the site's name.
  int title_match(std::string_view text) const {
    if (!matches_title(text, metadata_)) return 0;
    return names_a_site(text, metadata_) ? 8 : 50;
  }

  // A long text may well begin with such words.
  bool is_error_page() const {
    if (place_.prose > 600) return false;
    const std::size_t end = std::min<std::size_t>(article_.pieces.size(), article_.content_begin + 4);
    const auto said =
        std::any_of(article_.pieces.begin(), article_.pieces.begin() + static_cast<std::ptrdiff_t>(end),
                    [](const Piece& piece) { return piece.is_text() && says_not_found(piece.text); });
    return said || says_not_found(article_part(metadata_));
  }

  // A front page or a list: headings that lead elsewhere instead of one text.
  bool is_list_of_articles() const {
    std::size_t linked = 0;
    std::size_t texts = 0;
    for (std::size_t i = article_.content_begin; i < article_.content_end; ++i) {
      const Piece& piece = article_.pieces[i];
      if (i == article_.title || !piece.is_text() || weight_of(piece.text) < 12) continue;
      const bool heading =
          piece.block.kind == content::BlockKind::heading || piece.bold || piece.role == Role::title;
      heading&& piece.link_share > 0.9 ? ++linked : ++texts;
    }
    return linked >= 3 && linked * 3 >= texts * 2;
  }

  void read_metadata_dates() {
    const DateRank rank = metadata_.published_structured ? DateRank::structured : DateRank::meta;
    draft_.add_published(metadata_.published.value, rank, metadata_.published.line, metadata_.published.rule);
    // "Modified" is worth saying only where it differs from the posting.
    if (metadata_.updated.value != metadata_.published.value) {
      draft_.add_updated(metadata_.updated.value, DateRank::meta, metadata_.updated.line,
                         metadata_.updated.rule);
    }
    read_time_elements(tree_, root_, place_.skipped, draft_);
  }

  std::string title_for_crumbs() const {
    return article_.title == ArticlePieces::npos ? article_part(metadata_)
                                                 : article_.pieces[article_.title].text;
  }

  void read_section_from_crumbs() {
    const std::string title = title_for_crumbs();
    for (const Breadcrumb& crumb : breadcrumbs_of(tree_)) {
      if (const auto section = section_of(crumb.levels, title)) {
        draft_.set(&RecognisedItem::section, *section, crumb.line, "breadcrumb");
        return;
      }
    }
    const std::size_t end =
        std::min(article_.title == ArticlePieces::npos ? article_.content_begin : article_.title + 3,
                 article_.pieces.size());
    for (std::size_t i = 0; i < end; ++i) {
      if (!article_.pieces[i].is_text()) continue;
      const auto levels = levels_of_line(article_.pieces[i].parts);
      if (levels.empty()) continue;
      if (const auto section = section_of(levels, title)) {
        draft_.set(&RecognisedItem::section, *section, article_.pieces[i].line, "path line");
        return;
      }
    }
    if (const auto section = section_of(metadata_.crumbs, title)) {
      draft_.set(&RecognisedItem::section, *section, 0, "JSON-LD BreadcrumbList");
    }
  }

  // What the article itself did not say, from the metadata.
  void complete() {
    const std::string title = article_part(metadata_);
    if (!is_site_title(title)) {
      draft_.set(&RecognisedItem::title, title, metadata_.page_title.line,
                 metadata_.title.empty() ? "title element" : metadata_.title.rule);
    }
    read_author_elements(tree_, root_, place_.skipped, draft_);
    if (!metadata_.byline.empty() && !is_absolute_address(metadata_.byline.value)) {
      draft_.set_byline(metadata_.byline.value, metadata_.byline.line, metadata_.byline.rule);
    }
    draft_.set(&RecognisedItem::section, undouble(metadata_.section.value), metadata_.section.line,
               metadata_.section.rule);
    read_category_link();
    draft_.set(&RecognisedItem::old_address, metadata_.address.value, metadata_.address.line,
               metadata_.address.rule);
    read_printed_address(tree_, draft_);
    resolve_addresses(draft_.item().body.blocks);
  }

  bool is_site_title(std::string_view title) const {
    return !metadata_.site_name.empty() && same_words(title, metadata_.site_name.value);
  }

  void read_category_link() {
    for (NodeIndex i = root_; i < tree_[root_].end; ++i) {
      if (place_.skipped[i] || tree_[i].tag != "a") continue;
      if (tree_.attribute(i, "rel").find("category") == std::string_view::npos) continue;
      draft_.set(&RecognisedItem::section, tree_.text_of(i, 200), tree_[i].line, "category link");
    }
  }

  void resolve_addresses(std::vector<content::Block>& blocks) const {
    if (metadata_.address.empty()) return;
    for (content::Block& block : blocks) {
      if (!block.address.empty()) block.address = resolve_address(metadata_.address.value, block.address);
      resolve_addresses(block.children);
    }
  }

  HtmlTree tree_;
  PageMetadata metadata_;
  ItemDraft draft_;
  ArticlePlace place_;
  ArticlePieces article_;
  NodeIndex root_ = 0;
};

}  // namespace

std::optional<RecognisedItem> recognise_html(std::string_view markup, const RecogniseOptions& options) {
  return PageReader(markup, options).read();
}

}  // namespace haidang::exchange
