#include <gtest/gtest.h>

#include "lang/unicode.h"

namespace haidang::lang {
namespace {

TEST(DetectLanguage, Table) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"Hội nghị tổng kết công tác thông tin đối ngoại năm 2021", "vi"},
      {"Tỉnh ủy", "vi"},
      {"Ho\u0323\u0302i nghi\u0323 to\u0309ng ke\u0302\u0301t", "vi"},
      {"Đẩy mạnh hợp tác với Trung Quốc (中国)", "vi"},
      {"The province welcomes foreign investors to its industrial parks.", "en"},
      {"Leaders of Đắk Lắk Province received a delegation of investors from Singapore", "en"},
      {"The café near the market serves visitors all day", "en"},
      {"越南河南省投资促进中心", "zh"},
      {"胡志明市 Ho Chi Minh City 高新技术园区", "zh"},
      {"2021年，河南省（Hà Nam）对外信息工作取得了积极成果。", "zh"},
      {"", ""},
      {"2020", ""},
      {"KH 59", ""},
      {"Провинция приглашает инвесторов", ""},
      {"地域の投資を促進する情報についてのお知らせです", ""},
      {"La province a tenu à présenter ses atouts économiques à l’étranger", ""},
      {"Fișierul specificat nu poate fi găsit; verificați încă o dată dacă există", ""},
      {"ĐẮK LẮK: UBND TỈNH HỌP BÁO", "vi"},
      {"Die Provinz möchte ihre Gäste überall schön begrüßen", ""},
      {"Can we do so on the sea in May?", "en"},
      {"Tin hay", ""},
      {"Hoi nghi tong ket cong tac thong tin doi ngoai cua tinh nam 2021", "vi"},
  };
  for (const auto& [text, language] : table) EXPECT_EQ(detect_language(text), language) << text;
}

}  // namespace
}  // namespace haidang::lang
