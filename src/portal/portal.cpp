#include "portal/portal.h"

#include <charconv>

#include "content/public_store.h"
#include "features/articles/article_feed.h"
#include "features/articles/article_page.h"
#include "http/router.h"
#include "jobs/outbox_store.h"
#include "lang/locale.h"
#include "portal/frame_parts.h"
#include "portal/home_page.h"
#include "portal/machine_files.h"
#include "portal/message_pages.h"
#include "portal/old_addresses.h"
#include "portal/portal_frame.h"
#include "portal/response_headers.h"
#include "portal/section_page.h"
#include "portal/site_map_page.h"
#include "portal/site_style.h"
#include "web/addresses.h"

namespace haidang::portal {

using http::PathParameters;
using http::Request;
using http::Response;

class Portal::Routes {
 public:
  explicit Routes(Dependencies dependencies)
      : needs_(std::move(dependencies)),
        assets_(needs_.assets),
        router_([this](const Request& request, int status) { return no_route(request, status); }) {
    needs_.templates.require({"portal_frame", "frame_looks", "frame_links", "frame_navigation",
                              "frame_footer", "portal_home", "portal_section", "portal_site_map",
                              "portal_message", "plain_message", "language_choice", "breadcrumb",
                              "empty_state", "article", "article_withdrawn", "article_card", "article_row",
                              "article_lead", "article_line"});
    for (const char* name : {"portal.css", "icon.svg", "icon-180.png", "favicon.ico"}) assets_.path_of(name);
    add_machine_routes();
    add_page_routes();
  }

  Response handle(const Request& request) const {
    Response response = router_.handle(request);
    add_page_headers(response, request);
    return response;
  }

  Response error_page(const Request& request, int status) const {
    Response response = plain_message(request, status, needs_.catalogues, needs_.templates, assets_);
    add_page_headers(response, request);
    return response;
  }

 private:
  // What a handler of a site's own address sees.
  struct Place {
    const Request& request;
    const PathParameters& parameters;
    store::Session& session;
    const std::shared_ptr<const content::Sites>& sites;
    const content::Site& site;
    std::string origin;
  };

  void add(std::string_view pattern, http::RouteHandler handler) {
    router_.add(http::Method::get, pattern, std::move(handler));
  }

  void add_machine_routes() {
    add("/healthz", [](const Request&, const PathParameters&) { return uncached("ok\n"); });
    add("/readyz", [this](const Request&, const PathParameters&) { return ready(); });
    add("/favicon.ico", [this](const Request&, const PathParameters&) { return favicon(); });
    add("/assets/{name}", [this](const Request& request, const PathParameters&) { return asset(request); });
    add_on_site("/media/{name}", [this](const Place& place) {
      auto response = media_response(place.session, place.parameters["name"], needs_.blob_path);
      return response ? *std::move(response) : not_found(place);
    });
    add_on_site("/robots.txt", [](const Place& place) { return robots_response(place.origin); });
    add_on_site("/sitemap.xml", [this](const Place& place) { return sitemap(place, 0); });
    add_on_site("/sitemap/{part}", [this](const Place& place) {
      const std::string_view name = place.parameters["part"];
      std::size_t part = 0;
      const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), part);
      const bool is_part =
          error == std::errc{} && part > 0 && std::string_view(end, name.data() + name.size()) == ".xml";
      return is_part ? sitemap(place, part) : not_found(place);
    });
  }

  void add_page_routes() {
    add_on_site("/", [this](const Place& place) {
      const auto accept = place.request.headers.find("Accept-Language").value_or("");
      const std::string locale = lang::negotiate(accept, place.site.locales);
      Response response = Response::html(302, language_choice(place.site, locale, needs_.templates, assets_));
      response.headers.set("Location", web::home_path(locale));
      response.headers.set("Vary", "Accept-Language");
      return response;
    });
    add_page("/{locale}/", [this](const Place& place, const web::Visit& visit) -> web::Outcome {
      return home_page(visit, place.session, needs_.templates);
    });
    add_page("/{locale}/sitemap", [this](const Place&, const web::Visit& visit) -> web::Outcome {
      return site_map_page(visit, needs_.templates);
    });
    add_page("/{locale}/{section}/", [this](const Place& place, const web::Visit& visit) {
      return section_page(visit, place.session, needs_.templates, list_sizes_, place.parameters["section"]);
    });
    add_page("/{locale}/{section}/{slug}", [this](const Place& place, const web::Visit& visit) {
      return articles::show_article(visit, place.session, needs_.templates, newest_cards_,
                                    {place.parameters["section"], place.parameters["slug"]});
    });
    add_page("/{locale}", [](const Place&, const web::Visit& visit) -> web::Outcome {
      return web::Redirect{301, web::home_path(visit.locale)};
    });
    add_page("/{locale}/{section}", [](const Place& place, const web::Visit& visit) -> web::Outcome {
      const auto* section = place.site.section_by_slug(visit.locale, place.parameters["section"]);
      if (section == nullptr) return web::NotFound{};
      return web::Redirect{301, web::section_path(place.site, visit.locale, section->id)};
    });
    add_feed("/{locale}/feed.xml", {"application/atom+xml; charset=utf-8", render::write_atom});
    add_feed("/{locale}/feed.json", {"application/feed+json", render::write_json_feed});
    add_feed("/{locale}/{section}/feed.xml", {"application/atom+xml; charset=utf-8", render::write_atom});
  }

  // Reads the sites and hands over one snapshot; a host that is no site's gets no page.
  void add_on_site(std::string_view pattern, std::function<Response(const Place&)> handler) {
    add(pattern,
        [this, handler = std::move(handler)](const Request& request, const PathParameters& parameters) {
          return on_site(request, parameters, handler);
        });
  }

  Response on_site(const Request& request, const PathParameters& parameters,
                   const std::function<Response(const Place&)>& handler) const {
    const auto sites = needs_.sites.current();
    return needs_.database.read([&](store::Session& session) {
      const content::Site* site = sites->by_host(request.host);
      if (site == nullptr) {
        if (auto moved = old_address_response(session, *sites, nullptr, request)) return *std::move(moved);
        // RFC 9110 section 15.5.20: this server does not answer for that host.
        return plain_message(request, 421, needs_.catalogues, needs_.templates, assets_);
      }
      Response response =
          handler({request, parameters, session, sites, *site, web::origin_of(request, *site)});
      response.tags.push_back(web::site_tag(site->id));
      return response;
    });
  }

  void add_page(std::string_view pattern,
                std::function<web::Outcome(const Place&, const web::Visit&)> handler) {
    add_on_site(pattern, [this, handler = std::move(handler)](const Place& place) {
      const std::string locale(place.parameters["locale"]);
      if (!place.site.has_locale(locale)) return not_found(place);
      const web::Visit visit = visit_in(place, locale);
      const web::Outcome outcome = handler(place, visit);
      if (const auto* redirect = std::get_if<web::Redirect>(&outcome)) {
        return Response::redirect(redirect->status, redirect->path);
      }
      const auto* page = std::get_if<web::Page>(&outcome);
      return page == nullptr ? not_found(place) : framed(visit, *page);
    });
  }

  struct FeedForm {
    const char* media_type;
    std::string (*write)(const render::Feed&);
  };
  void add_feed(std::string_view pattern, FeedForm form) {
    add_on_site(pattern, [this, form](const Place& place) {
      const std::string locale(place.parameters["locale"]);
      const std::string_view slug = place.parameters["section"];
      const content::Section* section = slug.empty() ? nullptr : place.site.section_by_slug(locale, slug);
      if (!place.site.has_locale(locale) || (!slug.empty() && section == nullptr)) return not_found(place);
      const content::SectionId id = section == nullptr ? content::SectionId{} : section->id;
      const web::Visit visit = visit_in(place, locale);
      const render::Feed feed = articles::make_feed(visit, place.session, id, place.request.path);
      Response response = Response::with_type(200, form.media_type, form.write(feed));
      response.tags = {web::section_tag(id), web::kCatalogueTag};
      return response;
    });
  }

  web::Visit visit_in(const Place& place, const std::string& locale) const {
    return {place.request,
            place.site,
            locale,
            needs_.catalogues.of(locale),
            needs_.catalogues,
            needs_.clock.now(),
            place.origin,
            {place.sites, jobs::newest_outbox_id(place.session)}};
  }

  Response framed(const web::Visit& visit, const web::Page& page) const {
    const auto parts = frame_parts_of(frame_parts_, visit, page.section, needs_.templates, assets_);
    Response response = Response::html(page.status, frame_page(visit, page, *parts, needs_.templates));
    const lang::LocaleInfo* info = lang::find_locale(visit.locale);
    if (info != nullptr) response.headers.set("Content-Language", std::string(info->html_lang));
    response.tags = page.tags;
    response.tags.emplace_back(web::kCatalogueTag);
    return response;
  }

  // Old addresses first; then the page that says there is none.
  Response not_found(const Place& place) const {
    if (auto moved = old_address_response(place.session, *place.sites, &place.site, place.request)) {
      return *std::move(moved);
    }
    std::string locale = language_of(place.request);
    if (!place.site.has_locale(locale)) locale = place.site.locales.front();
    const web::Visit visit = visit_in(place, locale);
    Response response = framed(visit, not_found_page(visit, needs_.templates));
    response.headers.set("Vary", "Accept-Language");
    return response;
  }

  Response no_route(const Request& request, int status) const {
    if (status != 404) return plain_message(request, status, needs_.catalogues, needs_.templates, assets_);
    return on_site(request, {}, [this](const Place& place) { return not_found(place); });
  }

  Response sitemap(const Place& place, std::size_t part) const {
    auto response =
        sitemap_response(sitemap_addresses(place.session, place.site, place.origin), place.origin, part);
    return response ? *std::move(response) : not_found(place);
  }

  Response asset(const Request& request) const {
    if (const Asset* found = assets_.find(request.path)) return kept(found->media_type, found->bytes);
    const std::string style = find_site_style(*needs_.sites.current(), request.path);
    if (!style.empty()) return kept("text/css; charset=utf-8", style);
    return plain_message(request, 404, needs_.catalogues, needs_.templates, assets_);
  }

  Response favicon() const {
    Response response = kept("image/x-icon", assets_.find(assets_.path_of("favicon.ico"))->bytes);
    response.headers.set("Cache-Control", "public, max-age=86400");  // its address does not name its bytes
    return response;
  }

  static Response kept(const std::string& media_type, const std::string& bytes) {
    Response response = Response::with_type(200, media_type, bytes);
    add_immutable_headers(response);
    return response;
  }

  static Response uncached(std::string text, int status = 200) {
    Response response = Response::text(status, std::move(text));
    response.headers.set("Cache-Control", "no-store");
    return response;
  }

  // Ready is who can read the sites.
  Response ready() const {
    try {
      const bool has_sites = needs_.database.read(
          [](store::Session& session) { return !content::load_sites(session).all().empty(); });
      if (has_sites) return uncached("ready\n");
      return uncached("no site\n", 503);
    } catch (const store::DatabaseError&) {
      return uncached("no database\n", 503);
    }
  }

  Dependencies needs_;
  Assets assets_;
  mutable KeptFrameParts frame_parts_;
  mutable KeptListSizes list_sizes_;
  mutable articles::NewestCards newest_cards_;
  http::Router router_;
};

Portal::Portal(Dependencies dependencies) : routes_(std::make_unique<Routes>(std::move(dependencies))) {}
Portal::~Portal() = default;

Response Portal::handle(const Request& request) const {
  return routes_->handle(request);
}
Response Portal::error_page(const Request& request, int status) const {
  return routes_->error_page(request, status);
}

}  // namespace haidang::portal
