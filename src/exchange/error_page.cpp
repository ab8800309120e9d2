#include "exchange/error_page.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "exchange/wording.h"

namespace haidang::exchange {

bool says_not_found(std::string_view line) {
  constexpr auto kBeginnings = std::to_array<std::string_view>({"loi 404",
                                                                "404 not found",

                                                                "404 page",
                                                                "error 404",
                                                                "http error",
                                                                "loi 500",
                                                                "loi 403",
                                                                "403 forbidden",
                                                                "page not found",
                                                                "server error in",
                                                                "runtime error",
                                                                "internal server error",
                                                                "500 internal",
                                                                "khong tim thay trang",
                                                                "trang khong ton tai",
                                                                "trang ban yeu cau khong",
                                                                "trang ban tim khong",
                                                                "trang ban dang tim khong",
                                                                "duong dan khong ton tai",
                                                                "bai viet khong ton tai",
                                                                "noi dung khong ton tai",
                                                                "service unavailable",
                                                                "503 service",
                                                                "bad gateway",
                                                                "the page you requested",
                                                                "the resource cannot be found",
                                                                "the requested url",
                                                                "oops! that page",
                                                                "页面不存在",
                                                                "您访问的页面"});
  if (weight_of(line) > 160) return false;
  const std::string key = key_of(line);
  return key == "404" || std::any_of(kBeginnings.begin(), kBeginnings.end(),
                                     [&](std::string_view begin) { return key.starts_with(key_of(begin)); });
}

}  // namespace haidang::exchange
