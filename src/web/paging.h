#pragma once
// Lists in pages: "?page=N", counted from 1.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "http/message.h"

namespace haidang::web {

struct Paging {
  std::int64_t page = 1;
  std::int64_t pages = 1;  // at least 1: an empty list has one page
  std::int64_t size = 1;   // entries a page
  std::int64_t offset() const { return (page - 1) * size; }
};

// The page asked for; 1 if none is. Nothing for what is no page number: "0",
// "-1", "01", "2x", or a number no list reaches.
std::optional<std::int64_t> requested_page(const http::Request& request);

// Nothing if `page` lies beyond the end.
std::optional<Paging> paging_of(std::int64_t page, std::int64_t total, std::int64_t size);

// The page numbers to offer: first, last, and those around the current one; 0
// stands for a gap. At most nine entries.
std::vector<std::int64_t> page_numbers(const Paging& paging);

// The address of a page of the list at `path`: page 1 is the list itself.
std::string page_path(const std::string& path, std::int64_t page);

}  // namespace haidang::web
