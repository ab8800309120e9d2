#include "files/blob_store.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <fstream>
#include <thread>

#include "base/digest.h"
#include "test_folder.h"

namespace haidang::files {
namespace {

namespace fs = std::filesystem;

class BlobStoreTest : public testing::Test {
 protected:
  std::size_t incoming_files() const {
    const fs::path incoming = folder.path() / "blobs" / "incoming";
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(incoming), fs::directory_iterator()));
  }
  std::vector<std::string> digests() const {
    std::vector<std::string> found;
    store.for_each([&](const std::string& digest) { found.push_back(digest); });
    return found;
  }
  TestFolder folder;
  BlobStore store{folder.path() / "blobs"};
};

TEST_F(BlobStoreTest, GivesBackWhatItGot) {
  for (const std::string& bytes : {std::string(), std::string("abc"), std::string("\0\xFF\n", 3)}) {
    const Blob blob = store.put(bytes);
    EXPECT_EQ(blob.digest, sha256_hex(bytes));
    EXPECT_EQ(blob.bytes, static_cast<std::int64_t>(bytes.size()));
    EXPECT_EQ(store.read(blob.digest), bytes);
    EXPECT_EQ(store.size(blob.digest), blob.bytes);
    EXPECT_TRUE(store.verify(blob.digest));
  }
  EXPECT_EQ(incoming_files(), 0U);
}

TEST_F(BlobStoreTest, NamesFilesByDigest) {
  const Blob blob = store.put("abc");
  EXPECT_EQ(store.find(blob.digest), folder.path() / "blobs" / "ba" / "78" / blob.digest);
}

TEST_F(BlobStoreTest, KeepsTheSameBytesOnce) {
  const Blob first = store.put("abc");
  const auto written = fs::last_write_time(*store.find(first.digest));
  EXPECT_EQ(store.put("abc").digest, first.digest);
  EXPECT_EQ(fs::last_write_time(*store.find(first.digest)), written);
  EXPECT_EQ(digests(), std::vector{first.digest});
}

TEST_F(BlobStoreTest, KnowsNothingOfOthers) {
  const std::string unknown(64, '0');
  const std::string upper = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";
  store.put("abc");
  for (const std::string& digest : {unknown, upper, std::string("../../etc/passwd"), std::string()}) {
    EXPECT_FALSE(store.find(digest)) << digest;
    EXPECT_FALSE(store.read(digest)) << digest;
    EXPECT_FALSE(store.size(digest)) << digest;
    EXPECT_FALSE(store.verify(digest)) << digest;
    EXPECT_FALSE(store.remove(digest)) << digest;
  }
}

TEST_F(BlobStoreTest, TakesPieces) {
  IncomingBlob incoming = store.receive();
  incoming.append("a");
  incoming.append("");
  incoming.append("bc");
  EXPECT_EQ(incoming.size(), 3);
  EXPECT_TRUE(fs::exists(incoming.path()));
  EXPECT_TRUE(digests().empty());
  EXPECT_EQ(std::move(incoming).keep().digest, sha256_hex("abc"));
}

TEST_F(BlobStoreTest, CopiesFiles) {
  std::ofstream(folder.path() / "source") << std::string(600'000, 'x');
  EXPECT_EQ(store.put_file(folder.path() / "source").digest, sha256_hex(std::string(600'000, 'x')));
  EXPECT_THROW(store.put_file(folder.path() / "missing"), std::system_error);
}

TEST_F(BlobStoreTest, AnAbandonedUploadLeavesNothing) {
  { store.receive().append("half"); }
  EXPECT_EQ(incoming_files(), 0U);
  EXPECT_TRUE(digests().empty());
}

TEST_F(BlobStoreTest, ACrashLeavesNoBlobAndIsSweptUp) {
  const pid_t child = ::fork();
  if (child == 0) {
    IncomingBlob incoming = store.receive();
    incoming.append("half");
    ::_exit(0);  // no destructors, as after a power cut
  }
  ASSERT_EQ(::waitpid(child, nullptr, 0), child);
  EXPECT_EQ(incoming_files(), 1U);
  EXPECT_TRUE(digests().empty());
  EXPECT_EQ(store.sweep(fs::file_time_type::min()), 0U);  // it may still be coming in
  EXPECT_EQ(store.sweep(fs::file_time_type::max()), 1U);
  EXPECT_EQ(incoming_files(), 0U);
}

TEST_F(BlobStoreTest, FindsAndMendsDamage) {
  const Blob blob = store.put("abc");
  const fs::path path = *store.find(blob.digest);
  std::ofstream(path) << "abd";
  EXPECT_FALSE(store.verify(blob.digest));
  fs::resize_file(path, 1);
  store.put("abc");
  EXPECT_TRUE(store.verify(blob.digest));
}

TEST_F(BlobStoreTest, RemovesAndLists) {
  std::vector<std::string> expected;
  for (int i = 0; i < 20; ++i) expected.push_back(store.put(std::to_string(i)).digest);
  EXPECT_TRUE(store.remove(expected.back()));
  expected.pop_back();
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(digests(), expected);
}

TEST_F(BlobStoreTest, ManyThreadsPutTheSame) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 25; ++i) store.put("blob " + std::to_string(i));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(digests().size(), 25U);
  for (const std::string& digest : digests()) EXPECT_TRUE(store.verify(digest));
}

}  // namespace
}  // namespace haidang::files
