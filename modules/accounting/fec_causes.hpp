#pragma once

#include "kernel/base/official_numbers.hpp"
#include "kernel/tenancy/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace accounting
{

/// Whose file it is, or why there is none: sentences.
struct FecHead {
    std::optional<base::Siren> siren;
    std::string business;
    std::vector<std::string> causes;
};
FecHead fec_head(tenancy::WorkspaceTransaction& tx);

} // namespace accounting
