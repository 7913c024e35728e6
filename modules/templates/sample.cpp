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

std::string euros(std::int64_t cents)
{
    return i18n::money(base::Cents{cents}, base::Currency::EUR);
}

PricedLines lines()
{
    using Kind = PricedLines::Kind;
    PricedLines block{.title = t("templates.sample.name"),
                      .columns = {{t("templates.sample.quantity"), Align::Right, 13},
                                  {t("templates.sample.price"), Align::Right, 14},
                                  {t("templates.sample.tax"), Align::Right, 10},
                                  {t("templates.sample.total"), Align::Right, 15}}};
    const auto sold = [&](const char* key, const char* quantity, std::int64_t price,
                          std::int64_t total, Kind kind = Kind::Sold) {
        block.lines.push_back({.kind = kind,
                               .name = t(std::string{"templates.sample.line."} + key),
                               .details = t(std::string{"templates.sample.details."} + key),
                               .figures = {quantity, euros(price), "20 %", euros(total)}});
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

documents::Sums sums()
{
    using Weight = documents::Sums::Weight;
    return {{{t("templates.sample.net"), euros(166'628)},
             {t("templates.sample.vat"), euros(33'326)},
             {t("templates.sample.gross"), euros(199'954), Weight::Strong},
             {t("templates.sample.deposit"), euros(59'986)}}};
}

documents::Parties parties(const std::string& trade_name, const settings::Profile& business)
{
    documents::Parties made{
        .from = {business.legal_name.empty() ? trade_name : business.legal_name},
        .to_label = t("templates.sample.client_label"),
        .to = {t("templates.sample.client"), t("templates.sample.contact"),
               t("templates.sample.street"), t("templates.sample.city")}};
    for (const auto& line :
         {business.address, std::string{base::trim(business.postal_code + " " + business.city)},
          business.phone, business.email})
        if (!line.empty()) made.from.push_back(line);
    return made;
}

Wording wording(const std::string& trade_name, const settings::Profile& business,
                const std::string& date)
{
    return {.client = t("templates.sample.client"),
            .contact = t("templates.sample.contact"),
            .date = date,
            .amount = euros(199'954),
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
    documents::Document document{.title = t("templates.sample.title"),
                                 .subtitle = t("templates.sample.dates", {{"date", date}}),
                                 .from = documents::letterhead_of(context),
                                 .colour = documents::paper_colour(workspace),
                                 .body = {parties(workspace.name, business),
                                          documents::Facts{{{t("templates.sample.subject_label"),
                                                             t("templates.sample.subject")}}},
                                          lines(), sums()},
                                 .foot = t("templates.sample.foot"),
                                 .made_at = context.now()};
    return dressed(std::move(document), as, wording(workspace.name, business, date),
                   {.siret = business.siret, .line = legal_line(workspace.name, business)});
}

} // namespace templates
