#pragma once

#include "kernel/html/html.hpp"
#include "modules/payments/checkout.hpp"

#include <string>
#include <vector>

namespace payments
{

/// A way to pay that the business has switched on.
struct Means {
    std::string provider;
    std::string title;     ///< « Stripe »
    bool is_trial = false; ///< no real money
};

/// For a client, on a telephone first.
struct PayView {
    std::string amount; ///< « 600,00 € »
    std::string business;
    html::Url action;
    html::Html guard;
    bool is_pending = false; ///< a payment is on its way already
    std::vector<Means> means;
};
html::Html pay_panel(const PayView& view);

struct CheckoutView {
    const Checkout& checkout;
    std::string amount;
    std::string number; ///< of the invoice
    std::string business;
    std::string provider; ///< « Stripe »
    html::Url invoice;
    html::Url leave; ///< to the provider
    html::Url retry;
    html::Html guard;
    bool is_still_due = true;
};
/// Before: « Vous allez payer 600,00 € ».
html::Html leaving_page(const CheckoutView& view);
/// After: only what is known.
html::Html return_page(const CheckoutView& view);

} // namespace payments
