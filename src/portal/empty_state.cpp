#include "portal/empty_state.h"

#include "content/public_store.h"
#include "lang/locale.h"
#include "web/addresses.h"

namespace haidang::portal {

std::vector<OtherLanguage> other_languages(const web::Visit& visit, store::Session& session,
                                           content::SectionId section) {
  std::vector<OtherLanguage> found;
  for (const std::string& locale : visit.site.locales) {
    const lang::LocaleInfo* info = lang::find_locale(locale);
    if (locale == visit.locale || info == nullptr) continue;
    const content::Section* stored = visit.site.section(section);
    if (stored != nullptr && stored->text(locale) == nullptr) continue;
    const std::int64_t count = content::count_public(session, visit.site.id, section, locale);
    if (count == 0) continue;
    found.push_back({std::string(info->html_lang), web::section_path(visit.site, locale, section),
                     visit.all_words.of(locale).plural("portal.articles_in_this_language", count)});
  }
  return found;
}

void fill_empty_state(render::Fields& fields, const std::string& text,
                      const std::vector<OtherLanguage>& elsewhere) {
  fields.set("TEXT", text);
  for (const OtherLanguage& language : elsewhere) {
    render::Fields& other = fields.section("OTHER");
    other.set("LANG", language.html_lang);
    other.set("PATH", language.path);
    other.set("NAME", language.text);
  }
}

}  // namespace haidang::portal
