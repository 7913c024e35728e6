#pragma once

#include "kernel/html/html.hpp"
#include "modules/bank/statement_csv.hpp"

#include <string>

namespace bank
{

/// Asking once what the columns of a table say.
struct ColumnsView {
    html::Url action;
    html::Url back;
    const CsvLook& look;
    Columns columns; ///< as many as titles
    html::Html guard;
    std::string error;
};
html::Html columns_page(const ColumnsView& view);

} // namespace bank
