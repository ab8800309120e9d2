#pragma once
// A fresh database for one test: SQLite in a temporary folder, and PostgreSQL in
// a schema of its own when HAIDANG_TEST_POSTGRESQL names a server (./dev test
// starts one). Modules that test with it must USE store.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "store/database.h"

namespace haidang::testing {

enum class Engine { sqlite, postgresql };

inline std::vector<Engine> engines() {
  std::vector<Engine> available = {Engine::sqlite};
  if (std::getenv("HAIDANG_TEST_POSTGRESQL") != nullptr) available.push_back(Engine::postgresql);
  return available;
}

inline std::string engine_name(const ::testing::TestParamInfo<Engine>& info) {
  return info.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
}

inline std::string unique_name() {
  static std::atomic<int> counter{0};
  return "haidang_test_" + std::to_string(::getpid()) + "_" + std::to_string(++counter);
}

class TemporaryFolder {
 public:
  TemporaryFolder() : path_(std::filesystem::temp_directory_path() / unique_name()) {
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

class TestDatabase {
 public:
  explicit TestDatabase(Engine engine) : engine_(engine) {
    if (engine == Engine::sqlite) {
      url_ = "sqlite:" + (folder_.path() / "test.db").string();
    } else {
      server_ = std::getenv("HAIDANG_TEST_POSTGRESQL");
      schema_ = unique_name();
      store::Database server(server_);
      server.write([&](store::Session& session) { session.execute_script("CREATE SCHEMA " + schema_); });
      url_ = server_ + (server_.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" +
             schema_;
    }
    database_ = std::make_unique<store::Database>(url_);
  }
  ~TestDatabase() {
    database_.reset();
    if (engine_ == Engine::postgresql) {
      store::Database server(server_);
      server.write(
          [&](store::Session& session) { session.execute_script("DROP SCHEMA " + schema_ + " CASCADE"); });
    }
  }
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  store::Database& operator*() { return *database_; }
  store::Database* operator->() { return database_.get(); }
  const std::string& url() const { return url_; }

 private:
  Engine engine_;
  TemporaryFolder folder_;
  std::string server_;
  std::string schema_;
  std::string url_;
  std::unique_ptr<store::Database> database_;
};

}  // namespace haidang::testing
