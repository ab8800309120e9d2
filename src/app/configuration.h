#pragma once
// haidang.toml in the data folder. Each value can be overridden by environment
// and flag: flag, then environment, then file, then default.
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haidang::app {

struct Configuration {
  std::string listen = "127.0.0.1:8080";
  std::string database;  // "" is SQLite in the data folder
  std::size_t io_threads = 1;
  std::size_t workers = 4;
  std::size_t connections = 10'000;
  std::size_t body_limit = 1024 * 1024;
  std::vector<std::string> trusted_proxies;
  std::string log_level = "info";
  bool log_requests = false;
};

// One value: its key in the file, and how text becomes it.
struct Setting {
  std::string_view key;          // "io_threads"; flag --io-threads, environment HAIDANG_IO_THREADS
  std::string_view placeholder;  // for help: "HOST:PORT"
  std::string_view help;
  // Empty if the text was accepted, else what was expected.
  std::function<std::optional<std::string>(Configuration&, std::string_view text)> apply;

  std::string flag() const;
  std::string environment() const;
};

std::span<const Setting> settings();

// Reads the file over `configuration`; a missing file changes nothing. Throws
// CommandFailure (configuration) naming the key, the file and the line.
void read_configuration(const std::filesystem::path& file, Configuration& configuration);

}  // namespace haidang::app
