#pragma once

#include "kernel/html/ui/field.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/letters/letter.hpp"

#include <optional>
#include <vector>

namespace letters
{

/// What a form to a client offers: his projects, those of the workspace while no client is chosen,
/// and beside them the one the letter has and the one that was typed.
struct OfferedProjects {
    tenancy::ClientId client; ///< zero: not chosen
    std::optional<std::int64_t> kept{};
    std::optional<projects::ProjectId> typed{};
};
std::vector<ui::Choice> project_choices(tenancy::WorkspaceTransaction& tx,
                                        const OfferedProjects& offered);

} // namespace letters
