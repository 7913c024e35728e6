#include "modules/pricebook/own_price_views.hpp"

#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/words.hpp"

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

Html item_row(const ItemForSale& item, base::Currency currency)
{
    // As a quote sells it: what else was typed is not sold.
    const bool is_recurring = item.kind == PriceKind::recurring;
    const bool is_by_unit = item.kind == PriceKind::hourly && !item.unit.empty();
    const auto prices =
        prices_in_words({.unit = item.unit,
                         .kind = is_by_unit ? PriceKind::per_unit : item.kind,
                         .one_off_price = is_recurring ? std::nullopt : item.one_off_price,
                         .monthly_price = is_recurring ? item.monthly_price : std::nullopt,
                         .annual_price = is_recurring ? item.annual_price : std::nullopt},
                        currency);
    return li(cls("flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line px-4 py-3 "
                  "first:border-t-0"),
              div(cls("min-w-0 flex-1 basis-48 break-words"), p(cls("text-14"), item.name),
                  when(!item.description.empty(),
                       p(cls("mt-0.5 whitespace-pre-line text-13 text-fg-2"), item.description))),
              div(cls("text-right"), each(prices, [](const std::string& price) {
                      return p(cls("num text-14 font-[560]"), price);
                  })));
}

} // namespace

Html own_prices_page(const OwnPricesView& view)
{
    const auto title = h1(cls("h1 mb-1"), t("pricebook.own.title"));
    if (view.items.empty())
        return group(title, ui::empty_state({.icon = "tag",
                                             .title = t("pricebook.own.none"),
                                             .detail = t("pricebook.own.none_detail"),
                                             .actions = none}));
    Html cards;
    for (std::size_t from = 0; from < view.items.size();) {
        const auto& category = view.items[from].category;
        Html rows;
        auto at = from;
        for (; at < view.items.size() && view.items[at].category == category; ++at)
            rows += item_row(view.items[at], view.currency);
        cards += ui::card(
            {.title = category, .id = "own-prices-" + std::to_string(from), .classes = "mb-5"},
            ul(cls("list-none"), rows));
        from = at;
    }
    return div(cls("mx-auto w-full max-w-[820px]"), title,
               p(cls("mb-5 text-14 text-fg-2"), t("pricebook.own.lead")), cards);
}

Html own_prices_card(const Url& to)
{
    return ui::card({.title = t("pricebook.own.title"), .id = "own-prices", .classes = "mb-5"},
                    ui::row_link(to, {.title = t("pricebook.own.open"),
                                      .detail = t("pricebook.own.open_detail")}));
}

} // namespace pricebook
