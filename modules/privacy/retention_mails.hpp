#pragma once

#include "modules/privacy/retention_store.hpp"

#include <string>
#include <vector>

namespace privacy
{

/// One line a kind of data that expires: « 12 courriels de plus de 12 mois ».
std::vector<std::string> lines_of(const Notice& notice);

/// To those who answer for personal data: what expires and when, which clients, and where the
/// export is.
void mail_notice(tenancy::WorkspaceTransaction& tx, const Notice& notice,
                 const std::vector<std::string>& clients);

} // namespace privacy
