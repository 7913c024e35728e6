#include "modules/numbering/number_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/numbering/number_forms.hpp"

namespace numbering
{

using namespace html;
using i18n::t;

namespace
{

Html series_card(const NumberingView& view, const SeriesView& series)
{
    auto format = series.fields.field("format");
    format.length_max = static_cast<int>(format_length_max);
    format.is_numeric = true;
    format.hint = t("numbering.words", words_of_formats());
    const auto restart = series.fields.field("restart");
    return ui::card(
        {.title = series.title, .id = "series-" + series.code, .classes = "mb-5"},
        ui::card_body(group(
            series.fields.summary(),
            p(cls("mb-4 text-14 text-fg-2"), t("numbering.next"), " ",
              span(cls("num font-[560] text-fg"), series.next)),
            ui::form({.action = view.action, .guard = view.guard, .id = "f-" + series.code},
                     ui::hidden_field("series", series.code), ui::input_field(format),
                     ui::radio_group(restart, {{.value = "yearly", .label = t("numbering.yearly")},
                                               {.value = "never", .label = t("numbering.never")}}),
                     ui::form_actions(ui::submit(
                         {.label = t("numbering.save"), .kind = ui::ButtonKind::Primary}))))));
}

} // namespace

Html numbering_page(const NumberingView& view)
{
    return div(
        cls("mx-auto w-full max-w-[680px] px-4 py-6"), h1(cls("h1 mb-2"), t("numbering.title")),
        p(cls("mb-5 text-14 text-fg-2"), t("numbering.detail")),
        each(view.series, [&](const SeriesView& series) { return series_card(view, series); }));
}

} // namespace numbering
