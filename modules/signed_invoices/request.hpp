#pragma once

#include "kernel/presets/preset.hpp"
#include "modules/signed_invoices/signed_invoices.hpp"

namespace signed_invoices
{

/// What a business starts with: the preset's "invoices.signature", or not asking.
Wish usual_wish(const presets::Preset& preset);

/// What is asked of an invoice now: what was asked when it was issued, or less when the business
/// wishes less since.
Wish asked_now(Wish at_issue, Wish now);

} // namespace signed_invoices
