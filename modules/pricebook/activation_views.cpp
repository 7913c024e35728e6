#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/draft_views.hpp"
#include "modules/pricebook/words.hpp"

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6";

Html whole_row(const ActivationView& view, const Item& item, const Html& badge)
{
    const auto prices = each(prices_in_words(item, view.currency), [](const std::string& price) {
        return span(cls("num block text-right"), price);
    });
    return ui::row({.title = item.name,
                    .detail = item.category + " · " + item.code,
                    .aside = group(span(prices), badge)});
}

Html difference_line(const ActivationView& view, const Difference& difference)
{
    const auto words = [&](const std::string& value) {
        return value_words(difference.field, value, view.currency);
    };
    return p(cls("text-13 text-fg-2"), field_words(difference.field), t("pricebook.colon"),
             words(difference.before), " → ", strong(words(difference.after)));
}

Html changed_row(const ActivationView& view, const ChangedItem& changed)
{
    return div(cls("row"),
               div(cls("min-w-0 flex-1"),
                   p(cls("text-13 font-[560]"), changed.item.name, " · ", changed.item.code),
                   each(changed.differences,
                        [&](const Difference& one) { return difference_line(view, one); })),
               ui::badge(t("pricebook.activation.changed"), ui::Tone::Blue));
}

Html comparison_rows(const ActivationView& view)
{
    const auto added = ui::badge(t("pricebook.activation.added"), ui::Tone::Green);
    const auto removed = ui::badge(t("pricebook.activation.removed"), ui::Tone::Red);
    const auto& found = view.comparison;
    return group(
        each(found.changed, [&](const ChangedItem& one) { return changed_row(view, one); }),
        each(found.added, [&](const Item& item) { return whole_row(view, item, added); }),
        each(found.removed, [&](const Item& item) { return whole_row(view, item, removed); }));
}

Html comparison_card(const ActivationView& view)
{
    const auto& found = view.comparison;
    const auto count = found.changed.size() + found.added.size() + found.removed.size();
    const auto title = view.active ? t("pricebook.activation.against",
                                       {{"number", std::to_string(view.active->number)}})
                                   : t("pricebook.activation.first");
    const auto same =
        ui::card_body(p(cls("text-13 text-fg-2"), t("pricebook.activation.nothing_changes")));
    return ui::card({.title = title, .id = "comparaison", .count = static_cast<int>(count)},
                    found.empty() ? same : comparison_rows(view));
}

Html start_form(const ActivationView& view)
{
    auto day = view.fields.field("starts_on");
    day.type = "date";
    const auto fields =
        div(cls("grid grid-cols-1 gap-4"),
            ui::radio_group(view.fields.field("start", "today"),
                            {{.value = "today",
                              .label = t("pricebook.activation.today"),
                              .hint = t("pricebook.activation.today_hint")},
                             {.value = "later",
                              .label = t("pricebook.activation.later"),
                              .hint = t("pricebook.activation.later_hint")}}),
            ui::input_field(day), ui::hidden_field("revision", std::to_string(view.draft.revision)),
            ui::form_actions(ui::submit({.label = t("pricebook.activation.submit"),
                                         .icon = "circle-check",
                                         .kind = ui::ButtonKind::Primary}),
                             ui::link_button(book_path(view.slug, "/brouillon"),
                                             {.label = t("pricebook.item.cancel"),
                                              .kind = ui::ButtonKind::Ghost})));
    return ui::form({.action = book_path(view.slug, "/brouillon/activation"), .guard = view.guard},
                    kept_prices_card(view),
                    ui::card({.title = t("pricebook.activation.when"), .id = "activation"},
                             ui::card_body(fields)));
}

} // namespace

Html activation_page(const ActivationView& view)
{
    return div(cls(column),
               h1(cls("h1"),
                  t("pricebook.activation.title", {{"number", std::to_string(view.draft.number)}})),
               view.fields.summary(), comparison_card(view),
               div(replay_link(view.slug, view.draft.id)), start_form(view));
}

} // namespace pricebook
