#include "content/document_address.h"

#include <gtest/gtest.h>

#include <string>

#include "content/document_schema.h"

namespace haidang::content {
namespace {

TEST(LinkAddress, TakesTheAllowedKinds) {
  for (const std::string_view address :
       {"https://haidang.gov.vn/", "http://example.vn", "HTTPS://Example.vn/a?b=c#d",
        "https://[2001:db8::1]:8443/", "https://example.vn/tin-tức", "https://example.vn/a@b",
        "mailto:vanphong@haidang.gov.vn", "tel:+84-225-123", "/vi/tin-tuc/", "/", "#b-k3v9", "#"}) {
    EXPECT_TRUE(is_link_address(address)) << address;
  }
}

TEST(LinkAddress, RefusesEverythingElse) {
  for (const std::string_view address : {"",
                                         "javascript:alert(1)",
                                         "JavaScript:alert(1)",
                                         "java\tscript:alert(1)",
                                         " javascript:alert(1)",
                                         "data:text/html,x",
                                         "vbscript:x",
                                         "file:///etc/passwd",
                                         "ftp://example.vn/",
                                         "//evil.example/",
                                         "///evil.example",
                                         "/\\evil.example",
                                         "\\\\evil.example",
                                         "/\t/evil.example",
                                         "https:/example.vn",
                                         "https:example.vn",
                                         "https://",
                                         "https:///x",
                                         "https://:80/",
                                         "https://user@example.vn/",
                                         "https://user:pass@example.vn/",
                                         "https://evil%2eexample/",
                                         "trang.html",
                                         "../trang.html",
                                         "?page=2",
                                         "http://a b/",
                                         "http://a\"b/",
                                         "http://a<b",
                                         "mailto:",
                                         "mailto:nobody",
                                         "tel:",
                                         "tel:<x>",
                                         "http://a\n.vn",
                                         "https://a\x7F.vn",
                                         "https://\xC2\x85.vn",
                                         "https://\xE2\x80\xAE.vn",
                                         "https://\xFF.vn"}) {
    EXPECT_FALSE(is_link_address(address)) << address;
  }
  EXPECT_FALSE(is_link_address("/" + std::string(kMaximumAddressBytes, 'a')));
}

TEST(LanguageTag, IsWellFormed) {
  for (const std::string_view tag :
       {"vi", "en", "zh-Hans", "zh-Hant-TW", "sr-Latn-RS", "de-DE-1996", "haw"}) {
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  }
  for (const std::string_view tag : {"", "v", "vi_VN", "1vi", "vi-", "-vi", "vi--VN", "abcdefghi", "vi\"",
                                     "việt", "en-a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q"}) {
    EXPECT_FALSE(is_language_tag(tag)) << tag;
  }
}

}  // namespace
}  // namespace haidang::content
