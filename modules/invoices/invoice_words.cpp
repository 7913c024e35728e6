#include "modules/invoices/invoice_words.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"

namespace invoices
{

using i18n::t;

std::string document_words(InvoiceState state)
{
    return t("invoices.state." + std::string{forms::enum_name(state)});
}

Standing standing_of(InvoiceState state, InvoiceKind kind, const Balance& balance,
                     const std::optional<base::Date>& due_on, base::Date today)
{
    if (state != InvoiceState::issued) return {document_words(state), "gray"};
    if (kind == InvoiceKind::credit_note) return {t("invoices.standing.credit_note"), "violet"};
    switch (state_of(balance)) {
    case PaymentState::paid:
        return {t("invoices.standing.paid"), "green"};
    case PaymentState::refunded:
        return {t("invoices.standing.refunded"), "gray"};
    case PaymentState::unpaid:
    case PaymentState::partial:
        break;
    }
    if (is_late(balance, due_on, today)) return {t("invoices.standing.late"), "red"};
    const bool is_partial = state_of(balance) == PaymentState::partial;
    return {t(is_partial ? "invoices.standing.partial" : "invoices.standing.unpaid"),
            is_partial ? "amber" : "blue"};
}

} // namespace invoices
