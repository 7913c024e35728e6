#include "modules/invoices/invoice_paper.hpp"

#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

namespace invoices
{
namespace
{

using i18n::t;

std::string dates_of(const Invoice& invoice)
{
    if (!invoice.issued_on) return t("invoices.paper.not_issued");
    const base::Params params{{"issued", i18n::long_date(*invoice.issued_on)},
                              {"due", invoice.due_on ? i18n::long_date(*invoice.due_on) : ""}};
    return t(invoice.due_on ? "invoices.paper.dates" : "invoices.paper.date", params);
}

documents::Facts facts_of(const InvoicePaper& paper)
{
    const auto& invoice = paper.invoice;
    documents::Facts facts{{{t("invoices.field.title"), invoice.title}}};
    const auto add = [&](const char* label, const std::string& value) {
        if (!value.empty()) facts.facts.push_back({t(label), value});
    };
    add("invoices.field.delivered_on",
        invoice.delivered_on ? i18n::long_date(*invoice.delivered_on) : std::string{});
    add("invoices.paper.credits", paper.credited_number);
    add("invoices.paper.quote", paper.quote_number);
    add("invoices.field.reason", invoice.reason);
    add("invoices.field.nature",
        t("invoices.nature." + std::string{forms::enum_name(invoice.nature)}));
    return facts;
}

/// As banks print it: « FR76 3000 6000 … ».
std::string in_fours(const std::string& iban)
{
    std::string words;
    for (std::size_t at = 0; at < iban.size(); at += 4)
        words += (at == 0 ? "" : " ") + iban.substr(at, 4);
    return words;
}

/// Under the client's address, of a business.
sale_documents::Parties with_numbers(sale_documents::Parties parties, const Buyer& buyer)
{
    auto& lines = parties.client.lines;
    if (!buyer.is_business) return parties;
    if (!buyer.siren.empty()) lines.push_back(t("invoices.paper.siren", {{"number", buyer.siren}}));
    if (!buyer.vat_number.empty())
        lines.push_back(t("invoices.paper.vat", {{"number", buyer.vat_number}}));
    return parties;
}

std::vector<std::string> payment_words(const InvoicePaper& paper)
{
    std::vector<std::string> words;
    const auto& terms = paper.terms;
    if (!paper.invoice.note.empty()) words.push_back("\n" + paper.invoice.note);
    if (paper.invoice.kind == InvoiceKind::credit_note || terms.iban.empty()) return words;
    base::Params params{
        {"iban", in_fours(terms.iban)}, {"holder", terms.holder}, {"bic", terms.bic}};
    words.push_back(
        "\n" +
        t(terms.bic.empty() ? "invoices.paper.transfer" : "invoices.paper.transfer_bic", params));
    return words;
}

std::vector<std::string> mentions_of(const InvoicePaper& paper)
{
    std::vector<std::string> mentions;
    const bool is_credit = paper.invoice.kind == InvoiceKind::credit_note;
    const bool is_french = paper.books.currency == base::Currency::EUR;
    const auto add = [&](const std::string& words) {
        if (!words.empty()) mentions.push_back(words);
    };
    if (!is_credit) add(paper.terms.penalties);
    if (!is_credit && is_french) add(t("invoices.mention.recovery"));
    if (!is_credit) add(paper.terms.early);
    add(paper.terms.mentions);
    if (!is_credit) add(paper.terms.conditions);
    return mentions;
}

/// A part has no lines of its own: one a treatment, as billing counted it.
std::vector<Line> lines_of_part(const std::string& title, const billing::Figures& figures)
{
    std::vector<Line> lines;
    for (const auto& counted : figures.lines)
        if (counted.key == 0)
            lines.push_back({.name = title,
                             .quantity = counted.quantity,
                             .unit_price = counted.typed.unit_price});
    return lines;
}

/// The keys of the lines of a part are their places.
void number_lines(billing::Figures& figures)
{
    std::int64_t place = 0;
    for (auto& line : figures.lines)
        line.key = ++place;
}

} // namespace

std::string title_of(const Invoice& invoice)
{
    const std::string kind{forms::enum_name(invoice.kind)};
    if (invoice.number.empty()) return t("invoices.draft." + kind);
    return t("invoices.kind." + kind) + " " + invoice.number;
}

std::vector<Sum> sums_after_total(const billing::Figures& figures, const Books& books)
{
    const auto& totals = figures.totals;
    if (totals.deposits == base::Cents{}) return {};
    return {{t("invoices.totals.deposits"), {}, i18n::money(-totals.deposits, books.currency)},
            {t("invoices.totals.due"), {}, i18n::money(totals.due, books.currency)}};
}

sale_documents::DocumentType look_type_of(InvoiceKind kind)
{
    using sale_documents::DocumentType;
    return kind == InvoiceKind::credit_note ? DocumentType::credit_note : DocumentType::invoice;
}

ShownLines shown_lines(const Invoice& invoice, std::vector<Line> lines, Counted counted)
{
    if (!counted.figures) return {std::move(lines), std::move(counted)};
    auto part = lines_of_part(invoice.title, *counted.figures);
    if (part.empty()) return {std::move(lines), std::move(counted)};
    number_lines(*counted.figures);
    return {std::move(part), std::move(counted)};
}

documents::Document paper_of(InvoicePaper paper)
{
    auto [lines, counted] = shown_lines(paper.invoice, paper.lines, paper.counted);
    sale_documents::Paper shared{
        .title = title_of(paper.invoice),
        .subtitle = dates_of(paper.invoice),
        .from = paper.from,
        .colour = paper.colour,
        .parties = with_numbers(paper.parties, paper.buyer),
        .facts = facts_of(paper),
        .lines = std::move(lines),
        .counted = std::move(counted),
        .after_total = {},
        .books = paper.books,
        .words = payment_words(paper),
        .mentions = mentions_of(paper),
        .foot = t("invoices.paper.foot", {{"business", paper.parties.business.legal_name.empty()
                                                           ? paper.from.name
                                                           : paper.parties.business.legal_name},
                                          {"title", title_of(paper.invoice)}}),
        .made_at = paper.made_at,
        .number = paper.invoice.number,
        .written_on =
            paper.invoice.issued_on ? i18n::long_date(*paper.invoice.issued_on) : std::string{},
        .look = paper.look};
    if (paper.counted.figures)
        shared.after_total = sums_after_total(*paper.counted.figures, paper.books);
    return sale_documents::paper_of(std::move(shared));
}

} // namespace invoices
