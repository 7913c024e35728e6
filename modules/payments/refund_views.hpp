#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/payments/checkout.hpp"
#include "modules/payments/taking.hpp"

#include <string>
#include <vector>

namespace payments
{

struct TakingLine {
    Taking taking;
    base::Cents asked; ///< by the checkout it answers
    html::Url refund;
    bool may_refund = false;
};
struct TakingsView {
    std::vector<TakingLine> takings;
    std::vector<Checkout> pending; ///< a bank has yet to say yes
    std::vector<Checkout> settled; ///< by hand: money of another currency came
    std::vector<Checkout> failed;  ///< tries that came to nothing, the newest first
    base::Currency currency = base::Currency::EUR;
    base::Instant now;
    std::string zone;
};
/// Nothing when nobody tried.
html::Html takings_card(const TakingsView& view);

struct RefundView {
    const Taking& taking;
    std::string number; ///< of the invoice
    std::string client;
    base::Currency currency = base::Currency::EUR;
    guard::FormView fields;
    html::Url action;
    html::Url invoice;
    html::Html guard;
};
html::Html refund_page(const RefundView& view);

} // namespace payments
