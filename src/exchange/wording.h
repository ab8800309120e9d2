#pragma once
// Text as the recogniser compares and measures it: NFC, folded spaces, keys
// without case and marks, sentences, names of people, names of files.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace haidang::exchange {

// Storable text to the letter: NFC, runs of white space as one space, trimmed;
// controls and bidirectional overrides left out. U+001F (part_mark) goes too.
std::string clean(std::string_view text);
// The same for a line whose parts are divided by part_mark; the marks stay.
std::string clean_parts(std::string_view line);

// What separates the parts of a line that stood in elements of their own.
inline constexpr char part_mark = '\x1f';

// For comparing with word lists: lower case, marks folded, "đ" as "d", spaces
// folded, punctuation at both ends left out. Han characters stay.
std::string key_of(std::string_view text);

// Lower case with every byte in place, so that positions hold in both texts.
std::string lower_in_place(std::string_view text);

// Letters as they weigh when a text is measured: a Han character counts as
// two, spaces count too.
std::size_t weight_of(std::string_view text);
bool has_han(std::string_view text);
bool has_letter(std::string_view text);
bool has_digit(std::string_view text);
bool is_han(char32_t c);

std::vector<std::string_view> words_of(std::string_view text);

// Ends like a sentence: . ! ? … 。 ！ ？ ./. also behind closing quotes.
bool ends_sentence(std::string_view text);
std::size_t count_sentences(std::string_view text);

bool starts_with_capital(std::string_view word);
bool is_all_capitals(std::string_view text);
// "1. ", "I.", "a)", "- ", "Điều 3."
bool starts_with_enumerator(std::string_view text);

// A person's, a pair's or a desk's name as it signs an article: "Trần Năng",
// "PV", "Hà An - Minh Vũ", "Ban Biên tập". At most six words.
bool looks_like_name(std::string_view text);
// An account rather than a writer: "admin", "webmaster", "Quản trị".
bool is_account_name(std::string_view text);

// "IMG_8955.jpg", "DSC01234", "image001.png": no caption, no description.
bool is_picture_name(std::string_view text);
bool has_picture_extension(std::string_view path);
bool has_document_extension(std::string_view path);

// The words before and after, without brackets: "(Theo TTXVN)" -> "Theo TTXVN".
std::string_view without_brackets(std::string_view text);

// The text without its first half if both halves are the same:
// "Đối ngoại Đối ngoại" -> "Đối ngoại".
std::string undouble(std::string_view text);

// Same text but for case, marks, spaces and quotes at the ends.
bool same_words(std::string_view a, std::string_view b);

}  // namespace haidang::exchange
