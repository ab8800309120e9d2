#include <atomic>
#include <fstream>
#include <future>
#include <iostream>
#include <thread>

#include "app/commands.h"
#include "app/import_files.h"
#include "app/import_report.h"
#include "app/installation.h"
#include "app/media_shelf.h"
#include "app/progress.h"
#include "base/json.h"
#include "content/public_store.h"
#include "exchange/import_item.h"
#include "exchange/recognise.h"

namespace haidang::app {

namespace {

using exchange::ImportOutcome;
using exchange::RecognisedFile;

// Files recognised together and stored in one transaction: large enough that a
// commit costs little, small enough that a crash repeats little.
constexpr std::size_t kBatch = 256;

struct Tally {
  std::size_t created = 0;
  std::size_t revised = 0;
  std::size_t unchanged = 0;
  std::size_t failed = 0;
};

RecognisedFile recognise_file(const std::filesystem::path& path, const exchange::RecogniseOptions& options) {
  std::error_code error;
  if (std::filesystem::file_size(path, error) > kLargestImportFile && !error)
    return {path.string(), false, "import.problem.too_large", {}};
  const auto bytes = read_whole_file(path);
  if (!bytes) return {path.string(), false, "import.problem.unreadable", {}};
  return exchange::recognise(path.string(), *bytes, options);
}

// Recognises files[first, last) on all cores.
std::vector<RecognisedFile> recognise_batch(const std::vector<std::filesystem::path>& files,
                                            std::size_t first, std::size_t last,
                                            const exchange::RecogniseOptions& options) {
  std::vector<RecognisedFile> recognised(last - first);
  std::atomic<std::size_t> next = first;
  const auto work = [&] {
    for (std::size_t i = next++; i < last; i = next++)
      recognised[i - first] = recognise_file(files[i], options);
  };
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i) threads.emplace_back(work);
  work();
  threads.clear();
  return recognised;
}

class Import {
 public:
  Import(const InstallationOptions& installation_options, const ImportOptions& options)
      : options_(options),
        catalogues_(load_catalogues()),
        installation_(open_installation(installation_options)),
        shelf_(installation_.folder.blobs()),
        site_(find_site()),
        recognise_options_{options.locale, site_.zone} {
    target_.section = find_section();
    target_.state =
        options.state == "published" ? exchange::ImportState::published : exchange::ImportState::draft;
  }

  ExitCode run();

 private:
  content::Site find_site() const;
  content::SectionId find_section() const;
  void take(RecognisedFile& file, store::Session* session);
  void store_item(store::Session& session, RecognisedFile& file, std::size_t number);
  void print_text(const RecognisedFile& file) const;
  void print_summary() const;
  exchange::Explain explain() const {
    return options_.explain ? exchange::Explain::yes : exchange::Explain::no;
  }

  const ImportOptions& options_;
  lang::Catalogues catalogues_;
  Installation installation_;
  MediaShelf shelf_;
  content::Site site_;
  exchange::RecogniseOptions recognise_options_;
  exchange::ImportTarget target_;
  people::Actor actor_ = people::command_line_actor();
  content::IdSource block_ids_ = content::random_ids();
  SystemClock clock_;
  Tally tally_;
  json::array printed_;
};

content::Site Import::find_site() const {
  const content::Sites sites =
      installation_.database->read([](store::Session& session) { return content::load_sites(session); });
  if (sites.all().empty()) throw CommandFailure(ExitCode::data, "the installation has no site");
  const content::Site* site = options_.site.empty() ? &sites.all().front() : sites.by_key(options_.site);
  if (site == nullptr) throw CommandFailure(ExitCode::usage, "there is no site " + options_.site);
  return *site;
}

content::SectionId Import::find_section() const {
  if (options_.section.empty()) return {};
  if (const content::Section* section = site_.section_by_key(options_.section)) return section->id;
  for (const std::string& locale : site_.locales)
    if (const content::Section* section = site_.section_by_slug(locale, options_.section)) return section->id;
  throw CommandFailure(ExitCode::usage, "site " + site_.key + " has no section " + options_.section);
}

ExitCode Import::run() {
  const std::vector<std::filesystem::path> files = list_import_files(options_.paths);
  Progress progress("import", files.size(),
                    options_.dry_run ? ProgressStyle::silent : ProgressStyle::automatic);
  const auto batch_from = [&](std::size_t first) {
    return std::async(std::launch::async, [&, first] {
      return recognise_batch(files, first, std::min(files.size(), first + kBatch), recognise_options_);
    });
  };
  auto upcoming = batch_from(0);
  for (std::size_t first = 0; first < files.size(); first += kBatch) {
    std::vector<RecognisedFile> batch = upcoming.get();
    if (first + kBatch < files.size()) upcoming = batch_from(first + kBatch);
    if (options_.dry_run) {
      for (RecognisedFile& file : batch) take(file, nullptr);
    } else {
      installation_.database->write([&](store::Session& session) {
        for (RecognisedFile& file : batch) take(file, &session);
      });
    }
    progress.update(std::min(files.size(), first + kBatch));
  }
  print_summary();
  return tally_.failed == 0 ? ExitCode::success : ExitCode::faults_found;
}

void Import::take(RecognisedFile& file, store::Session* session) {
  if (file.ok && session != nullptr)
    for (std::size_t number = 0; number < file.items.size(); ++number) store_item(*session, file, number);
  if (!file.ok) ++tally_.failed;
  if (options_.form == OutputForm::json)
    printed_.push_back(exchange::recognised_to_json(file, site_.zone, explain()));
  else
    print_text(file);
}

void Import::store_item(store::Session& session, RecognisedFile& file, std::size_t number) {
  const Instant now = clock_.now();
  editing::EditContext context{session, actor_, site_, now, block_ids_};
  const std::filesystem::path path = std::filesystem::absolute(file.file).lexically_normal();
  const exchange::MediaFinder media = [&](const std::string& address) -> std::optional<std::string> {
    const auto picture = find_beside(path, address);
    const auto bytes = picture ? read_whole_file(*picture) : std::nullopt;
    if (!bytes) return std::nullopt;
    const auto added = shelf_.add(session, actor_, now, picture->filename().string(), *bytes);
    return added.has_value() ? std::optional(*added) : std::nullopt;
  };
  const auto imported = session.nested([&] {
    return exchange::import_item(context, file.items[number], path.string(), number, target_, media);
  });
  if (imported.has_error()) {
    file.ok = false;
    file.problem = sentence_of(catalogues_, imported.error());
    return;
  }
  tally_.created += imported->outcome == ImportOutcome::created ? 1 : 0;
  tally_.revised += imported->outcome == ImportOutcome::revised ? 1 : 0;
  tally_.unchanged += imported->outcome == ImportOutcome::unchanged ? 1 : 0;
}

void Import::print_text(const RecognisedFile& file) const {
  if (!file.ok) {
    const std::string words =
        catalogues_.of("en").has(file.problem) ? catalogues_.of("en").text(file.problem) : file.problem;
    std::cerr << file.file << ": " << words << '\n';
    return;
  }
  if (options_.dry_run || options_.explain) std::cout << report_text(file, site_.zone, explain());
}

void Import::print_summary() const {
  if (options_.form == OutputForm::json) {
    json::object report{{"files", printed_}};
    if (!options_.dry_run)
      report["summary"] = json::object{{"created", tally_.created},
                                       {"revised", tally_.revised},
                                       {"unchanged", tally_.unchanged},
                                       {"failed", tally_.failed}};
    std::cout << json::serialize(report) << std::endl;
    return;
  }
  if (options_.dry_run) return;
  std::cout << tally_.created << " created, " << tally_.revised << " revised, " << tally_.unchanged
            << " unchanged, " << tally_.failed << " failed" << std::endl;
}

}  // namespace

ExitCode import_command(const InstallationOptions& installation, const ImportOptions& options) {
  return Import(installation, options).run();
}

}  // namespace haidang::app
