#pragma once

#include "kernel/html/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace identity
{

/// An invitation that waits for its answer.
struct InvitationLine {
    std::string name;
    std::string detail;
    bool is_over = false;
    html::Url resend = html::Url::local("/");
    html::Url cancel = html::Url::local("/");
};
/// Rows of a card. `guard` of their two forms; without it they have none.
html::Html invitation_rows(const std::vector<InvitationLine>& lines,
                           const std::optional<html::Html>& guard);

} // namespace identity
