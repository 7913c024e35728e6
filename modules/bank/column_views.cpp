#include "modules/bank/column_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace bank
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::size_t sample_length = 40; ///< code points of a cell

std::vector<ui::Choice> role_choices()
{
    std::vector<ui::Choice> choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ColumnRole>>([&](auto d) {
        choices.push_back({.value = d.name, .label = t("bank.column." + std::string{d.name})});
    });
    return choices;
}

/// « 12/11/2026 · 13/11/2026 »: what the first lines hold in a column.
std::string sample_of(const CsvLook& look, std::size_t column)
{
    std::vector<std::string> parts;
    for (const auto& line : look.first) {
        if (column >= line.size()) continue;
        const auto text = base::trim(base::normalise(line[column]));
        if (!text.empty()) parts.push_back(base::shorten(text, sample_length));
    }
    return base::join(parts, " · ");
}

std::string label_of(const CsvLook& look, std::size_t column)
{
    const auto title = base::trim(base::normalise(look.titles[column]));
    if (!title.empty()) return base::shorten(title, sample_length);
    return t("bank.columns.unnamed", {{"number", std::to_string(column + 1)}});
}

} // namespace

Html columns_page(const ColumnsView& view)
{
    const auto choices = role_choices();
    Html fields;
    for (std::size_t at = 0; at < view.look.titles.size(); ++at)
        fields += ui::select_field({.name = "column_" + std::to_string(at),
                                    .label = label_of(view.look, at),
                                    .value = std::string{forms::enum_name(view.columns[at])},
                                    .hint = sample_of(view.look, at)},
                                   choices);
    return div(cls("mx-auto grid w-full max-w-[860px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
               when(!view.error.empty(), ui::banner({.tone = ui::Tone::Red,
                                                     .icon = "triangle-alert",
                                                     .words = view.error,
                                                     .urgency = ui::Urgency::Alert})),
               p(cls("text-14 text-fg-2"), t("bank.columns.lead")),
               ui::card({.title = t("bank.columns.title"), .id = "colonnes"},
                        ui::card_body(ui::form(
                            {.action = view.action, .guard = view.guard},
                            div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), fields),
                            ui::form_actions(
                                ui::submit({.label = t("bank.columns.submit"),
                                            .kind = ui::ButtonKind::Primary}),
                                ui::link_button(view.back, {.label = t("bank.columns.back"),
                                                            .kind = ui::ButtonKind::Ghost}))))));
}

} // namespace bank
