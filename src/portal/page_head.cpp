#include "portal/page_head.h"

#include <algorithm>

#include "lang/locale.h"
#include "render/json_ld.h"
#include "web/addresses.h"

namespace haidang::portal {

namespace {

void add_meta(render::Fields& fields, std::string_view property, const std::string& content) {
  if (content.empty()) return;
  render::Fields& meta = fields.section("PROPERTY");
  meta.set("NAME", property);
  meta.set("CONTENT", content);
}

void add_link(render::Fields& fields, std::string_view hreflang, const std::string& address) {
  render::Fields& link = fields.section("ALTERNATE");
  link.set("LANG", hreflang);
  link.set("ADDRESS", address);
}

void fill_alternates(render::Fields& fields, const web::Visit& visit, const web::Page& page) {
  if (page.alternates.empty()) return;
  for (const web::LocalePath& alternate : page.alternates) {
    if (const auto* info = lang::find_locale(alternate.locale)) {
      add_link(fields, info->hreflang, visit.origin + alternate.path);
    }
  }
  add_link(fields, "x-default", visit.origin + default_alternate(page.alternates).path);
}

// The Open Graph protocol (ogp.me).
void fill_sharing(render::Fields& fields, const web::Visit& visit, const web::Page& page,
                  const std::string& title) {
  const auto* article = std::get_if<web::ArticleFacts>(&page.kind);
  add_meta(fields, "og:type", article != nullptr ? "article" : "website");
  add_meta(fields, "og:title", title);
  add_meta(fields, "og:description", page.description);
  add_meta(fields, "og:url", visit.origin + page.path);
  add_meta(fields, "og:site_name", visit.site_text().name);
  for (const web::LocalePath& alternate : page.alternates) {
    if (const auto* info = lang::find_locale(alternate.locale)) {
      const bool own = alternate.locale == visit.locale;
      add_meta(fields, own ? "og:locale" : "og:locale:alternate", std::string(info->open_graph));
    }
  }
  if (!page.picture.empty()) {
    add_meta(fields, "og:image", visit.origin + page.picture);
    add_meta(fields, "og:image:alt", page.picture_alt);
  }
  if (article != nullptr) {
    add_meta(fields, "article:published_time", article->published);
    add_meta(fields, "article:modified_time", article->modified);
  }
}

}  // namespace

const web::LocalePath& default_alternate(const std::vector<web::LocalePath>& alternates) {
  const auto english = std::ranges::find(alternates, "en", &web::LocalePath::locale);
  return english != alternates.end() ? *english : alternates.front();
}

void fill_head(render::Fields& fields, const web::Visit& visit, const web::Page& page) {
  const std::string title = page.title.empty() ? visit.site_text().name : page.title;
  fields.set("DOCUMENT_TITLE", page.title.empty() ? title : title + " | " + visit.site_text().short_name);
  if (!page.description.empty()) fields.section("WITH_DESCRIPTION").set("DESCRIPTION", page.description);
  if (page.path.empty()) {
    fields.show("NOINDEX");
  } else {
    fields.section("CANONICAL").set("ADDRESS", visit.origin + page.path);
    fill_alternates(fields, visit, page);
    fill_sharing(fields, visit, page, title);
  }
  if (!page.previous.empty()) fields.section("PREVIOUS").set("PATH", page.previous);
  if (!page.next.empty()) fields.section("NEXT").set("PATH", page.next);
  for (const web::FeedLink& feed : page.feeds) {
    render::Fields& link = fields.section("FEED");
    link.set("TYPE", feed.media_type);
    link.set("PATH", feed.path);
    link.set("TITLE", feed.title);
  }
  for (const json::value& data : page.structured) {
    fields.section("STRUCTURED").set("DATA", render::json_ld_script(data));
  }
}

}  // namespace haidang::portal
