#include "app/configuration.h"

#include <gmock/gmock.h>

#include <fstream>

#include "app/exit_code.h"
#include "test_database.h"

namespace haidang::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ConfigurationTest : public ::testing::Test {
 protected:
  Configuration read(const std::string& text) {
    std::ofstream(file()) << text;
    Configuration configuration;
    read_configuration(file(), configuration);
    return configuration;
  }
  std::string refusal(const std::string& text) {
    try {
      read(text);
    } catch (const CommandFailure& failure) {
      EXPECT_EQ(failure.code(), ExitCode::configuration);
      return failure.what();
    }
    return "accepted";
  }
  std::filesystem::path file() const { return folder_.path() / "haidang.toml"; }
  haidang::testing::TemporaryFolder folder_;
};

TEST_F(ConfigurationTest, ReadsEveryKindOfValue) {
  const auto configuration = read(
      "listen = \"0.0.0.0:80\"\nworkers = 8\nlog_requests = true\ntrusted_proxies = [\"10.0.0.0/8\", "
      "\"::1\"]\n");
  EXPECT_EQ(configuration.listen, "0.0.0.0:80");
  EXPECT_EQ(configuration.workers, 8U);
  EXPECT_TRUE(configuration.log_requests);
  EXPECT_THAT(configuration.trusted_proxies, ElementsAre("10.0.0.0/8", "::1"));
  EXPECT_EQ(configuration.io_threads, 1U);
}

TEST_F(ConfigurationTest, NamesKeyFileAndLine) {
  EXPECT_THAT(refusal("workers = 2\nworkerz = 3\n"),
              HasSubstr("haidang.toml, line 2: unknown key \"workerz\""));
  EXPECT_THAT(refusal("\n\nworkers = \"many\"\n"), HasSubstr("line 3: bad value for \"workers\""));
  EXPECT_THAT(refusal("workers = 0\n"), HasSubstr("from 1 to 256"));
  EXPECT_THAT(refusal("listen = \"nowhere\"\n"), HasSubstr("HOST:PORT"));
  EXPECT_THAT(refusal("listen = 2026-01-01\n"), HasSubstr("plain value"));
  EXPECT_THAT(refusal("workers = = 2\n"), HasSubstr("line 1"));
}

TEST_F(ConfigurationTest, AMissingFileIsNoFault) {
  Configuration configuration;
  read_configuration(file(), configuration);
  EXPECT_EQ(configuration.listen, "127.0.0.1:8080");
}

TEST_F(ConfigurationTest, FlagsAndEnvironmentFollowTheKey) {
  for (const Setting& setting : settings()) {
    if (setting.key != "io_threads") continue;
    EXPECT_EQ(setting.flag(), "--io-threads");
    EXPECT_EQ(setting.environment(), "HAIDANG_IO_THREADS");
  }
}

}  // namespace
}  // namespace haidang::app
