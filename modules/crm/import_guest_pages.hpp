#pragma once

#include "kernel/guard/call.hpp"
#include "modules/crm/client_import.hpp"

namespace crm
{

/// Why the file cannot be taken as it is read now, or its clients not be invited as was chosen.
std::vector<LineProblem> obstacles_of(const guard::Call& call, const ClientImport& import,
                                      const ImportLook& look);
/// The fields that say whether its clients are invited; none for who may invite nobody.
html::Html invitations_in(const guard::Call& call, const ClientImport& import);
/// Who of its clients was invited, who waits, who is not and why.
html::Html guests_of(const guard::Call& call, const ClientImport& import);

} // namespace crm
