#include "web/paging.h"

#include <algorithm>
#include <charconv>

namespace haidang::web {

std::optional<std::int64_t> requested_page(const http::Request& request) {
  const auto text = request.query_value("page");
  if (!text) return 1;
  constexpr std::size_t kDigits = 9;  // more pages than any list has; keeps the offset in range
  if (text->empty() || text->size() > kDigits || text->front() == '0') return std::nullopt;
  std::int64_t page = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), page);
  if (error != std::errc{} || end != text->data() + text->size() || page < 1) return std::nullopt;
  return page;
}

std::optional<Paging> paging_of(std::int64_t page, std::int64_t total, std::int64_t size) {
  const std::int64_t pages = std::max<std::int64_t>(1, (total + size - 1) / size);
  if (page > pages) return std::nullopt;
  return Paging{page, pages, size};
}

std::vector<std::int64_t> page_numbers(const Paging& paging) {
  constexpr std::int64_t kAround = 2;
  std::vector<std::int64_t> numbers;
  std::int64_t last = 0;
  for (std::int64_t page = 1; page <= paging.pages; ++page) {
    const bool near = page >= paging.page - kAround && page <= paging.page + kAround;
    if (page != 1 && page != paging.pages && !near) {
      // Straight to the next number that is shown.
      page = page < paging.page ? paging.page - kAround - 1 : paging.pages - 1;
      continue;
    }
    if (page == last + 2) numbers.push_back(last + 1);  // a gap of one page is no gap
    if (page > last + 2) numbers.push_back(0);
    numbers.push_back(page);
    last = page;
  }
  return numbers;
}

std::string page_path(const std::string& path, std::int64_t page) {
  return page == 1 ? path : path + "?page=" + std::to_string(page);
}

}  // namespace haidang::web
