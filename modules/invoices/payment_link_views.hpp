#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "modules/invoices/payment_link_actions.hpp"

#include <string>

namespace invoices
{

/// « Copier le lien de paiement », « Envoyer le lien… »; of a balance whose deposit is not paid,
/// what it waits for. `send`: where the mail is asked for, empty for who may not.
html::Html payment_link_row(const PaymentLink& link, const std::string& send);
/// The same on the page of an invoice; nothing without a link.
html::Html payment_link_card(const std::optional<PaymentLink>& link, const std::string& send);

struct LinkSendingView {
    PaymentLink link;
    std::string number;
    std::string client_name;
    std::string amount; ///< « 360,00 € »
    html::Url action;
    html::Url back;
    html::Html guard;
    guard::FormView fields;
};
html::Html link_sending_page(const LinkSendingView& view);

} // namespace invoices
