#include "modules/invoices/e_document.hpp"

#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace invoices
{
namespace
{

using i18n::t;

einvoice::Kind kind_of(InvoiceKind kind)
{
    switch (kind) {
    case InvoiceKind::deposit:
        return einvoice::Kind::deposit;
    case InvoiceKind::credit_note:
        return einvoice::Kind::credit_note;
    case InvoiceKind::invoice:
    case InvoiceKind::balance:
        break;
    }
    return einvoice::Kind::invoice;
}

einvoice::Nature nature_of(Nature nature)
{
    switch (nature) {
    case Nature::goods:
        return einvoice::Nature::goods;
    case Nature::services:
        return einvoice::Nature::services;
    case Nature::mixed:
        break;
    }
    return einvoice::Nature::mixed;
}

bool is_french(const Books& books)
{
    return books.regime == billing::Regime::france || books.regime == billing::Regime::franchise;
}

einvoice::Circuit circuit_of(const Buyer& buyer)
{
    const bool is_french = buyer.country == "FR";
    if (buyer.is_business)
        return is_french ? einvoice::Circuit::business : einvoice::Circuit::business_abroad;
    return is_french ? einvoice::Circuit::consumer : einvoice::Circuit::consumer_abroad;
}

einvoice::Party seller_of(const sale_documents::Business& from)
{
    const auto siren = from.siret.substr(0, 9);
    return {.name = from.legal_name,
            .trading_name = {},
            .siren = siren,
            .siret = from.siret,
            .vat_number = from.vat_number,
            .address = {.line_one = from.address,
                        .postal_code = from.postal_code,
                        .city = from.city,
                        .country = "FR"},
            .electronic_address = {.value = siren}};
}

einvoice::Party buyer_of(const EParts& parts)
{
    const auto& buyer = parts.buyer;
    using einvoice::AddressScheme;
    const auto reached = buyer.siren.empty()
                             ? einvoice::ElectronicAddress{AddressScheme::mail, buyer.email}
                             : einvoice::ElectronicAddress{AddressScheme::directory, buyer.siren};
    return {.name = parts.parties.client.name,
            .trading_name = {},
            .siren = buyer.siren,
            .siret = {},
            .vat_number = buyer.vat_number,
            .address = {.line_one = buyer.street,
                        .postal_code = buyer.postal_code,
                        .city = buyer.city,
                        .country = buyer.country},
            .electronic_address = reached};
}

/// One without words would be taken for a note that is there.
std::vector<einvoice::Note> notes_of(const Terms& terms)
{
    using einvoice::Subject;
    std::vector<einvoice::Note> notes{{Subject::recovery_fee, t("invoices.mention.recovery")},
                                      {Subject::late_penalty, terms.penalties},
                                      {Subject::early_payment, terms.early},
                                      {Subject::registration, terms.mentions}};
    std::erase_if(notes, [](const einvoice::Note& note) { return note.words.empty(); });
    return notes;
}

/// Those of a part bear the words of the whole.
std::vector<einvoice::LineWords> words_of(const EParts& parts)
{
    std::vector<einvoice::LineWords> words;
    for (const auto& figures : parts.figures.lines) {
        const auto place = static_cast<std::size_t>(figures.key);
        if (figures.key < 1 || place > parts.lines.size()) {
            words.push_back({.name = parts.invoice.title});
            continue;
        }
        const auto& line = parts.lines[place - 1];
        words.push_back(
            {.name = line.name, .description = line.details, .unit = einvoice::unit_of(line.unit)});
    }
    return words;
}

std::vector<std::string> adjustments_of(const EParts& parts)
{
    std::vector<std::string> reasons;
    for (const auto& one : parts.figures.adjustments)
        if (reasons.size() <= one.adjustment)
            reasons.resize(one.adjustment + 1, t("sale_documents.totals.discount"));
    Counted counted{.figures = parts.figures};
    sale_documents::name_code(counted, parts.invoice.terms());
    if (!counted.code.empty() && counted.code_place < reasons.size())
        reasons[counted.code_place] = t("sale_documents.totals.code", {{"code", counted.code}});
    return reasons;
}

/// An electronic address is made of a SIREN: who types the one has the other.
bool is_consequence(const einvoice::Fault& fault, const std::vector<einvoice::Fault>& all)
{
    using einvoice::Field;
    return fault.target.field == Field::electronic_address &&
           std::ranges::any_of(all, [&](const einvoice::Fault& other) {
               return other.target.part == fault.target.part && other.target.field == Field::siren;
           });
}

} // namespace

std::vector<einvoice::Fault> faults_to_mend(const einvoice::Invoice& document)
{
    auto faults = einvoice::faults_of(document);
    const auto all = faults;
    std::erase_if(faults, [&](const auto& fault) { return is_consequence(fault, all); });
    return faults;
}

std::optional<einvoice::Circuit> circuit_in(const Books& books, const Buyer& buyer)
{
    if (!is_french(books)) return {};
    return circuit_of(buyer);
}

bool is_electronic(const Books& books, const Buyer& buyer)
{
    return is_french(books) && (buyer.is_business || !buyer.email.empty());
}

einvoice::Invoice e_document(const EParts& parts)
{
    const auto& invoice = parts.invoice;
    const bool is_credit = invoice.kind == InvoiceKind::credit_note;
    const auto stage =
        invoice.kind == InvoiceKind::balance ? einvoice::Stage::balance : einvoice::Stage::asked;
    einvoice::Invoice document{
        .number = invoice.number,
        .kind = kind_of(invoice.kind),
        .process = {nature_of(invoice.nature), stage},
        .circuit = circuit_of(parts.buyer),
        .issued_on = invoice.issued_on.value_or(base::Date{}),
        .due_on = invoice.due_on,
        .seller = seller_of(parts.parties.business),
        .buyer = buyer_of(parts),
        .delivery = {.on = invoice.delivered_on ? invoice.delivered_on : invoice.issued_on},
        .notes = notes_of(parts.terms),
        .payment = {},
        .references = {.preceding = parts.preceding, .quote = parts.quote},
        .figures = parts.figures,
        .lines = words_of(parts),
        .adjustments = adjustments_of(parts)};
    if (!is_credit && !parts.terms.iban.empty())
        document.payment = einvoice::Payment{
            .iban = parts.terms.iban, .account_name = parts.terms.holder, .terms = {}};
    return document;
}

} // namespace invoices
