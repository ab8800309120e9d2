#include <gmock/gmock.h>

#include "people/account_store.h"
#include "people/password.h"
#include "people/role.h"
#include "resources/resources.h"
#include "store/migration.h"
#include "test_database.h"

namespace haidang::people {
namespace {

using haidang::testing::Engine;
using haidang::testing::TestDatabase;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::StartsWith;

class AccountTest : public ::testing::TestWithParam<Engine> {
 protected:
  AccountTest() : database_(GetParam()) {
    store::migrate(*database_, store::migrations_from(resources::list("sql/")));
  }
  Result<AccountId> add(const std::string& email, const std::string& name, const std::string& role) {
    return database_->write([&](store::Session& session) {
      return insert_account(session, {email, name, "hash", role, "so-ngoai-vu"}, Instant{});
    });
  }
  TestDatabase database_;
};

TEST_P(AccountTest, IsFoundByItsAddressInAnyCase) {
  const auto id = add("  Phong.Vien@BinhHai.example ", "Phóng viên", "reporter");
  ASSERT_TRUE(id.has_value());
  const auto account = database_->read(
      [](store::Session& session) { return find_account(session, "PHONG.VIEN@binhhai.example"); });
  ASSERT_TRUE(account.has_value());
  EXPECT_EQ(account->id, *id);
  EXPECT_EQ(account->name, "Phóng viên");
  EXPECT_THAT(account->roles, ElementsAre("reporter"));
}

TEST_P(AccountTest, RefusesByField) {
  ASSERT_TRUE(add("a@b.example", "A", "editor").has_value());
  EXPECT_EQ(add("A@B.example", "B", "editor").error().message, "account.email_taken");
  EXPECT_EQ(add("a b@c.example", "A", "editor").error().field, "email");
  EXPECT_EQ(add("nobody", "A", "editor").error().field, "email");
  EXPECT_EQ(add("c@d.example", "  ", "editor").error().field, "name");
  EXPECT_EQ(add("c@d.example", "C", "king").error().field, "role");
}

INSTANTIATE_TEST_SUITE_P(Engines, AccountTest, ::testing::ValuesIn(haidang::testing::engines()),
                         haidang::testing::engine_name);

TEST(Password, IsArgon2idAndVerifies) {
  const std::string hash = hash_password("một mật khẩu dài", PasswordCost::minimal);
  EXPECT_THAT(hash, StartsWith("$argon2id$"));
  EXPECT_TRUE(verify_password(hash, "một mật khẩu dài"));
  EXPECT_FALSE(verify_password(hash, "một mật khẩu khác"));
  EXPECT_FALSE(verify_password("not a hash", "x"));
  EXPECT_NE(hash, hash_password("một mật khẩu dài", PasswordCost::minimal)) << "salted";
}

TEST(Password, SecretsDifferAndCanBeTyped) {
  EXPECT_NE(random_password(), random_password());
  EXPECT_NE(random_token(), random_token());
  EXPECT_EQ(random_password().size(), 19U);
  EXPECT_EQ(random_token().size(), 43U);
  EXPECT_EQ(random_password().find_first_of("01lioO"), std::string::npos);
}

TEST(Role, KnowsItsNames) {
  EXPECT_TRUE(is_known_role("approver"));
  EXPECT_FALSE(is_known_role("root"));
}

}  // namespace
}  // namespace haidang::people
