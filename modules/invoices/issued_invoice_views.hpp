#pragma once

#include "kernel/guard/form_view.hpp"
#include "modules/invoices/balance.hpp"
#include "modules/invoices/invoice_words.hpp"
#include "modules/invoices/issue.hpp"
#include "modules/invoices/payment.hpp"
#include "modules/invoices/payment_link_actions.hpp"

#include <map>
#include <string>
#include <vector>

namespace invoices
{

/// Another document of the same sale.
struct Related {
    std::string words; ///< « Avoir AV-2026-0001 »
    html::Url to;
};

/// An issued invoice for the team.
struct IssuedInvoiceView {
    std::string slug;
    Invoice invoice;
    std::vector<Line> lines;
    std::string client_name;
    Books books;
    html::Html guard;
    guard::FormView payment_fields;
    guard::FormView credit_fields;
    bool may_manage = false;
    bool may_record = false;
    std::optional<PaymentLink> pay_link{}; ///< nothing once nothing is due
    base::Date today;
    base::Instant now;
    std::string zone;
    html::Html panels; ///< of other modules
    Issue issue{};
    Counted counted{}; ///< as frozen
    Balance balance{};
    std::vector<Payment> payments{};
    std::vector<Event> events{};
    std::vector<Related> related{};
    std::map<tenancy::MembershipId, std::string> names{};
};
html::Html issued_invoice(const IssuedInvoiceView& view);

/// « 12 novembre 2026 · Virement · 120,00 € », one below the other; nothing without a payment.
html::Html payment_rows(const std::vector<Payment>& payments, base::Currency currency);
/// What was asked, what came, what is left.
html::Html balance_rows(const Balance& balance, base::Currency currency);

} // namespace invoices
