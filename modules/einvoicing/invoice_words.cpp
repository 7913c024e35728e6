#include "modules/einvoicing/invoice_words.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

namespace einvoicing
{

using i18n::t;

std::string words_of(const SupplierInvoice& invoice, std::string_view key,
                     const base::Params& params)
{
    const std::string family = invoice.is_credit_note ? "einvoicing.credit." : "einvoicing.";
    return t(family + std::string{key}, params);
}

std::string state_words(const SupplierInvoice& invoice)
{
    return words_of(invoice, "state." + std::string{forms::enum_name(invoice.state)});
}

const char* state_tone(InvoiceState state)
{
    switch (state) {
    case InvoiceState::to_check:
        return "amber";
    case InvoiceState::accepted:
        return "blue";
    case InvoiceState::refused:
        return "red";
    case InvoiceState::paid:
        break;
    }
    return "green";
}

std::string title_of(const SupplierInvoice& invoice)
{
    return t(invoice.is_credit_note ? "einvoicing.credit_note" : "einvoicing.invoice",
             {{"number", invoice.number}});
}

std::string amount_words(base::Cents amount, const std::string& currency)
{
    if (currency == "EUR") return i18n::money(amount, base::Currency::EUR);
    if (currency == "CAD") return i18n::money(amount, base::Currency::CAD);
    return base::replace_all(i18n::money(amount, base::Currency::EUR), "€", currency);
}

std::string reason_words(Reason reason)
{
    return code_of(reason) + " · " +
           t("einvoicing.reason." + std::string{forms::enum_name(reason)});
}

namespace
{

/// « 5,5 » of "5.50".
std::string rate_words(std::string rate)
{
    if (rate.find('.') == std::string::npos) return rate;
    rate.erase(rate.find_last_not_of('0') + 1);
    if (rate.ends_with('.')) rate.pop_back();
    return base::replace_all(rate, ".", ",");
}

} // namespace

std::string tax_words(const SupplierTax& tax)
{
    if (tax.category == "AE" || tax.category == "K" || tax.category == "E" || tax.category == "O" ||
        tax.category == "G")
        return t("einvoicing.tax." + base::lower_ascii(tax.category));
    return t("einvoicing.tax.rate", {{"rate", rate_words(tax.rate)}});
}

} // namespace einvoicing
