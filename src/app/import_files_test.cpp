#include "app/import_files.h"

#include <gmock/gmock.h>

#include <fstream>

#include "app/exit_code.h"
#include "test_database.h"

namespace haidang::app {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;

class ImportFilesTest : public ::testing::Test {
 protected:
  fs::path write(const std::string& name, const std::string& bytes = "x") {
    const fs::path path = folder_.path() / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path) << bytes;
    return path;
  }
  haidang::testing::TemporaryFolder folder_;
};

TEST_F(ImportFilesTest, TakesPagesOfFoldersButNotTheirCompanions) {
  const fs::path page = write("b/trang.HTML"), text = write("a.txt");
  write("b/trang_files/frame.html");
  write("b/anh.jpg");
  EXPECT_THAT(list_import_files({folder_.path()}), ElementsAre(text, page));
  const fs::path odd = write("odd.xyz");
  EXPECT_THAT(list_import_files({odd}), ElementsAre(odd)) << "a file that was named is tried";
  EXPECT_THROW(list_import_files({folder_.path() / "none"}), CommandFailure);
}

TEST_F(ImportFilesTest, FindsWhatLiesBesideAPageAndNothingElse) {
  const fs::path page = write("site/bai.html");
  const fs::path picture = write("site/bai_files/anh 1.jpg");
  write("secret.txt");
  EXPECT_EQ(find_beside(page, "bai_files/anh%201.jpg?x=1"), picture);
  for (const char* address :
       {"../secret.txt", "bai_files/../../secret.txt", "/etc/passwd", "http://a.example/x.jpg",
        "data:image/png;base64,x", "", "bai_files", "none.jpg", "%2e%2e/secret.txt"})
    EXPECT_FALSE(find_beside(page, address).has_value()) << address;
  fs::create_symlink(folder_.path() / "secret.txt", folder_.path() / "site/link.jpg");
  EXPECT_FALSE(find_beside(page, "link.jpg").has_value()) << "a link that leads out";
}

}  // namespace
}  // namespace haidang::app
