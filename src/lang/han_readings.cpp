#include "lang/han_readings.h"

#include <array>

namespace haidang::lang {

namespace {

// Readings after Xiandai Hanyu Cidian (7th edition); ü is written u, as in to_slug.
constexpr std::array kReadings{
    HanReading{"了解", "liao jie"},       HanReading{"传记", "zhuan ji"},
    HanReading{"会计", "kuai ji"},        HanReading{"供给", "gong ji"},
    HanReading{"便宜", "pian yi"},        HanReading{"偿还", "chang huan"},
    HanReading{"内行", "nei hang"},       HanReading{"出差", "chu chai"},
    HanReading{"协调", "xie tiao"},       HanReading{"厦门", "xia men"},
    HanReading{"参差", "cen ci"},         HanReading{"古都", "gu du"},
    HanReading{"同行业", "tong hang ye"}, HanReading{"地壳", "di qiao"},
    HanReading{"央行", "yang hang"},      HanReading{"延长", "yan chang"},
    HanReading{"归还", "gui huan"},       HanReading{"成都", "cheng du"},
    HanReading{"投行", "tou hang"},       HanReading{"投降", "tou xiang"},
    HanReading{"排行", "pai hang"},       HanReading{"擅长", "shan chang"},
    HanReading{"支行", "zhi hang"},       HanReading{"时长", "shi chang"},
    HanReading{"本行", "ben hang"},       HanReading{"漫长", "man chang"},
    HanReading{"率先", "shuai xian"},     HanReading{"率团", "shuai tuan"},
    HanReading{"率领", "shuai ling"},     HanReading{"睡觉", "shui jiao"},
    HanReading{"绵长", "mian chang"},     HanReading{"给予", "ji yu"},
    HanReading{"自给", "zi ji"},          HanReading{"行业", "hang ye"},
    HanReading{"行列", "hang lie"},       HanReading{"行家", "hang jia"},
    HanReading{"行情", "hang qing"},      HanReading{"行长", "hang zhang"},
    HanReading{"西藏", "xi zang"},        HanReading{"角色", "jue se"},
    HanReading{"调价", "tiao jia"},       HanReading{"调控", "tiao kong"},
    HanReading{"调整", "tiao zheng"},     HanReading{"调节", "tiao jie"},
    HanReading{"调解", "tiao jie"},       HanReading{"调试", "tiao shi"},
    HanReading{"迁都", "qian du"},        HanReading{"退还", "tui huan"},
    HanReading{"返还", "fan huan"},       HanReading{"还原", "huan yuan"},
    HanReading{"还款", "huan kuan"},      HanReading{"还贷", "huan dai"},
    HanReading{"都会", "du hui"},         HanReading{"都市", "du shi"},
    HanReading{"重修", "chong xiu"},      HanReading{"重复", "chong fu"},
    HanReading{"重建", "chong jian"},     HanReading{"重返", "chong fan"},
    HanReading{"重启", "chong qi"},       HanReading{"重新", "chong xin"},
    HanReading{"重组", "chong zu"},       HanReading{"重申", "chong shen"},
    HanReading{"银行", "yin hang"},       HanReading{"长久", "chang jiu"},
    HanReading{"长城", "chang cheng"},    HanReading{"长安", "chang an"},
    HanReading{"长度", "chang du"},       HanReading{"长征", "chang zheng"},
    HanReading{"长效", "chang xiao"},     HanReading{"长春", "chang chun"},
    HanReading{"长期", "chang qi"},       HanReading{"长江", "chang jiang"},
    HanReading{"长沙", "chang sha"},      HanReading{"长足", "chang zu"},
    HanReading{"长远", "chang yuan"},     HanReading{"长途", "chang tu"},
    HanReading{"音乐", "yin yue"},        HanReading{"首都", "shou du"},
    HanReading{"乐器", "yue qi"},         HanReading{"乐团", "yue tuan"},
    HanReading{"民乐", "min yue"},        HanReading{"声乐", "sheng yue"},
    HanReading{"雅乐", "ya yue"},         HanReading{"宫廷乐", "gong ting yue"},

    HanReading{"薄弱", "bo ruo"},         HanReading{"差旅", "chai lu"},

};

}  // namespace

HanReading find_han_reading(std::string_view text) {
  HanReading best{};
  for (const HanReading& reading : kReadings) {
    if (text.starts_with(reading.word) && reading.word.size() > best.word.size()) best = reading;
  }
  return best;
}

}  // namespace haidang::lang
