#pragma once

#include "modules/letters/letter.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace letters
{

/// The version a mail was about.
struct LinkedIssue {
    LetterId letter;
    std::int64_t issue = 1;
};
/// What a mail carries for a client without an account: who holds it reads that version, and signs
/// that contract; of those that leave later he reads what goes to the same address.
std::string link_token(const tenancy::Workspace& workspace, const LinkedIssue& linked);
/// Nothing for a token this installation did not make.
std::optional<LinkedIssue> issue_of_link(const tenancy::Workspace& workspace,
                                         std::string_view token);

} // namespace letters
