#pragma once

#include "modules/billing/credits.hpp"
#include "modules/billing/deposits.hpp"
#include "modules/billing/document.hpp"
#include "modules/billing/e_invoice_rules.hpp"
#include "modules/billing/figures.hpp"
#include "modules/billing/gross_prices.hpp"
#include "modules/billing/margin.hpp"
#include "modules/billing/situations.hpp"
#include "modules/billing/tax_choices.hpp"
#include "modules/billing/treatment.hpp"

/// Front door of billing: the one arithmetic of quotes, invoices, credit notes and subscriptions.
///
/// A Document (lines, discounts, taxes) is counted into Figures once; whoever shows, prints, sends
/// or books them reads those and adds nothing up. Deposits, situations and credit notes are parts
/// of figures: each is what is asked by now less what was issued before, so that parts add up to
/// the whole to the cent whatever was rounded on the way, and each carries the identity of the
/// whole. Figures whose bytes were frozen (frozen()) are never
/// counted again: a later release may count otherwise.
///
/// Everything here is pure: no clock, no database, no page. Amounts are cents, decimals have four
/// places (kernel/base/money.hpp); a half cent goes away from zero. What cannot be counted is a
/// base::Refusal whose sentence says what to change; nothing wraps.
