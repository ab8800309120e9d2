#include "web/media.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "content/public_store.h"

namespace haidang::web {

namespace {

struct KnownType {
  std::string_view media_type;
  std::string_view extension;
};
constexpr std::string_view kOffice = "application/vnd.openxmlformats-officedocument.";
constexpr std::array<KnownType, 14> kTypes{{
    {"image/jpeg", "jpg"},
    {"image/png", "png"},
    {"image/webp", "webp"},
    {"image/avif", "avif"},
    {"image/gif", "gif"},
    {"image/svg+xml", "svg"},
    {"application/pdf", "pdf"},
    {"application/zip", "zip"},
    {"text/plain", "txt"},
    {"text/csv", "csv"},
    {"video/mp4", "mp4"},
    {"audio/mpeg", "mp3"},
    {"application/msword", "doc"},
    {"application/vnd.ms-excel", "xls"},
}};

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  render::append_escaped(out, value);
  out.push_back('"');
}

}  // namespace

std::string_view extension_of(std::string_view media_type) {
  const auto found = std::ranges::find(kTypes, media_type, &KnownType::media_type);
  if (found != kTypes.end()) return found->extension;
  if (media_type.starts_with(kOffice)) {
    media_type.remove_prefix(kOffice.size());
    if (media_type.starts_with("word")) return "docx";
    if (media_type.starts_with("spread")) return "xlsx";
    if (media_type.starts_with("presentation")) return "pptx";
  }
  return "bin";
}

std::string media_path(std::string_view address, std::string_view media_type) {
  return "/media/" + std::string(address) + "." + std::string(extension_of(media_type));
}

std::string variant_path(std::string_view address, const content::MediaVariant& variant) {
  return "/media/" + std::string(address) + "-" + std::to_string(variant.width) + "." +
         std::string(extension_of(variant.media_type));
}

std::optional<MediaName> parse_media_name(std::string_view name) {
  constexpr std::size_t kDigits = 64;
  if (name.size() < kDigits + 2) return std::nullopt;
  MediaName parsed{std::string(name.substr(0, kDigits)), 0, {}};
  const bool is_hex = parsed.address.find_first_not_of("0123456789abcdef") == std::string::npos;
  name.remove_prefix(kDigits);
  if (name.front() == '-') {
    const char* const end = name.data() + name.size();
    const auto [stop, error] = std::from_chars(name.data() + 1, end, parsed.width);
    if (error != std::errc{} || parsed.width < 1 || stop == end || name[1] == '0') return std::nullopt;
    name.remove_prefix(static_cast<std::size_t>(stop - name.data()));
  }
  if (!is_hex || name.size() < 2 || name.front() != '.') return std::nullopt;
  parsed.extension = name.substr(1);
  return parsed;
}

KnownMedia known_media(store::Session& session, std::vector<std::string> addresses) {
  std::ranges::sort(addresses);
  // Not std::ranges::unique: Clang 14 cannot compile what it returns.
  addresses.erase(std::unique(addresses.begin(), addresses.end()), addresses.end());
  if (!addresses.empty() && addresses.front().empty()) addresses.erase(addresses.begin());
  KnownMedia known;
  for (content::Media& media : content::find_media(session, addresses)) {
    content::MediaFacts facts{media_path(media.address, media.media_type),
                              media.width,
                              media.height,
                              std::move(media.media_type),
                              media.bytes,
                              {}};
    for (const content::MediaVariant& variant : media.variants)
      facts.variants.push_back({variant.width, variant_path(media.address, variant)});
    known.emplace(std::move(media.address), std::move(facts));
  }
  return known;
}

const content::MediaFacts* find_known(const KnownMedia& media, std::string_view address) {
  const auto found = media.find(address);
  return found == media.end() ? nullptr : &found->second;
}

content::MediaLookup lookup_in(const KnownMedia& media) {
  return [&media](const std::string& address) -> std::optional<content::MediaFacts> {
    const content::MediaFacts* facts = find_known(media, address);
    return facts == nullptr ? std::nullopt : std::optional(*facts);
  };
}

render::SafeHtml picture_html(const content::MediaFacts* facts, std::string_view alt, std::string_view sizes,
                              Loading loading) {
  if (facts == nullptr) return {};
  std::string out = "<img";
  const auto& variants = facts->variants;
  append_attribute(out, "src", variants.empty() ? facts->address : variants.back().address);
  if (!variants.empty()) {
    std::string set;
    for (const auto& variant : variants) {
      set += (set.empty() ? "" : ", ") + variant.address + " " + std::to_string(variant.width) + "w";
    }
    append_attribute(out, "srcset", set);
    append_attribute(out, "sizes", sizes);
  }
  if (facts->width > 0 && facts->height > 0) {
    append_attribute(out, "width", std::to_string(facts->width));
    append_attribute(out, "height", std::to_string(facts->height));
  }
  append_attribute(out, "alt", alt);
  out += loading == Loading::lazy ? " loading=\"lazy\" decoding=\"async\">"
                                  : " fetchpriority=\"high\" decoding=\"async\">";
  return render::SafeHtml::trusted(std::move(out));
}

}  // namespace haidang::web
