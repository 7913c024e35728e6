#pragma once

#include "modules/letters/reached_letter_pages.hpp"
#include "modules/signatures/signatures.hpp"

namespace letters
{

/// Where a contract is signed: its frozen paper, and who came; by a link a code is asked too.
signatures::Desk desk_of(guard::Call& call, const ReachedLetter& found);

} // namespace letters
