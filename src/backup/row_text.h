#pragma once
// A row of a table as one line of JSON and back: [1,"tin-tuc",null].
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/tables.h"

namespace haidang::backup {

// Ends with a line feed. Throws std::runtime_error for text that is not UTF-8,
// which JSON and PostgreSQL cannot hold.
std::string row_line(const store::Table& table, std::span<const store::Cell> cells);
// Throws BadBackup if the line is no row of this table.
std::vector<store::Cell> read_row_line(const store::Table& table, std::string_view line);

}  // namespace haidang::backup
