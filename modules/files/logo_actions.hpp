#pragma once

#include "modules/files/files.hpp"

#include <optional>

namespace files
{

/// The logo of the workspace, and a picture on its way to become it or refused since.
struct LogoState {
    std::optional<File> shown;
    std::optional<File> sent;
};
LogoState logo_state(tenancy::WorkspaceTransaction& tx);

/// Pages show the initials again.
void remove_logo(tenancy::WorkspaceTransaction& tx);

/// Listener.
void on_judged(tenancy::WorkspaceTransaction& tx, const FileJudged& fact);

} // namespace files
