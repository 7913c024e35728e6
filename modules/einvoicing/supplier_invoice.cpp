#include "modules/einvoicing/supplier_invoice.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace einvoicing
{
namespace
{

constexpr std::size_t siren_digits = 9;

std::string siren_of(const einvoice::ReceivedParty& party)
{
    if (!party.siren.empty()) return party.siren;
    return party.siret.substr(0, siren_digits);
}

std::string key_of(const einvoice::ReceivedParty& party)
{
    const auto siren = siren_of(party);
    if (siren.size() == siren_digits) return siren;
    if (!party.vat_number.empty()) return base::fold(party.vat_number);
    const auto folded = base::fold(party.name);
    return folded.empty() ? party.name : folded;
}

std::string json_of(const std::vector<einvoice::ReceivedTax>& taxes)
{
    boost::json::array all;
    for (const auto& tax : taxes)
        all.push_back(boost::json::array{tax.category, tax.rate, tax.base.value, tax.tax.value});
    return boost::json::serialize(all);
}

std::string json_of(const std::vector<einvoice::ReceivedLine>& lines)
{
    boost::json::array all;
    for (std::size_t at = 0; at < std::min(lines.size(), lines_kept_max); ++at) {
        const auto& line = lines[at];
        all.push_back(boost::json::array{line.name, line.quantity, line.unit, line.net.value});
    }
    return boost::json::serialize(all);
}

/// 261, 381, 396, 502, 503, 532: UNTDID 1001 of what takes back.
bool takes_back(std::string_view kind)
{
    constexpr std::string_view codes[] = {"261", "381", "396", "502", "503", "532"};
    return std::ranges::find(codes, kind) != std::end(codes);
}

std::string text_at(const boost::json::value& row, std::size_t place)
{
    return std::string{row.as_array().at(place).as_string()};
}

base::Cents cents_at(const boost::json::value& row, std::size_t place)
{
    return {row.as_array().at(place).as_int64()};
}

void require_waiting(const SupplierInvoice& invoice)
{
    if (invoice.state != InvoiceState::to_check)
        throw base::Refusal{"einvoicing.refusal.decided", {}, base::Refusal::Kind::Conflict};
}

} // namespace

std::string code_of(Reason reason)
{
    std::string code{forms::enum_name(reason)};
    for (auto& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return code;
}

SupplierInvoice invoice_of(const einvoice::ReceivedInvoice& received)
{
    const auto& seller = received.seller;
    return {.seller_key = key_of(seller),
            .seller_name = seller.name,
            .search_key = base::fold(seller.name + " " + received.number),
            .seller_siren = siren_of(seller),
            .seller_siret = seller.siret,
            .seller_vat_number = seller.vat_number,
            .seller_country = seller.country,
            .buyer_name = received.buyer.name,
            .number = received.number,
            .kind = received.kind,
            .is_credit_note = takes_back(received.kind),
            .issued_on = received.issued_on,
            .due_on = received.due_on,
            .currency = received.currency,
            .net = received.net,
            .tax = received.tax,
            .gross = received.gross,
            .due = received.due,
            .iban = received.iban,
            .order_number = received.order,
            .preceding = base::join(received.preceding, ", "),
            .taxes = json_of(received.taxes),
            .lines = json_of(received.lines),
            .line_count = static_cast<std::int64_t>(received.lines.size()),
            .received_at = {},
            .decided_at = {},
            .decided_by = {},
            .paid_on = {}};
}

std::vector<SupplierTax> taxes_of(const SupplierInvoice& invoice)
{
    std::vector<SupplierTax> taxes;
    const auto kept = boost::json::parse(invoice.taxes);
    for (const auto& row : kept.as_array())
        taxes.push_back({.category = text_at(row, 0),
                         .rate = text_at(row, 1),
                         .base = cents_at(row, 2),
                         .tax = cents_at(row, 3)});
    return taxes;
}

std::vector<einvoice::ReceivedLine> lines_of(const SupplierInvoice& invoice)
{
    std::vector<einvoice::ReceivedLine> lines;
    const auto kept = boost::json::parse(invoice.lines);
    for (const auto& row : kept.as_array())
        lines.push_back({.name = text_at(row, 0),
                         .quantity = text_at(row, 1),
                         .unit = text_at(row, 2),
                         .net = cents_at(row, 3)});
    return lines;
}

SupplierInvoiceFacts facts_of(const SupplierInvoice& invoice, files::FileId original)
{
    return {.invoice = invoice.id,
            .original = original,
            .supplier_name = invoice.seller_name,
            .supplier_siren = invoice.seller_siren,
            .supplier_vat_number = invoice.seller_vat_number,
            .number = invoice.number,
            .is_credit_note = invoice.is_credit_note,
            .issued_on = invoice.issued_on,
            .due_on = invoice.due_on,
            .currency = invoice.currency,
            .net = invoice.net,
            .tax = invoice.tax,
            .gross = invoice.gross,
            .taxes = taxes_of(invoice)};
}

void accept(SupplierInvoice& invoice)
{
    require_waiting(invoice);

    invoice.state = InvoiceState::accepted;
}

void refuse(SupplierInvoice& invoice, Reason reason, std::string words)
{
    if (invoice.state != InvoiceState::accepted) require_waiting(invoice);
    base::refuse_unless(reason != Reason::none, "einvoicing.refusal.no_reason");

    invoice.state = InvoiceState::refused;
    invoice.reason = reason;
    invoice.reason_words = std::move(words);
}

void pay(SupplierInvoice& invoice, base::Date on, base::Date today)
{
    if (invoice.state != InvoiceState::accepted)
        throw base::Refusal{"einvoicing.refusal.not_accepted", {}, base::Refusal::Kind::Conflict};
    base::refuse_unless(on >= invoice.issued_on && on <= today, "einvoicing.refusal.paid_on");

    invoice.state = InvoiceState::paid;
    invoice.paid_on = on;
}

} // namespace einvoicing
