#include <gtest/gtest.h>

#include "exchange/furniture.h"

namespace haidang::exchange {
namespace {

TEST(ElementRoles, OnlyExactClassesHide) {
  for (const char* names : {"hidden", "d-none", "a sr-only", "visually-hidden", "element-invisible"})
    EXPECT_EQ(role_of(names), Role::hidden) << names;
  for (const char* names : {"overflow-hidden", "hidden-xs", "hidden-print", "sm:hidden",
                            "field--label-hidden", "d-none d-md-block", "hidden md:flex"})
    EXPECT_NE(role_of(names), Role::hidden) << names;
}

TEST(ElementRoles, DrupalsTextWithSummaryIsTheBody) {
  EXPECT_EQ(role_of("field field--name-body field--type-text-with-summary field--label-hidden"),
            Role::content);
  EXPECT_EQ(role_of("field-type-text-with-summary"), Role::content);
  EXPECT_EQ(role_of("summary"), Role::lead);
  EXPECT_EQ(role_of("statistics_counter first last"), Role::small_print);
}

}  // namespace
}  // namespace haidang::exchange
