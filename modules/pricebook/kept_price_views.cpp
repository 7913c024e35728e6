#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/draft_views.hpp"

#include <algorithm>

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

/// « 640,00 € → 790,00 € (+150,00 €) ».
Html change_of(const ActivationView& view, const ReplayedClient& one)
{
    const auto money = [&](base::Cents cents) { return i18n::money(cents, view.currency); };
    const auto by = one.after - one.before;
    const auto sign = by > base::Cents{} ? "+" : "";
    return span(cls("num"), money(one.before), " → ", strong(money(one.after)),
                " (" + (sign + money(by)) + ")");
}

Html client_box(const ActivationView& view, const ReplayedClient& one)
{
    const auto id = one.client.text();
    return label(cls("flex items-start gap-3 border-t border-line px-4 py-3 first:border-t-0"),
                 input(type("checkbox"), cls("check mt-0.5"), name("keep"), value(id),
                       when(view.ticked.contains(id), checked())),
                 span(cls("min-w-0 flex-1"),
                      span(cls("block text-13 font-[560] break-words"), one.name),
                      span(cls("block text-12 text-fg-2"), change_of(view, one))));
}

} // namespace

Html kept_prices_card(const ActivationView& view)
{
    Html rows;
    int count = 0;
    for (const auto& one : view.replay.clients)
        if (view.may_keep.contains(one.client) && count < static_cast<int>(keepers_max)) {
            rows += client_box(view, one);
            ++count;
        }
    if (view.replay.clients.empty()) return none;
    const bool is_cut = view.may_keep.size() > keepers_max;
    const auto error = view.fields.field("keep").error;
    const auto key = count == 0 ? "pricebook.kept.nobody" : "pricebook.kept.intro";
    const auto head = ui::card_body(group(
        p(cls("text-13 text-fg-2"), t("pricebook.kept.total"), change_of(view, view.replay.total)),
        p(cls("mt-1 text-13 text-fg-2"), t(key)),
        when(is_cut, p(cls("mt-1 text-13 text-fg-2"),
                       t("pricebook.kept.cut", {{"most", std::to_string(keepers_max)}}))),
        when(!error.empty(), p(cls("err mt-1"), error))));
    return ui::card(
        {.title = t("pricebook.kept.title"), .id = ui::field_id("keep"), .count = count},
        group(head, rows));
}

} // namespace pricebook
