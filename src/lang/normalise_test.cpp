#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

#include "lang/icu_text.h"
#include "lang/tone_place.h"
#include "lang/unicode.h"
#include "lang/vietnamese_alphabet.h"

namespace haidang::lang {
namespace {

std::string to_nfd(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  return to_utf8(nfd->normalize(to_utf16(text), status));
}

TEST(Normalise, EveryVietnameseLetterComposes) {
  const auto letters = vietnamese_letters();
  ASSERT_EQ(letters.size(), 134U);
  for (const std::string& letter : letters) {
    EXPECT_EQ(to_nfc(letter), letter);
    EXPECT_EQ(to_nfc(to_nfd(letter)), letter);
    EXPECT_EQ(to_nfc(to_nfc(to_nfd(letter))), letter);
  }
}

TEST(Normalise, MarksInAnyOrderGiveTheSameLetter) {
  EXPECT_EQ(to_nfc("e\u0302\u0323"), "ệ");  // not canonical: the dot below comes first
  EXPECT_EQ(to_nfc("e\u0323\u0302"), "ệ");
  EXPECT_EQ(to_nfc("\u00EA\u0323"), "ệ");
  EXPECT_EQ(to_nfc("\u1EB9\u0302"), "ệ");
  EXPECT_EQ(to_nfc("o\u0323\u031B"), "ợ");
  EXPECT_EQ(to_nfc("a\u0323\u0306"), "ặ");
}

TEST(Normalise, MalformedBytesBecomeTheReplacementCharacter) {
  EXPECT_EQ(to_nfc("a\xFF"
                   "b"),
            "a\uFFFDb");
  EXPECT_EQ(to_nfc(""), "");
  EXPECT_EQ(to_lower("\xC3"), "\uFFFD");
}

TEST(Normalise, CaseOfEveryLetter) {
  const auto letters = vietnamese_letters();
  for (std::size_t i = 0; i < 67; ++i) {
    EXPECT_EQ(to_lower(letters[i + 67]), letters[i]);
    EXPECT_EQ(to_upper(letters[i]), letters[i + 67]);
  }
  EXPECT_EQ(to_lower("BCĐTTĐN Thủ TƯỚNG"), "bcđttđn thủ tướng");
  EXPECT_EQ(to_lower("I"), "i");  // never the Turkish rule
}

TEST(FoldMarks, EveryVietnameseLetterBecomesAscii) {
  for (const std::string& letter : vietnamese_letters()) {
    const std::string folded = fold_marks(letter);
    ASSERT_EQ(folded.size(), 1U) << letter;
    EXPECT_EQ(fold_marks(to_nfd(letter)), folded);
    EXPECT_EQ(fold_marks(folded), folded);
    EXPECT_EQ(fold_marks(to_lower(letter)), to_lower(folded));
  }
}

TEST(FoldMarks, LettersThatLookLikeStrokeD) {
  EXPECT_EQ(fold_marks("Đắk Lắk"), "Dak Lak");
  EXPECT_EQ(fold_marks("\u00D0\u1EAFk"), "Dak");
  EXPECT_EQ(fold_marks("\u0189\u1EAFk"), "Dak");
  EXPECT_EQ(fold_marks(to_lower("\u00D0\u0189")), "dd");
}

TEST(FoldMarks, OtherScriptsStay) {
  EXPECT_EQ(fold_marks("投资 한국 が ไทย"), "投资 한국 が ไทย");
  EXPECT_EQ(fold_marks("ß ø ł"), "ß ø ł");
  EXPECT_EQ(fold_marks("Ωά Й 59-KH/BCĐ – “ủy” が"), "Ωα И 59-KH/BCD – “uy” が");
  EXPECT_EQ(fold_marks("a\xFFạ"), "a\uFFFDa");
}

TEST(TonePlace, OpenRhymesOnly) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"hòa", "hoà"},   {"Hòa", "Hoà"},   {"HÒA", "HOÀ"}, {"khóa XII", "khoá XII"},
      {"thủy", "thuỷ"}, {"Ủy", "Uỷ"},     {"ỦY", "UỶ"},   {"khỏe", "khoẻ"},
      {"hoàn", "hoàn"}, {"hóan", "hóan"}, {"quý", "quý"}, {"qúy", "qúy"},
      {"của", "của"},   {"mía", "mía"},   {"hoà", "hoà"}, {"tỉnh ủy, thành ủy.", "tỉnh uỷ, thành uỷ."},
      {"chào", "chào"}, {"tòa,", "toà,"}, {"ỳ", "ỳ"},     {"ọ", "ọ"},
      {"họa", "hoạ"},   {"lõa", "loã"},   {"ũy", "uỹ"},   {"", ""}};
  for (const auto& [from, to] : table) {
    EXPECT_EQ(unify_tone_place(from), to);
    EXPECT_EQ(unify_tone_place(unify_tone_place(from)), to);
    EXPECT_EQ(fold_marks(unify_tone_place(from)), fold_marks(from));
  }
}

}  // namespace
}  // namespace haidang::lang
