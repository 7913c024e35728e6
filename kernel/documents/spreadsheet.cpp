#include "kernel/documents/spreadsheet.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

namespace documents
{
namespace
{

constexpr double column_width = 22; // characters of the ordinary size

/// A file in memory: the library writes to a path.
class Memory
{
  public:
    Memory() : file_(memfd_create("workbook", MFD_CLOEXEC))
    {
        if (file_ < 0) throw std::runtime_error{"no memory for a workbook"};
    }
    ~Memory() { close(file_); }
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }
    std::string bytes() const
    {
        std::string read;
        std::array<char, 65'536> part{};
        off_t at = 0;
        for (ssize_t got = 0; (got = pread(file_, part.data(), part.size(), at)) > 0; at += got)
            read.append(part.data(), static_cast<std::size_t>(got));
        return read;
    }

  private:
    int file_;
};

void require(lxw_error error)
{
    if (error != LXW_NO_ERROR) throw std::runtime_error{lxw_strerror(error)};
}

void write_rows(lxw_worksheet& sheet, const std::vector<std::vector<std::string>>& rows)
{
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < rows[row].size(); ++column)
            if (!rows[row][column].empty())
                require(worksheet_write_string(&sheet, static_cast<lxw_row_t>(row),
                                               static_cast<lxw_col_t>(column),
                                               rows[row][column].c_str(), nullptr));
}

void dress(lxw_worksheet& sheet, const std::vector<std::vector<std::string>>& rows)
{
    if (rows.empty() || rows.front().empty()) return;
    const auto last = static_cast<lxw_col_t>(rows.front().size() - 1);
    require(worksheet_set_column(&sheet, 0, last, column_width, nullptr));
    worksheet_freeze_panes(&sheet, 1, 0);
    require(worksheet_autofilter(&sheet, 0, 0, static_cast<lxw_row_t>(rows.size() - 1), last));
}

} // namespace

std::string workbook(const Sheet& sheet)
{
    if (sheet.rows.size() > sheet_rows_max) throw std::length_error{"rows of a workbook"};
    const Memory memory;
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    auto* book = workbook_new_opt(memory.path().c_str(), &options);
    if (book == nullptr) throw std::runtime_error{"no workbook"};
    auto* page = workbook_add_worksheet(book, sheet.name.c_str());
    try {
        if (page == nullptr) throw std::runtime_error{"no sheet: " + sheet.name};
        dress(*page, sheet.rows);
        write_rows(*page, sheet.rows);
    } catch (...) {
        lxw_workbook_free(book);
        throw;
    }
    require(workbook_close(book));
    return memory.bytes();
}

} // namespace documents
