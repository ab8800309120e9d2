#include <signal.h>

#include <iostream>
#include <system_error>
#include <thread>

#include "app/commands.h"
#include "app/installation.h"
#include "app/log.h"
#include "app/metrics.h"
#include "app/reactions.h"
#include "app/stop_signal.h"
#include "content/site_directory.h"
#include "files/blob_store.h"
#include "http/server.h"
#include "portal/portal.h"
#include "resources/resources.h"

namespace haidang::app {

namespace {

// The file name of a path without its last extension: "article" of
// "src/features/articles/templates/article.html".
std::string stem_of(std::string_view path) {
  return std::filesystem::path(path).stem().string();
}

render::Templates load_templates() {
  std::vector<std::pair<std::string, std::string_view>> sources;
  for (const char* prefix : {"theme/templates/", "src/"})
    for (const auto& [path, bytes] : resources::list(prefix)) sources.emplace_back(stem_of(path), bytes);
  return render::Templates(sources);
}

std::vector<std::pair<std::string, std::string_view>> load_assets() {
  std::vector<std::pair<std::string, std::string_view>> assets;
  for (const auto& [path, bytes] : resources::list("theme/"))
    if (!path.starts_with("theme/templates/")) assets.emplace_back(path, bytes);
  return assets;
}

http::ServerOptions server_options(const Configuration& configuration) {
  http::ServerOptions options;
  options.listen = configuration.listen;
  options.io_threads = configuration.io_threads;
  options.workers = configuration.workers;
  options.limits.connections = configuration.connections;
  options.limits.body_bytes = configuration.body_limit;
  options.trusted_proxies = configuration.trusted_proxies;
  return options;
}

// Queries are left out: people search for names.
void log_request(const Log& log, const http::Completed& completed) {
  log.write(completed.status >= 500 ? Log::Level::warning : Log::Level::info, "request",
            {{"id", completed.request.id},
             {"method", completed.request.method_name},
             {"path", completed.request.path},
             {"status", std::to_string(completed.status)},
             {"bytes", std::to_string(completed.body_bytes)},
             {"microseconds", std::to_string(completed.elapsed.count())}});
}

void print_addresses(const content::Sites& sites, const std::string& listen, unsigned short port) {
  const std::string host = listen.substr(0, listen.rfind(':'));
  std::cout << "Listening on http://" << host << ":" << port << std::endl;
  for (const content::Site& site : sites.all())
    std::cout << "  " << site.key << ": http://" << site.hosts.front() << ":" << port << "/"
              << site.locales.front() << "/  " << site.text(site.locales.front()).name << std::endl;
}

http::Response metrics_response(const Metrics& metrics) {
  auto response = http::Response::with_type(200, "text/plain; version=0.0.4; charset=utf-8", metrics.text());
  response.headers.set("Cache-Control", "no-store");
  return response;
}

std::unique_ptr<http::Server> make_server(const Configuration& configuration, http::Hooks hooks) {
  try {
    return std::make_unique<http::Server>(server_options(configuration), std::move(hooks));
  } catch (const std::system_error& error) {
    throw CommandFailure(ExitCode::network,
                         "cannot listen on " + configuration.listen + ": " + error.code().message());
  } catch (const std::invalid_argument& error) {
    throw CommandFailure(ExitCode::configuration, error.what());
  }
}

}  // namespace

ExitCode serve_command(const InstallationOptions& options) {
  // Before any thread starts, so that all of them leave the signals to StopSignal.
  StopSignal::block();
  const Log log(options.configuration.log_level);
  const DataFolder folder = DataFolder::open(options.data);
  folder.require_writable(options.configuration);
  const ServeLock lock(folder);
  const Installation installation = open_installation(options);

  const SystemClock clock;
  const render::Templates templates = load_templates();
  const lang::Catalogues catalogues = load_catalogues();
  const files::BlobStore blobs(folder.blobs());
  // What uploads and imports left behind when they were interrupted.
  blobs.sweep(std::filesystem::file_time_type::clock::now() - std::chrono::hours(24));
  content::SiteDirectory sites{content::Sites()};
  const Reactions reactions(*installation.database, sites, log);
  const portal::Portal portal(
      {*installation.database, sites, templates, catalogues, clock, load_assets(),
       [&](const std::string& address) { return blobs.find(address).value_or(std::filesystem::path()); }});

  Metrics metrics;
  http::Hooks hooks;
  hooks.handle = [&](const http::Request& request) {
    if (request.path == "/metrics" && may_see_metrics(request)) return metrics_response(metrics);
    return portal.handle(request);
  };
  hooks.error_page = [&](const http::Request& request, int status) {
    return portal.error_page(request, status);
  };
  hooks.failed = [&](const std::string& what) {
    log.write(Log::Level::error, "handler failed", {{"what", what}});
  };
  const bool log_requests = options.configuration.log_requests;
  hooks.completed = [&, log_requests](const http::Completed& completed) {
    metrics.count(completed);
    if (log_requests || completed.status >= 500) log_request(log, completed);
  };

  const auto server = make_server(options.configuration, std::move(hooks));
  print_addresses(*sites.current(), options.configuration.listen, server->port());
  const StopSignal stop_signal([&] {
    log.write(Log::Level::info, "stopping");
    server->stop();
  });
  server->run();
  log.write(Log::Level::info, "stopped");
  return ExitCode::success;
}

}  // namespace haidang::app
