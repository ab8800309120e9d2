#include "lang/legacy_fonts.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "lang/vietnamese_alphabet.h"

namespace haidang::lang {
namespace {

TEST(Tcvn3, EveryCode) {
  // TCVN 5712:1993 VN3, in the order of the codes.
  EXPECT_EQ(decode_tcvn3("¡¢£¤¥¦§"), "ĂÂÊÔƠƯĐ");
  EXPECT_EQ(decode_tcvn3("¨©ª«¬\u00AD®"), "ăâêôơưđ");
  EXPECT_EQ(decode_tcvn3("µ¶·¸¹ »¼½¾Æ ÇÈÉÊË"), "àảãáạ ằẳẵắặ ầẩẫấậ");
  EXPECT_EQ(decode_tcvn3("ÌÎÏÐÑ ÒÓÔÕÖ ×ØÜÝÞ"), "èẻẽéẹ ềểễếệ ìỉĩíị");
  EXPECT_EQ(decode_tcvn3("ßáâãä åæçèé êëìíî"), "òỏõóọ ồổỗốộ ờởỡớợ");
  EXPECT_EQ(decode_tcvn3("ïñòóô õö÷øù úûüýþ"), "ùủũúụ ừửữứự ỳỷỹýỵ");
}

TEST(Tcvn3, RunningText) {
  EXPECT_EQ(decode_tcvn3("Céng hoµ x· héi chñ nghÜa ViÖt Nam"), "Cộng hoà xã hội chủ nghĩa Việt Nam");
  EXPECT_EQ(decode_tcvn3("§éc lËp - Tù do - H¹nh phóc"), "Độc lập - Tự do - Hạnh phúc");
  EXPECT_EQ(decode_tcvn3("n\u00AD\u00ED"
                         "c (2011 - 2020)"),
            "nước (2011 - 2020)");
  EXPECT_EQ(decode_tcvn3("ViÖt Nam\n\n“H\u03BC Néi”"), "Việt Nam\n\n“Hà Nội”");
  EXPECT_EQ(decode_tcvn3(""), "");
}

TEST(Tcvn3, RawBytes) {
  EXPECT_EQ(decode_tcvn3("Vi\xD6t Nam"), "Việt Nam");
}

TEST(Tcvn3, Capitals) {
  EXPECT_EQ(decode_tcvn3("H¶I D¦¥NG"), "HẢI DƯƠNG");
  EXPECT_EQ(decode_tcvn3("Hµ NéI"), "HÀ NỘI");                  // "Hµ" alone could be either
  EXPECT_EQ(decode_tcvn3("Hµ Néi, TP.HCM"), "Hà Nội, TP.HCM");  // the line has small letters
  EXPECT_EQ(decode_tcvn3("Sở KH§T vµ UBND"), "Sở KHĐT và UBND");
  EXPECT_EQ(decode_tcvn3("céng hoµ\nx· héi", FontCase::capitals), "CỘNG HOÀ\nXÃ HỘI");
}

TEST(Vni, EveryLetter) {
  const std::string_view codes =
      "aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä ñ eø eû eõ eù eï eâ eà eå eã eá eä ì æ ó í ò "
      "oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï uø uû uõ uù uï ö öø öû öõ öù öï yø yû yõ yù î";
  const std::string_view capital_codes =
      "AØ AÛ AÕ AÙ AÏ AÊ AÈ AÚ AÜ AÉ AË AÂ AÀ AÅ AÃ AÁ AÄ Ñ EØ EÛ EÕ EÙ EÏ EÂ EÀ EÅ EÃ EÁ EÄ Ì Æ Ó Í Ò "
      "OØ OÛ OÕ OÙ OÏ OÂ OÀ OÅ OÃ OÁ OÄ Ô ÔØ ÔÛ ÔÕ ÔÙ ÔÏ UØ UÛ UÕ UÙ UÏ Ö ÖØ ÖÛ ÖÕ ÖÙ ÖÏ YØ YÛ YÕ YÙ Î";
  const auto letters = vietnamese_letters();
  const auto small = split(codes, ' ');
  const auto capital = split(capital_codes, ' ');
  ASSERT_EQ(small.size(), 67U);
  ASSERT_EQ(capital.size(), 67U);
  for (std::size_t i = 0; i < 67; ++i) {
    EXPECT_EQ(decode_vni(small[i]), letters[i]);
    EXPECT_EQ(decode_vni(capital[i]), letters[i + 67]);
  }
}

TEST(Vni, RunningText) {
  EXPECT_EQ(decode_vni("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"), "Cộng hòa xã hội chủ nghĩa Việt Nam");
  EXPECT_EQ(decode_vni("Ñoäc laäp - Töï do - Haïnh phuùc"), "Độc lập - Tự do - Hạnh phúc");
  EXPECT_EQ(decode_vni("nöôùc ngoaøi, AÁn Ñoä, Aâu"), "nước ngoài, Ấn Độ, Âu");
  EXPECT_EQ(decode_vni("UÛY BAN"), "ỦY BAN");
  EXPECT_EQ(decode_vni("2020 â"), "2020 â");  // a mark without its letter stays
  EXPECT_EQ(decode_vni("Vie\xE4t"), "Việt");
  EXPECT_EQ(decode_vni("íù"), "íù");
}

TEST(LooksLike, LegacyTextIsFound) {
  EXPECT_TRUE(looks_like_tcvn3("Céng hoµ x· héi chñ nghÜa ViÖt Nam"));
  EXPECT_TRUE(looks_like_tcvn3("Héi nghÞ"));
  EXPECT_TRUE(looks_like_tcvn3("H¶I D¦¥NG Vµ CHÝNH PHñ"));
  EXPECT_TRUE(looks_like_vni("Ñoäc laäp - Töï do - Haïnh phuùc"));
  EXPECT_TRUE(looks_like_vni("Hoäi nghò"));
  EXPECT_FALSE(looks_like_vni("Céng hoµ x· héi chñ nghÜa ViÖt Nam"));
  EXPECT_FALSE(looks_like_tcvn3("Ñoäc laäp - Töï do - Haïnh phuùc"));
}

TEST(LooksLike, OtherTextIsLeftAlone) {
  for (const char* text :
       {"Cộng hòa xã hội chủ nghĩa Việt Nam", "Là có và cô bé", "Tỉnh ủy Hà Nam", "thông tin",
        "Une année de coopération réussie entre la région et l’étranger, déjà très appréciée",
        "« été » à Orléans", "Für die Gäste überall schöne Grüße aus Köln",
        "El señor García y la niña del año", "São Paulo, informação", "Blåbærsyltetøy på Ærø",
        "Microsoft® Windows© 10 µm", "Tout ceci est ASCII.", "", "越南河南省", "½ ¼ ¾ ± ©"}) {
    EXPECT_FALSE(looks_like_tcvn3(text)) << text;
    EXPECT_FALSE(looks_like_vni(text)) << text;
  }
}

}  // namespace
}  // namespace haidang::lang
