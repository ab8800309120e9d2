#include "backup/row_text.h"

#include <stdexcept>

#include "backup/bad_backup.h"
#include "base/json.h"
#include "base/text.h"

namespace haidang::backup {

using store::Cell;
using store::CellType;

std::string row_line(const store::Table& table, std::span<const Cell> cells) {
  json::array row;
  row.reserve(cells.size());
  for (const Cell& cell : cells) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) {
      row.emplace_back(*number);
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
      if (!is_valid_utf8(*text))
        throw std::runtime_error("table " + table.name + " holds text that is not UTF-8: see haidang check");
      row.emplace_back(*text);
    } else {
      row.emplace_back(nullptr);
    }
  }
  return json::serialize(row) + "\n";
}

std::vector<Cell> read_row_line(const store::Table& table, std::string_view line) {
  const auto parsed = parse_json(line);
  const json::array* row = parsed.has_error() ? nullptr : parsed->if_array();
  if (row == nullptr || row->size() != table.columns.size())
    throw BadBackup(table.name + " of the backup holds a line that is no row");
  std::vector<Cell> cells;
  cells.reserve(row->size());
  for (std::size_t i = 0; i < row->size(); ++i) {
    const json::value& value = (*row)[i];
    const bool integer = table.columns[i].type == CellType::integer;
    if (value.is_null())
      cells.emplace_back();
    else if (integer && value.is_int64())
      cells.emplace_back(value.get_int64());
    else if (!integer && value.is_string())
      cells.emplace_back(std::string(value.get_string()));
    else
      throw BadBackup(table.name + "." + table.columns[i].name +
                      " of the backup holds a value of another type");
  }
  return cells;
}

}  // namespace haidang::backup
