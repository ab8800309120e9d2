#include <gtest/gtest.h>

#include <thread>

#include "lang/unicode.h"
#include "lang/vietnamese_alphabet.h"

namespace haidang::lang {
namespace {

TEST(Slug, InThreeLanguages) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"Kế hoạch số 59 - KH/BCĐTTĐN", "ke-hoach-so-59-kh-bcdttdn"},
      {"Tỉnh Đắk Lắk", "tinh-dak-lak"},
      {"“Ủy viên”\u00A0Tỉnh uỷ…", "uy-vien-tinh-uy"},
      {"e\u0302\u0323", "e"},
      {"Ha Nam’s half-year: 12.5 % up", "ha-nam-s-half-year-12-5-up"},
      {"© 2020 €", "2020"},
      {"Straße Œuvre Łódź", "strasse-oeuvre-lodz"},
      {"投资促进中心", "tou-zi-cu-jin-zhong-xin"},
      {"APEC峰会2025年", "apec-feng-hui-2025-nian"},
      {"越南河南省——绿色旅游", "yue-nan-he-nan-sheng-lu-se-lu-you"},
      {"银行重新调整长期利率", "yin-hang-chong-xin-tiao-zheng-chang-qi-li-lu"},
      {"首都河内与部长会议", "shou-du-he-nei-yu-bu-zhang-hui-yi"},
      {"ABC银行XYZ", "abc-yin-hang-xyz"},
      {"２０２５ ＡＢ", "2025-ab"},
      {"diện tích 10 m²", "dien-tich-10-m2"},
      {"!!! … —", ""},
      {"", ""},
      {"\xFF\xFE", ""}};
  for (const auto& [title, slug] : table) EXPECT_EQ(to_slug(title), slug);
}

TEST(Slug, IsStableAndAscii) {
  for (const std::string& letter : vietnamese_letters()) {
    const std::string slug = to_slug("x" + letter);
    ASSERT_EQ(slug.size(), 2U) << letter;
    EXPECT_EQ(to_slug(slug), slug);
  }
}

TEST(Slug, CutAtAWord) {
  EXPECT_EQ(to_slug("thông tin đối ngoại", 96), "thong-tin-doi-ngoai");
  EXPECT_EQ(to_slug("thông tin đối ngoại", 18), "thong-tin-doi");
  EXPECT_EQ(to_slug("thông tin đối ngoại", 13), "thong-tin-doi");
  EXPECT_EQ(to_slug("thông tin đối ngoại", 12), "thong-tin");
  EXPECT_EQ(to_slug("abcdefghij", 4), "abcd");
}

TEST(Slug, FromManyThreads) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int n = 0; n < 50; ++n) EXPECT_EQ(to_slug("对外信息"), "dui-wai-xin-xi");
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace haidang::lang
