#pragma once

#include "modules/ledger/closing_views.hpp"

namespace ledger
{

/// The printed closing: what its page says, with the head of the chain, which whoever keeps the
/// paper can compare later. `business` in the letterhead.
std::string closing_pdf(const ClosingView& view, const std::string& business,
                        base::Instant made_at);

} // namespace ledger
