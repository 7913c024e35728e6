#pragma once

#include "kernel/search/search.hpp"
#include "modules/progress/sheet.hpp"

#include <string>

/// What sheets are found by: identifier and title. A client finds his own.
namespace progress
{

struct NamedSheet {
    const Sheet& sheet;
    const std::string& title;
};
void index_sheet(tenancy::WorkspaceTransaction& tx, const Sheet& sheet, const std::string& title);
void index_sheet_again(tenancy::WorkspaceTransaction& tx, const NamedSheet& before,
                       const NamedSheet& after);

search::Kind sheet_kind();
search::Source sheet_source();

} // namespace progress
