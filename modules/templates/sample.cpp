#include "modules/templates/sample.hpp"

#include "kernel/base/text.hpp"
#include "kernel/documents/letterhead.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/templates/dressed.hpp"

namespace templates
{
namespace
{

using documents::Align;
using documents::PricedLines;
using i18n::t;

/// What the sample comes to: the same lines at the same prices, in the money of the business.
struct Money {
    bool is_canadian = false;
    base::Currency currency = base::Currency::EUR;
    std::int64_t gross = 199'954;
    std::int64_t deposit = 59'986;
};

constexpr std::int64_t net = 166'628;
constexpr std::int64_t french_vat = 33'326;
constexpr std::int64_t federal_tax = 8'331;     ///< 5 %
constexpr std::int64_t provincial_tax = 16'621; ///< 9,975 %

Money money_of(const tenancy::Workspace& workspace)
{
    if (documents::paper_of(workspace) == documents::Paper::A4) return {};
    return {.is_canadian = true,
            .currency = base::Currency::CAD,
            .gross = net + federal_tax + provincial_tax,
            .deposit = 57'474};
}

std::string amount(const Money& money, std::int64_t cents)
{
    return i18n::money(base::Cents{cents}, money.currency);
}

/// « Client », or what it is where the business is in Canada.
std::string told(const Money& money, const std::string& key)
{
    const auto canadian = "templates.sample.canada." + key;
    return t(money.is_canadian && i18n::has(canadian) ? canadian : "templates.sample." + key);
}

PricedLines lines(const Money& money)
{
    using Kind = PricedLines::Kind;
    PricedLines block{.title = t("templates.sample.name"),
                      .columns = {{t("templates.sample.quantity"), Align::Right, 13},
                                  {told(money, "price"), Align::Right, 14},
                                  {told(money, "tax"), Align::Right, 10},
                                  {told(money, "total"), Align::Right, 15}}};
    const auto sold = [&](const char* key, const char* quantity, std::int64_t price,
                          std::int64_t total, Kind kind = Kind::Sold) {
        block.lines.push_back({.kind = kind,
                               .name = t(std::string{"templates.sample.line."} + key),
                               .details = t(std::string{"templates.sample.details."} + key),
                               .figures = {quantity, amount(money, price), told(money, "rate"),
                                           amount(money, total)}});
    };
    block.lines.push_back({.kind = Kind::Section, .name = t("templates.sample.section.first")});
    sold("strip", "10,6 m²", 1'400, 14'840);
    sold("blast", "22,4 m²", 1'650, 36'960);
    block.lines.push_back({.kind = Kind::Section, .name = t("templates.sample.section.second")});
    sold("primer", "33 m²", 1'121, 36'993);
    sold("paint", "33 m²", 1'995, 65'835);
    sold("delivery", "1 forfait", 12'000, 12'000);
    sold("varnish", "10,6 m²", 1'800, 19'080, Kind::Proposed);
    return block;
}

documents::Sums sums(const Money& money)
{
    using Weight = documents::Sums::Weight;
    documents::Sums made{{{told(money, "net"), amount(money, net)}}};
    if (money.is_canadian) {
        made.sums.push_back({t("templates.sample.canada.federal"), amount(money, federal_tax)});
        made.sums.push_back(
            {t("templates.sample.canada.provincial"), amount(money, provincial_tax)});
    } else {
        made.sums.push_back({t("templates.sample.vat"), amount(money, french_vat)});
    }
    made.sums.push_back({told(money, "gross"), amount(money, money.gross), Weight::Strong});
    made.sums.push_back({t("templates.sample.deposit"), amount(money, money.deposit)});
    return made;
}

documents::Parties parties(const Money& money, const std::string& trade_name,
                           const settings::Profile& business)
{
    documents::Parties made{
        .from = {business.legal_name.empty() ? trade_name : business.legal_name},
        .to_label = t("templates.sample.client_label"),
        .to = {t("templates.sample.client"), t("templates.sample.contact"), told(money, "street"),
               told(money, "city")}};
    for (const auto& line :
         {business.address, std::string{base::trim(business.postal_code + " " + business.city)},
          business.phone, business.email})
        if (!line.empty()) made.from.push_back(line);
    return made;
}

Wording wording(const Money& money, const std::string& trade_name,
                const settings::Profile& business, const std::string& date)
{
    return {.client = t("templates.sample.client"),
            .contact = t("templates.sample.contact"),
            .date = date,
            .amount = amount(money, money.gross),
            .number = t("templates.sample.number"),
            .subject = t("templates.sample.subject"),
            .business = trade_name,
            .siret = i18n::siret(business.siret),
            .vat_number = business.vat_number,
            .phone = business.phone,
            .email = business.email};
}

} // namespace

documents::Document sample(const tenancy::Context& context, const settings::Profile& business,
                           const Template& as)
{
    const auto& workspace = context.workspace();
    const auto date = i18n::long_date(context.today());
    const auto money = money_of(workspace);
    documents::Document document{.title = t("templates.sample.title"),
                                 .subtitle = t("templates.sample.dates", {{"date", date}}),
                                 .from = documents::letterhead_of(context),
                                 .colour = documents::paper_colour(workspace),
                                 .body = {parties(money, workspace.name, business),
                                          documents::Facts{{{t("templates.sample.subject_label"),
                                                             t("templates.sample.subject")}}},
                                          lines(money), sums(money)},
                                 .foot = t("templates.sample.foot"),
                                 .made_at = context.now()};
    document.look.paper = documents::paper_of(workspace);
    return dressed(std::move(document), as, wording(money, workspace.name, business, date),
                   {.siret = business.siret, .line = legal_line(workspace.name, business)});
}

} // namespace templates
