#include "lang/vietnamese_syllable.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace haidang::lang {
namespace {

TEST(VietnameseSyllable, Words) {
  const std::string_view text =
      "thông tin đối ngoại nghiêng gì giêng giết già quý quyển quốc khuya khuỷu thuở huơ hoà hòa Ủy ủy "
      "đường ngoằn xoong soóc kỹ ghế nghị yên y ý yếu Đắk";
  for (const std::string_view word : split(text.substr(0, text.rfind(' ')), ' ')) {
    EXPECT_TRUE(is_vietnamese_syllable(word)) << word;
  }
}

TEST(VietnameseSyllable, OtherWords) {
  for (const char* word : {"Đắk", "céng", "ghà", "ngế", "kà", "hoat", "hoàt", "frères", "für", "señor",
                           "thê-ế", "đ", "", "ngh", "ấấ", "nghiêngg", "2020", "e\u0301\u0302"}) {
    EXPECT_FALSE(is_vietnamese_syllable(word)) << word;
  }
}

}  // namespace
}  // namespace haidang::lang
