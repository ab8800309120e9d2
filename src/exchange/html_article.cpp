#include "exchange/html_article.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/furniture.h"
#include "exchange/html_style.h"
#include "exchange/wording.h"

namespace haidang::exchange {

namespace {

constexpr std::size_t kProseLine = 40;  // letters that make a line prose

class ArticleFinder {
 public:
  ArticleFinder(const HtmlTree& tree, const PageMetadata& metadata) : tree_(tree), metadata_(metadata) {
    place_.skipped.assign(tree.size(), false);
    parent_block_.assign(tree.size(), 0);
    own_.assign(tree.size(), 0);
    linked_.assign(tree.size(), 0);
    sum_.assign(tree.size(), 0);
    lines_.assign(tree.size(), 0);
    titled_.assign(tree.size(), false);
  }

  ArticlePlace find() {
    hide();
    count_letters();
    sum_up();
    mark_titles();
    skip_furniture();
    sum_up();
    skip_boxes();
    sum_up();
    choose_content();
    return std::move(place_);
  }

 private:
  void skip(NodeIndex node) {
    std::fill(place_.skipped.begin() + node, place_.skipped.begin() + tree_[node].end, true);
  }

  void hide() {
    for (NodeIndex i = 0; i < tree_.size(); ++i) {
      const HtmlNode& node = tree_[i];
      if (node.tag.empty()) continue;
      if (node.tag == "input" && equals_ignoring_ascii_case(tree_.attribute(i, "type"), "password"))
        place_.password = true;
      const bool frame =
          node.tag == "iframe" || node.tag == "object" || node.tag == "video" || node.tag == "audio";
      const bool named_hidden = !is_structural(node.tag) && node.role == Role::hidden;
      if (is_silent_element(node.tag) || is_hidden(tree_, i) || named_hidden) {
        skip(i);
        i = node.end - 1;
      } else if (frame) {
        // What stands inside is for browsers that cannot play it.
        for (NodeIndex k = i + 1; k < node.end; ++k) place_.skipped[k] = tree_[k].tag.empty();
      }
    }
  }

  static bool is_structural(std::string_view tag) { return tag == "html" || tag == "body" || tag == "form"; }

  void count_letters() {
    std::vector<bool> in_link(tree_.size(), false);
    for (NodeIndex i = 1; i < tree_.size(); ++i) {
      const HtmlNode& node = tree_[i];
      const NodeIndex parent = node.parent;
      const bool parent_is_block = is_block_element(tree_[parent].tag);
      parent_block_[i] = parent_is_block ? parent : parent_block_[parent];
      in_link[i] = in_link[parent] || node.tag == "a";
      if (!node.tag.empty() || place_.skipped[i]) continue;
      const std::string text = fold_spaces(node.text);
      const std::size_t weight = weight_of(text);
      own_[parent_block_[i]] += weight;
      if (in_link[i]) linked_[parent_block_[i]] += weight;
    }
  }

  std::size_t prose_of(NodeIndex node) const {
    if (own_[node] < kProseLine || linked_[node] * 2 > own_[node]) return 0;
    return own_[node] - linked_[node];
  }

  void sum_up() {
    for (NodeIndex i = static_cast<NodeIndex>(tree_.size()); i-- > 0;) {
      const bool counts = !place_.skipped[i];
      sum_[i] = counts ? prose_of(i) : 0;
      lines_[i] = sum_[i] > 0 ? 1 : 0;
    }
    for (NodeIndex i = static_cast<NodeIndex>(tree_.size()); i-- > 1;) {
      sum_[tree_[i].parent] += sum_[i];
      lines_[tree_[i].parent] += lines_[i];
    }
  }

  // Elements that hold the heading of the article may hold all of it.
  void mark_titles() {
    bool matched = false;
    for (const bool by_metadata : {true, false}) {
      for (NodeIndex i = 0; i < tree_.size() && !matched; ++i) {
        const std::string& tag = tree_[i].tag;
        const bool heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '4';
        const bool titled = heading || (!tag.empty() && tree_[i].role == Role::title);
        if (!titled || place_.skipped[i]) continue;
        const bool site = tree_[i].role == Role::weak_furniture;
        const bool match =
            by_metadata ? matches_title(clean(tree_.text_of(i, 600)), metadata_) : tag == "h1" && !site;
        if (!match) continue;
        for (NodeIndex up = i; up != no_node; up = tree_[up].parent) titled_[up] = true;
      }
      matched = std::find(titled_.begin(), titled_.end(), true) != titled_.end();
    }
  }

  bool asks_for_input(NodeIndex form) const {
    std::size_t fields = 0;
    for (NodeIndex i = form + 1; i < tree_[form].end; ++i) {
      const std::string type = to_ascii_lower(tree_.attribute(i, "type"));
      if (tree_[i].tag == "textarea" || tree_[i].tag == "select") fields += 2;
      if (tree_[i].tag == "input" && type != "hidden" && type != "submit" && type != "button" &&
          type != "image")
        ++fields;
    }
    return fields >= 1;
  }

  // How sure it is that an element is furniture: the share of the page's prose
  // that it may hold and still be left out.
  double furniture_share(NodeIndex node) const {
    const std::string& tag = tree_[node].tag;
    if (is_structural(tag) && tag != "form") return 0;
    if (tag == "nav") return 0.7;
    if (tag == "aside") return 0.5;
    if (tag == "dialog") return 0.9;
    if ((tag == "footer" || tag == "header") && !is_in_article(node)) return 0.4;
    if (tag == "form" && asks_for_input(node)) return 0.25;
    const std::string_view role = tree_.attribute(node, "role");
    if (role == "navigation" || role == "contentinfo" || role == "search" || role == "complementary" ||
        role == "dialog")
      return 0.5;
    switch (tree_[node].role) {
      case Role::furniture:
        return 0.5;
      case Role::breadcrumb:
        return 0.3;
      case Role::weak_furniture:
        return 0.3;
      default:
        return tree_[node].says_furniture ? 0.3 : 0;
    }
  }

  bool is_in_article(NodeIndex node) const {
    return has_ancestor(node, "article") || has_ancestor(node, "main") || has_ancestor(node, "blockquote");
  }

  bool has_ancestor(NodeIndex node, std::string_view tag) const {
    for (NodeIndex up = tree_[node].parent; up != no_node; up = tree_[up].parent) {
      if (tree_[up].tag == tag) return true;
    }
    return false;
  }

  void skip_furniture() {
    const double total = static_cast<double>(std::max<std::size_t>(sum_[0], 1));
    for (NodeIndex i = 1; i < tree_.size(); ++i) {
      if (tree_[i].tag.empty()) continue;
      if (place_.skipped[i]) {
        i = tree_[i].end - 1;
        continue;
      }
      const double share = furniture_share(i);
      if (share == 0 || (titled_[i] && tree_[i].tag != "nav")) continue;
      if (static_cast<double>(sum_[i]) > share * total && sum_[i] > 120) continue;
      skip(i);
      i = tree_[i].end - 1;
    }
  }

  // "Tin cùng chuyên mục" and the teasers behind it: its box where the heading
  // begins one, else the links that follow it among its siblings.
  void skip_boxes() {
    const double total = static_cast<double>(std::max<std::size_t>(sum_[0], 1));
    for (NodeIndex i = 1; i < tree_.size(); ++i) {
      if (place_.skipped[i] || tree_[i].tag.empty() || !is_block_element(tree_[i].tag) || titled_[i])
        continue;
      if (own_[i] + own_[std::min<NodeIndex>(i + 1, static_cast<NodeIndex>(tree_.size() - 1))] > 80) continue;
      const std::string words = clean(tree_.text_of(i, 160));
      if (words.empty() || begins_furniture(words) != Certainty::yes) continue;
      const NodeIndex parent = tree_[i].parent;
      if (begins(i, parent) && !titled_[parent] && static_cast<double>(sum_[parent]) <= 0.45 * total &&
          !is_structural(tree_[parent].tag)) {
        skip(parent);
      } else if (follows_with_links(i, parent, total)) {
        for (NodeIndex k = i; k < tree_[parent].end; k = tree_[k].end) skip(k);
      }
    }
  }

  bool begins(NodeIndex node, NodeIndex parent) const {
    for (NodeIndex k = parent + 1; k < node; ++k) {
      if (tree_[k].tag.empty() && !place_.skipped[k] && !fold_spaces(tree_[k].text).empty()) return false;
    }
    return true;
  }

  bool follows_with_links(NodeIndex node, NodeIndex parent, double total) const {
    std::size_t letters = 0;
    std::size_t linked = 0;
    std::size_t prose = 0;
    for (NodeIndex k = tree_[node].end; k < tree_[parent].end; ++k) {
      if (titled_[k]) return false;
      letters += own_[k];
      linked += linked_[k];
      prose += place_.skipped[k] ? 0 : prose_of(k);
    }
    return letters > 0 && linked * 3 >= letters && static_cast<double>(prose) <= 0.4 * total;
  }

  bool holds_more_than_a_line(NodeIndex node) const {
    const std::string& tag = tree_[node].tag;
    constexpr auto kLines =
        std::to_array<std::string_view>({"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "ul",
                                         "ol", "blockquote", "pre", "figure", "figcaption", "caption", "dl"});
    if (std::find(kLines.begin(), kLines.end(), tag) != kLines.end()) return false;
    if (lines_[node] >= 2) return true;
    // One element whose words are parted by line breaks, or a lone paragraph's home.
    const NodeIndex parent = tree_[node].parent;
    return parent == no_node || lines_[parent] == lines_[node];
  }

  void choose_content() {
    NodeIndex at = 0;
    if (sum_[0] < kProseLine) {
      place_.content = named_content();
      return;
    }
    for (bool deeper = true; deeper;) {
      deeper = false;
      for (NodeIndex child = at + 1; child < tree_[at].end; child = tree_[child].end) {
        if (place_.skipped[child] || sum_[child] * 10 < sum_[at] * 8 || !holds_more_than_a_line(child))
          continue;
        at = child;
        deeper = true;
        break;
      }
    }
    place_.content = at;
    place_.prose = sum_[at];
  }

  // A page of few words: only an element that is named for it can hold them.
  NodeIndex named_content() const {
    NodeIndex found = no_node;
    for (NodeIndex i = 1; i < tree_.size(); ++i) {
      if (tree_[i].tag.empty() || place_.skipped[i] || tree_[i].tag == "body") continue;
      const bool named = tree_[i].tag == "article" || tree_[i].role == Role::content;
      if (!named || !has_words_outside_links(i)) continue;
      if (found == no_node || tree_.is_inside(i, found)) found = i;
    }
    return found;
  }

  bool has_words_outside_links(NodeIndex node) const {
    std::size_t letters = 0;
    for (NodeIndex i = node; i < tree_[node].end; ++i)
      letters += place_.skipped[i] ? 0 : own_[i] - std::min(own_[i], linked_[i]);
    return letters > 0;
  }

  const HtmlTree& tree_;
  const PageMetadata& metadata_;
  ArticlePlace place_;
  std::vector<NodeIndex> parent_block_;
  std::vector<std::size_t> own_;     // letters directly in a block
  std::vector<std::size_t> linked_;  // of these, in links
  std::vector<std::size_t> sum_;     // letters of prose below
  std::vector<std::size_t> lines_;   // lines of prose below
  std::vector<bool> titled_;
};

}  // namespace

bool matches_title(std::string_view text, const PageMetadata& metadata) {
  const std::string& article = metadata.article_key;
  // A key is at most a few times shorter than its text: a long paragraph needs none.
  if (article.empty() || text.size() > 8 * article.size()) return false;
  const std::string key = key_of(text);
  if (weight_of(key) < 8) return false;
  if (key == article) return true;
  // One is cut short in the other.
  const std::size_t shorter = std::min(key.size(), article.size());
  return shorter * 10 >= std::max(key.size(), article.size()) * 6 &&
         (key.starts_with(article.substr(0, shorter)) || article.find(key) != std::string::npos ||
          key.find(article) != std::string::npos);
}

ArticlePlace find_article(const HtmlTree& tree, const PageMetadata& metadata) {
  return ArticleFinder(tree, metadata).find();
}

}  // namespace haidang::exchange
