#include "app/configuration.h"

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <charconv>

#include "app/exit_code.h"
#include "base/text.h"

namespace haidang::app {

namespace {

using Refusal = std::optional<std::string>;

auto text_into(std::string Configuration::*field) {
  return [field](Configuration& configuration, std::string_view text) -> Refusal {
    configuration.*field = text;
    return std::nullopt;
  };
}

auto number_into(std::size_t Configuration::*field, std::size_t least, std::size_t most) {
  return [=](Configuration& configuration, std::string_view text) -> Refusal {
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < least || value > most)
      return "a number from " + std::to_string(least) + " to " + std::to_string(most);
    configuration.*field = value;
    return std::nullopt;
  };
}

Refusal apply_listen(Configuration& configuration, std::string_view text) {
  const auto colon = text.rfind(':');
  unsigned port = 65'536;
  if (colon != std::string_view::npos)
    std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
  if (colon == std::string_view::npos || colon == 0 || port > 65'535) return "HOST:PORT";
  configuration.listen = text;
  return std::nullopt;
}

Refusal apply_proxies(Configuration& configuration, std::string_view text) {
  configuration.trusted_proxies.clear();
  for (const std::string_view part : split(text, ','))
    if (!trim(part).empty()) configuration.trusted_proxies.emplace_back(trim(part));
  return std::nullopt;
}

Refusal apply_log_level(Configuration& configuration, std::string_view text) {
  constexpr std::array<std::string_view, 5> kLevels = {"debug", "info", "warning", "error", "off"};
  if (std::find(kLevels.begin(), kLevels.end(), text) == kLevels.end())
    return "debug, info, warning, error or off";
  configuration.log_level = text;
  return std::nullopt;
}

Refusal apply_log_requests(Configuration& configuration, std::string_view text) {
  if (text != "true" && text != "false") return "true or false";
  configuration.log_requests = text == "true";
  return std::nullopt;
}

// "io_threads" to "io-threads" or "IO_THREADS".
std::string spelled(std::string_view key, char separator, bool capitals) {
  std::string result(key);
  for (char& c : result) {
    if (c == '_') c = separator;
    if (capitals && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

// Numbers, truth values, texts and lists of texts, as their text.
std::optional<std::string> as_text(const toml::node& node) {
  if (const auto text = node.value_exact<std::string>()) return text;
  if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  if (const auto truth = node.value_exact<bool>()) return *truth ? "true" : "false";
  const toml::array* list = node.as_array();
  if (list == nullptr) return std::nullopt;
  std::string joined;
  for (const toml::node& element : *list) {
    const auto text = element.value_exact<std::string>();
    if (!text) return std::nullopt;
    joined.append(joined.empty() ? "" : ",").append(*text);
  }
  return joined;
}

[[noreturn]] void refuse(const std::filesystem::path& file, const toml::source_region& where,
                         const std::string& sentence) {
  throw CommandFailure(ExitCode::configuration,
                       file.string() + ", line " + std::to_string(where.begin.line) + ": " + sentence);
}

}  // namespace

std::string Setting::flag() const {
  return "--" + spelled(key, '-', false);
}
std::string Setting::environment() const {
  return "HAIDANG_" + spelled(key, '_', true);
}

std::span<const Setting> settings() {
  static const Setting kSettings[] = {
      {"listen", "HOST:PORT", "Address to serve on; port 0 takes a free one", apply_listen},
      {"database", "URL", "postgresql://… for several nodes; default is SQLite in the data folder",
       text_into(&Configuration::database)},
      {"io_threads", "N", "Threads that move bytes", number_into(&Configuration::io_threads, 1, 64)},
      {"workers", "N", "Threads that make pages", number_into(&Configuration::workers, 1, 256)},
      {"connections", "N", "Most connections at once",
       number_into(&Configuration::connections, 1, 1'000'000)},
      {"body_limit", "BYTES", "Largest request body",
       number_into(&Configuration::body_limit, 1024, 1U << 30)},
      {"trusted_proxies", "LIST", "Addresses or ranges whose X-Forwarded-* are believed, separated by commas",
       apply_proxies},
      {"log_level", "LEVEL", "debug, info, warning, error or off", apply_log_level},
      {"log_requests", "BOOL", "Log every request (no addresses, no queries)", apply_log_requests},
  };
  return kSettings;
}

void read_configuration(const std::filesystem::path& file, Configuration& configuration) {
  if (!std::filesystem::exists(file)) return;
  toml::table table;
  try {
    table = toml::parse_file(file.string());
  } catch (const toml::parse_error& error) {
    refuse(file, error.source(), std::string(error.description()));
  }
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    const auto known = std::find_if(settings().begin(), settings().end(),
                                    [&](const Setting& setting) { return setting.key == name; });
    if (known == settings().end()) refuse(file, key.source(), "unknown key \"" + name + "\"");
    const auto text = as_text(node);
    const Refusal refusal = text ? known->apply(configuration, *text) : Refusal("a plain value");
    if (refusal) refuse(file, node.source(), "bad value for \"" + name + "\": expected " + *refusal);
  }
}

}  // namespace haidang::app
