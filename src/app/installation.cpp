#include "app/installation.h"

#include <filesystem>
#include <utility>

#include "base/clock.h"
#include "resources/resources.h"
#include "store/migration.h"

namespace haidang::app {

Installation open_created(DataFolder folder, const Configuration& configuration) {
  auto database =
      std::make_unique<store::Database>(folder.database_url(configuration), configuration.workers + 1);
  store::migrate(*database, store::migrations_from(resources::list("sql/")), SystemClock().now());
  return {std::move(folder), std::move(database)};
}

Installation open_installation(const InstallationOptions& options) {
  DataFolder folder = DataFolder::open(options.data);
  folder.require_writable(options.configuration);
  return open_created(std::move(folder), options.configuration);
}

lang::Catalogues load_catalogues() {
  lang::Catalogues catalogues;
  // Vietnamese first: it answers where nothing better fits.
  for (const char* locale : {"vi", "en", "zh"}) {
    const auto bytes = resources::find(std::string("i18n/") + locale + ".mo");
    if (bytes) catalogues.add(lang::Catalogue(locale, *bytes));
  }
  return catalogues;
}

std::string sentence_of(const lang::Catalogues& catalogues, const Problem& problem) {
  std::string sentence = catalogues.of("en").text(problem.message, problem.parameters);
  for (const auto& [name, value] : problem.parameters)
    if (name == "file") sentence.append(" (").append(value).append(")");
  if (!problem.field.empty()) sentence.append(" [").append(problem.field).append("]");
  return sentence;
}

}  // namespace haidang::app
