#include "modules/sale_documents/catalogue_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/sale_documents/origin.hpp"

#include <algorithm>

namespace sale_documents
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* place_id = "sale-catalogue";

std::string price_of(const Line& line, const Books& books)
{
    const auto price = i18n::unit_price(line.unit_price, books.currency);
    return line.unit.empty() ? price : price + " / " + line.unit;
}

/// What the script puts into a new line.
Attribute typed_texts(const TypedLine& line)
{
    return attributes(
        attribute<"data-name">(line.text("name")), attribute<"data-details">(line.text("details")),
        attribute<"data-unit">(line.text("unit")), attribute<"data-price">(line.text("unit_price")),
        attribute<"data-tax">(line.text("tax")), attribute<"data-origin">(line.text(origin_field)));
}

Html offer_row(const Offer& offer, const Books& books)
{
    const auto& line = offer.line.line;
    const auto words = base::fold(offer.category + " " + line.name + " " + line.details);
    return li(html::button(
        type("submit"), cls("sale-offer"), name("step"), value(offer.step),
        attribute<"data-turbo">("false"), attribute<"data-words">(words), typed_texts(offer.line),
        span(cls("min-w-0"), span(cls("block font-[560]"), line.name),
             when(!line.details.empty(),
                  span(cls("block truncate text-12 text-fg-3"), line.details)),
             when(!offer.special.empty(),
                  span(cls("block text-12 text-fg-2"),
                       t("sale_documents.catalogue.special", {{"reason", offer.special}})))),
        span(cls("num whitespace-nowrap"), price_of(line, books))));
}

Html rows(const std::vector<Offer>& offers, const Books& books)
{
    Html all;
    for (std::size_t first = 0; first < offers.size();) {
        const auto& category = offers[first].category;
        Html sold;
        for (; first < offers.size() && offers[first].category == category; ++first)
            if (!offers[first].is_out_of_zone) sold += offer_row(offers[first], books);
        if (!sold.text().empty()) all += section(h3(cls("eyebrow"), category), ul(sold));
    }
    return all;
}

/// Why some of them are missing.
Html left_out(const std::vector<Offer>& offers)
{
    const auto count = std::ranges::count(offers, true, &Offer::is_out_of_zone);
    if (count == 0) return none;
    return p(cls("hint"),
             t("sale_documents.catalogue.out_of_zone", {{"count", std::to_string(count)}}));
}

Html closer()
{
    return ui::icon_submit({.label = t("sale_documents.catalogue.close"),
                            .icon = "x",
                            .kind = ui::ButtonKind::Ghost,
                            .size = ui::ButtonSize::Small,
                            .name = "step",
                            .value = "close",
                            .more = attribute<"data-turbo">("false")});
}

} // namespace

Html catalogue_opener()
{
    return ui::submit({.label = t("sale_documents.catalogue.open"),
                       .icon = "book-open",
                       .size = ui::ButtonSize::Small,
                       .name = "step",
                       .value = "catalogue",
                       .more = attribute<"data-turbo">("false")});
}

Html catalogue_place()
{
    return div(id(place_id));
}

Html catalogue(const std::vector<Offer>& offers, const Books& books)
{
    const auto find = input(type("search"), cls("input"),
                            attribute<"aria-label">(t("sale_documents.catalogue.find")),
                            placeholder(t("sale_documents.catalogue.find")), autocomplete("off"),
                            hidden(), flag<"data-find">());
    return div(
        id(place_id), cls("sale-catalogue"), attribute<"role">("group"),
        attribute<"aria-label">(t("sale_documents.catalogue.title")),
        div(cls("sale-catalogue-head"), h2(t("sale_documents.catalogue.title")), find, closer()),
        when(offers.empty(), p(cls("hint"), t("sale_documents.catalogue.none"))), left_out(offers),
        rows(offers, books),
        p(cls("hint"), hidden(), flag<"data-none-found">(),
          t("sale_documents.catalogue.none_found")));
}

} // namespace sale_documents
