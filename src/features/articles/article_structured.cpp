#include "features/articles/article_structured.h"

#include "lang/format.h"
#include "lang/locale.h"
#include "web/addresses.h"

namespace haidang::articles {

json::value structured_article(const web::Visit& visit, const content::PublicEdition& edition,
                               const std::string& path, const std::string& picture) {
  const content::EditionText& text = edition.text;
  const lang::LocaleInfo* info = lang::find_locale(visit.locale);
  const std::string address = visit.origin + path;
  const json::object publisher{{"@type", "Organization"},
                               {"name", visit.site_text().publisher},
                               {"url", visit.origin + web::home_path(visit.locale)}};
  const bool is_article = edition.item.kind == content::ItemKind::article;
  json::object data{{"@context", "https://schema.org"},
                    {"@type", is_article ? "NewsArticle" : "WebPage"},
                    {is_article ? "headline" : "name", text.title},
                    {"url", address},
                    {"inLanguage", info == nullptr ? visit.locale : std::string(info->html_lang)},
                    {"publisher", publisher}};
  if (!text.lead.empty()) data["description"] = text.lead;
  if (edition.published_at)
    data["datePublished"] = lang::format_moment_machine(*edition.published_at, visit.site.zone);
  if (edition.updated_at)
    data["dateModified"] = lang::format_moment_machine(*edition.updated_at, visit.site.zone);
  if (!picture.empty()) data["image"] = json::array{visit.origin + picture};
  if (!is_article) return data;
  data["mainEntityOfPage"] = json::object{{"@type", "WebPage"}, {"@id", address}};
  if (text.byline.empty())
    data["author"] = publisher;
  else
    data["author"] = json::object{{"@type", "Person"}, {"name", text.byline}};
  const content::Section* section =
      visit.site.section(web::nearest_section(visit.site, visit.locale, edition.item.section));
  if (section != nullptr) data["articleSection"] = section->text(visit.locale)->title;
  return data;
}

}  // namespace haidang::articles
