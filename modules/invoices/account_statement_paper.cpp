#include "modules/invoices/account_statement_paper.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

namespace invoices
{
namespace
{

using documents::Align;
using i18n::t;

void add_if(std::vector<std::string>& lines, std::string words)
{
    if (!words.empty()) lines.push_back(std::move(words));
}

documents::Parties parties_of(const StatementPaper& paper)
{
    const auto& [business, client] = paper.parties;
    documents::Parties parties{
        .from = {business.legal_name.empty() ? paper.from.name : business.legal_name},
        .to_label = t("invoices.account.client"),
        .to = {client.name}};
    add_if(parties.from, business.address);
    add_if(parties.from, std::string{base::trim(business.postal_code + " " + business.city)});
    add_if(parties.from, business.phone);
    add_if(parties.from, business.email);
    add_if(parties.to, client.contact);
    for (const auto& line : client.lines)
        parties.to.push_back(line);
    return parties;
}

documents::Table moves_of(const StatementPaper& paper)
{
    const auto& statement = paper.statement;
    const auto money = [&](base::Cents amount) {
        return i18n::money(amount, paper.books.currency);
    };
    documents::Table table{
        .columns = {{t("invoices.account.day"), Align::Left, 16},
                    {t("invoices.account.move"), Align::Left, 46},
                    {t("invoices.account.asked"), Align::Right, 18},
                    {t("invoices.account.taken_off"), Align::Right, 18},
                    {t("invoices.account.running"), Align::Right, 18}},
        .rows = {{i18n::short_date(statement.span.from), t("invoices.account.opening"), "", "",
                  money(statement.opening)}},
        .foot = {i18n::short_date(statement.span.to), t("invoices.account.closing"), "", "",
                 money(statement.closing())}};
    for (const auto& line : statement.lines) {
        const bool is_asked = line.amount > base::Cents{};
        table.rows.push_back({i18n::short_date(line.day), words_of(line),
                              is_asked ? money(line.amount) : "",
                              is_asked ? "" : money(-line.amount), money(line.running)});
    }
    return table;
}

documents::Table late_of(const StatementPaper& paper)
{
    documents::Table table{.columns = {}, .rows = {{}}, .foot = {}};
    for (const auto& [label, amount] : ages_of(paper.statement.ageing)) {
        table.columns.push_back({label, Align::Right, 1});
        table.rows.front().push_back(i18n::money(amount, paper.books.currency));
    }
    return table;
}

} // namespace

std::string words_of(const AccountLine& line)
{
    const std::string move{forms::enum_name(line.move)};
    return t("invoices.account.moves." + move, {{"number", line.number}});
}

std::vector<std::pair<std::string, base::Cents>> ages_of(const Ageing& ageing)
{
    return {{t("invoices.account.ages.not_due"), ageing.not_due},
            {t("invoices.account.ages.days_30"), ageing.days_30},
            {t("invoices.account.ages.days_60"), ageing.days_60},
            {t("invoices.account.ages.days_90"), ageing.days_90},
            {t("invoices.account.ages.older"), ageing.older}};
}

documents::Document paper_of(const StatementPaper& paper)
{
    const auto& statement = paper.statement;
    const auto title = t("invoices.account.title");
    documents::Document document{
        .title = title,
        .subtitle = t("invoices.account.span", {{"from", i18n::long_date(statement.span.from)},
                                                {"to", i18n::long_date(statement.span.to)}}),
        .from = paper.from,
        .body = {parties_of(paper), moves_of(paper),
                 documents::Heading{
                     t("invoices.account.aged", {{"day", i18n::long_date(statement.aged_on)}})},
                 late_of(paper)},
        .foot = paper.from.name + " · " + title,
        .made_at = paper.made_at};
    if (!paper.colour.empty()) document.colour = paper.colour;
    return document;
}

} // namespace invoices
