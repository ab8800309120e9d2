#pragma once
// The walk from a tree to pieces (html_blocks.h is its front door).
#include <optional>
#include <string>
#include <vector>

#include "exchange/html_tree.h"
#include "exchange/inline_run.h"
#include "exchange/piece.h"

namespace haidang::exchange {

class PieceReader {
 public:
  PieceReader(const HtmlTree& tree, const std::vector<bool>& skipped) : tree_(tree), skipped_(skipped) {}

  struct Context {
    std::vector<content::Mark> marks;
    Look look;
    Role role = Role::none;
  };

  void read_children(NodeIndex node, const Context& context);
  void read(NodeIndex node, const Context& context);
  // Ends the current block; what was read so far.
  std::vector<Piece> take();

 private:
  std::vector<Piece> pieces_without(NodeIndex node, const Context& context,
                                    const std::vector<NodeIndex>& without) const;
  bool is_gallery(NodeIndex node) const;
  bool is_left_out(NodeIndex node) const;
  Context inside(NodeIndex node, const Context& context) const;
  Role role_at(NodeIndex node) const;

  void read_text(NodeIndex node, const Context& context);
  void read_block(NodeIndex node, const Context& context);
  bool read_labelled_field(NodeIndex node);
  void read_heading(NodeIndex node, const Context& context);
  void read_list(NodeIndex node, const Context& context);
  void read_quote(NodeIndex node, const Context& context);
  void read_table(NodeIndex node, const Context& context);
  void read_figure(NodeIndex node, const Context& context);
  bool read_gallery(NodeIndex node, const Context& context);
  void read_image(NodeIndex node, const Context& context);
  void read_video(NodeIndex node, const Context& context);

  void flush();
  void emit_words(std::vector<content::Inline> words);
  void emit(content::Block block, NodeIndex node, const Context& context);
  void emit_line(std::string_view text, NodeIndex node, Role role);
  void emit_all(std::vector<Piece> pieces);

  const HtmlTree& tree_;
  const std::vector<bool>& skipped_;
  std::vector<NodeIndex> without_;  // left out besides: captions, credits read apart
  std::vector<Piece> pieces_;
  InlineRun run_;
  Piece draft_;            // look and place of the run being read
  std::size_t block_ = 0;  // counts block boundaries, for same_block
  std::size_t last_block_ = static_cast<std::size_t>(-1);
  int heading_level_ = 0;
};

// An <img> as a block; nullopt for spacers, counters, icons.
std::optional<content::Block> image_of(const HtmlTree& tree, NodeIndex node);
// An <iframe>, <video>, <embed> that plays something; nullopt for other frames.
std::optional<content::Block> video_of(const HtmlTree& tree, NodeIndex node);

}  // namespace haidang::exchange
