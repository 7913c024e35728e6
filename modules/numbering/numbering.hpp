#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/context.hpp"

#include <string>
#include <string_view>

namespace kernel
{
class Module;
}

/// Front door of numbering: the numbers of documents that the law wants without a hole. A series
/// belongs to the module that declares it: quotes, later invoices and credit notes.
namespace numbering
{

void describe(kernel::Module& module);

struct Series {
    std::string code;           ///< "quote"; stands in rows
    std::string label_key;      ///< « Devis »
    std::string default_format; ///< « DEV-{YYYY}-{NNNN} », started again each year
};
/// In a module's manifest; the same code again replaces. Before any thread.
void declare(Series series);

/// The next number of a declared series, taken in the transaction that issues the document: rolled
/// back with it, so that nothing is missing and nothing is there twice, whoever issues at the same
/// time. `on` is the day of the document in the zone of the workspace.
std::string take(tenancy::WorkspaceTransaction& tx, std::string_view series, base::Date on);

} // namespace numbering
