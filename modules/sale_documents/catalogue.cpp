#include "modules/sale_documents/catalogue.hpp"

#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace sale_documents
{
namespace
{

using base::UnitPrice;
using i18n::t;

/// Of a kind of price: which one it is, the unit it is of, and how its step ends.
struct Way {
    pricebook::PriceTerm term = pricebook::PriceTerm::once;
    std::optional<UnitPrice> price;
    std::optional<UnitPrice> list;
    std::string unit;
    std::string_view ending;
};

std::vector<Way> ways_of(const pricebook::ItemForSale& item)
{
    using pricebook::PriceTerm;
    const auto& list = item.list;
    if (item.kind == pricebook::PriceKind::recurring)
        return {{PriceTerm::month, item.monthly_price, list.month,
                 t("sale_documents.catalogue.month"), "-month"},
                {PriceTerm::year, item.annual_price, list.year, t("sale_documents.catalogue.year"),
                 "-year"}};
    const bool is_hourly = item.kind == pricebook::PriceKind::hourly && item.unit.empty();
    return {{PriceTerm::once, item.one_off_price, list.once,
             is_hourly ? t("sale_documents.catalogue.hour") : item.unit, ""}};
}

TypedLine line_of(const pricebook::ItemForSale& item, const Way& way, const Books& books,
                  TypedPrices prices)
{
    const auto tax = pricebook::tax_code(item.tax, books.regime);
    auto price = *way.price;
    if (const auto* choice = billing::find_tax_choice(tax);
        choice != nullptr && prices == TypedPrices::gross)
        price = billing::with_taxes(price, choice->treatment);
    return typed_line({.kind = LineKind::line,
                       .name = item.name,
                       .details = item.description,
                       .unit = way.unit,
                       .unit_price = price,
                       .tax = std::string{tax},
                       .origin = Origin{.item = item.id,
                                        .term = way.term,
                                        .source = item.source,
                                        .list = way.list.value_or(*way.price),
                                        .offered = *way.price}});
}

} // namespace

std::vector<Offer> offers_of(const std::vector<pricebook::ItemForSale>& items, const Books& books,
                             TypedPrices prices)
{
    std::vector<Offer> offers;
    for (const auto& item : items)
        for (const auto& way : ways_of(item))
            if (way.price)
                offers.push_back({.step = "sell-" + item.id.text() + std::string{way.ending},
                                  .category = item.category,
                                  .line = line_of(item, way, books, prices),
                                  .special = item.special,
                                  .is_out_of_zone = item.is_out_of_zone});
    return offers;
}

int take_offer(TypedLines& typed, const std::vector<Offer>& offers, std::string_view step)
{
    const auto offer = std::ranges::find(offers, step, &Offer::step);
    if (offer == offers.end() || offer->is_out_of_zone) return 0;
    auto& lines = typed.lines;
    const auto key = typed.next_key();
    if (!lines.empty() && lines.back().kind == LineKind::line && lines.back().is_blank())
        lines.pop_back();
    if (lines.size() >= static_cast<std::size_t>(lines_max)) return 0;
    lines.push_back(offer->line);
    lines.back().key = key;
    return key;
}

} // namespace sale_documents
