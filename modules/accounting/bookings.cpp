#include "modules/accounting/bookings.hpp"

#include "kernel/base/text.hpp"

namespace accounting
{
namespace
{

using expenses::Means;
using expenses::Spent;

constexpr std::size_t party_length_max = 16;

EntryLine on(const Chart& chart, std::string_view role)
{
    return {.account = chart.account(role), .party = {}, .debit = {}, .credit = {}};
}

EntryLine on_supplier(const Chart& chart, const Spent& spent)
{
    auto line = on(chart, "supplier");
    const auto code = party_code("F", spent.supplier);
    if (!spent.supplier.empty() && code.size() > 1)
        line.party = Account{.number = code, .label = spent.supplier};
    return line;
}

std::string label_of(const Spent& spent)
{
    return spent.supplier.empty() ? spent.description : spent.supplier + " " + spent.description;
}

Entry begun(const Spent& spent, Journal journal)
{
    return {.journal = journal,
            .journal_label = {},
            .number = {},
            .day = spent.day,
            .piece = spent.number,
            .piece_day = spent.day,
            .label = label_of(spent),
            .validated_on = {},
            .lines = {}};
}

/// What the tax office is owed of a purchase.
Role owed_role(expenses::Origin from)
{
    return from == expenses::Origin::european_union ? "owed.union" : "owed.france";
}

Entry purchase_of(const Spent& spent, const Chart& chart)
{
    auto entry = begun(spent, Journal::purchases);
    const bool is_borne = spent.owed && spent.owed->bearing == expenses::Bearing::borne;
    const auto cost = is_borne ? spent.net + spent.owed->tax.amount : spent.net;
    add_line(entry.lines, on(chart, "expense." + spent.type), cost);
    for (const auto& tax : spent.taxes)
        add_line(entry.lines, on(chart, tax_role("paid", tax.code, tax.rate)), tax.amount);
    if (spent.owed) {
        const auto& tax = spent.owed->tax;
        if (!is_borne)
            add_line(entry.lines, on(chart, tax_role("paid", tax.code, tax.rate)), tax.amount);
        add_line(entry.lines, on(chart, owed_role(spent.owed->from)), -tax.amount);
    }
    add_line(entry.lines, on_supplier(chart, spent), -spent.gross);
    return entry;
}

struct PaidFrom {
    Journal journal = Journal::bank;
    const char* role = "bank";
};

PaidFrom paid_from(Means means)
{
    if (means == Means::cash) return {Journal::cash, "cash"};
    if (means == Means::own_money) return {Journal::other, "owner"};
    return {};
}

} // namespace

Entry payment_of(const Spent& spent, base::Date day, const Chart& chart)
{
    const auto from = paid_from(spent.means);
    auto entry = begun(spent, from.journal);
    entry.day = day;
    entry.piece_day = day;
    add_line(entry.lines, on_supplier(chart, spent), spent.gross);
    add_line(entry.lines, on(chart, from.role), -spent.gross);
    return entry;
}

std::vector<Entry> entries_of(const Spent& spent, const Chart& chart)
{
    std::vector<Entry> entries{purchase_of(spent, chart)};
    if (spent.means != Means::unpaid) entries.push_back(payment_of(spent, spent.day, chart));
    return entries;
}

std::vector<Entry> reversals_of(const Spent& spent, const std::vector<StandingRow>& standing)
{
    std::vector<Entry> entries;
    for (const auto& row : standing) {
        if (entries.empty() || entries.back().journal != row.journal)
            entries.push_back(begun(spent, row.journal));
        EntryLine line{
            .account = {row.account, row.account_label}, .party = {}, .debit = {}, .credit = {}};
        if (!row.party.empty()) line.party = Account{row.party, row.party_label};
        add_line(entries.back().lines, std::move(line), -row.balance);
    }
    return entries;
}

Role tax_role(std::string_view family, std::string_view code, base::Rate rate)
{
    return std::string{family} + "." + std::string{code} + "." + std::to_string(rate.value);
}

std::string party_code(std::string_view prefix, std::string_view name)
{
    std::string code{prefix};
    for (const char c : base::fold(name)) {
        if (code.size() >= party_length_max + prefix.size()) break;
        if (c >= 'a' && c <= 'z') code += static_cast<char>(c - 'a' + 'A');
        if (c >= '0' && c <= '9') code += c;
    }
    return code;
}

} // namespace accounting
