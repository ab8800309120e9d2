#pragma once
// The HTML of a block document: semantic, readable by screen readers, and
// loading nothing from elsewhere. Images come only from this site's own media;
// a video is a picture with a link to the place where it plays.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "content/document.h"
#include "lang/catalogue.h"
#include "render/safe_html.h"

namespace haidang::content {

// What is known of a stored file.
struct MediaFacts {
  struct Variant {
    int width = 0;
    std::string address{};
  };
  std::string address{};  // root-relative
  int width = 0;          // pixels, of images; 0 if unknown
  int height = 0;
  std::string media_type{};  // "image/jpeg"
  std::int64_t bytes = 0;
  std::vector<Variant> variants{};  // smaller forms of an image
};
// By content address (sha256 hex); nothing if there is no such file.
using MediaLookup = std::function<std::optional<MediaFacts>(const std::string& digest)>;

// The few words that the renderer adds, in the reader's language.
struct HtmlWords {
  std::string table;       // names a table that has no caption: "Bảng"
  std::string play_video;  // "Xem video"
  std::string download;    // a file without a title: "Tải xuống"
};
HtmlWords html_words(const lang::Catalogue& catalogue);  // document.table, .play_video, .download

enum class ImageLoading { all_lazy, first_eager };

struct HtmlOptions {
  MediaLookup media;  // empty: no file is known
  HtmlWords words;
  std::string locale = "vi";  // how file sizes are written
  std::string origin;         // this site, "https://example.vn": links to it are not external
  std::string sizes = "(min-width: 48rem) 46rem, 100vw";  // the sizes attribute of images in the text
  ImageLoading loading = ImageLoading::all_lazy;
};

// The files that the document shows, in order; an address may stand twice.
std::vector<std::string> media_of(const Document& document);

// Never fails: what should not be there (a stored address that is not allowed)
// is shown as text. Headings, figures and tables have id="b-<block id>".
// An image without a known file is a figure of class "figure-missing" with the
// caption alone.
render::SafeHtml to_html(const Document& document, const HtmlOptions& options);

}  // namespace haidang::content
