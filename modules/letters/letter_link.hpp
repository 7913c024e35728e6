#pragma once

#include "modules/letters/letter.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace letters
{

/// What a mail carries for a client without an account: who holds it reads that letter, and signs
/// that contract.
std::string link_token(const tenancy::Workspace& workspace, LetterId letter);
/// Nothing for a token this installation did not make.
std::optional<LetterId> letter_of_link(const tenancy::Workspace& workspace, std::string_view token);

} // namespace letters
