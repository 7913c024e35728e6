#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/progress/sheet_views.hpp"

namespace progress
{

using namespace html;
using i18n::t;

Html sheet_form(const SheetFormView& view)
{
    const auto heading = h1(cls("h1 mb-5"), t(view.is_new ? "progress.new" : "progress.head.edit"));
    const auto place = cls("mx-auto w-full max-w-[640px] px-4 py-6");
    if (view.has_no_client)
        return div(place, heading,
                   ui::empty_state({.icon = "users",
                                    .title = t("progress.form.no_client"),
                                    .detail = t("progress.form.no_client_detail"),
                                    .actions = ui::link_button(
                                        view.new_client, {.label = t("progress.form.new_client"),
                                                          .icon = "plus"})}));
    auto client = view.fields.field("client");
    client.placeholder = t("progress.form.choose_client");
    client.is_required = true;
    auto starts = view.fields.field("starts_on");
    auto ends = view.fields.field("ends_on");
    starts.type = ends.type = "date";
    return div(
        place, heading, view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 when(view.is_new, ui::select_field(client, view.clients)),
                 ui::input_field(view.fields.field("identifier")),
                 ui::input_field(view.fields.field("title")),
                 ui::input_field(view.fields.field("address")),
                 div(cls("grid grid-cols-1 gap-4 sm:grid-cols-[8rem_1fr]"),
                     ui::input_field(view.fields.field("postal_code")),
                     ui::input_field(view.fields.field("city"))),
                 div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), ui::input_field(starts),
                     ui::input_field(ends)),
                 when(!view.is_new,
                      group(ui::hidden_field("version", view.fields.field("version").value),
                            ui::hidden_field("sheet", view.fields.field("sheet").value))),
                 ui::form_actions(ui::submit({.label = t(view.is_new ? "progress.form.create"
                                                                     : "progress.form.save"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("progress.form.back"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

Html settings_form(const Url& action, const Html& guard, CommentsOnCancelled choice)
{
    std::vector<ui::Choice> choices;
    for (const auto one : {CommentsOnCancelled::open, CommentsOnCancelled::closed}) {
        const std::string code{forms::enum_name(one)};
        choices.push_back({.value = code, .label = t("progress.setting." + code)});
    }
    return div(cls("mx-auto w-full max-w-[640px] px-4 py-6"),
               h1(cls("h1 mb-5"), t("progress.setting.title")),
               ui::form({.action = action, .guard = guard},
                        ui::radio_group({.name = "comment_on_cancelled",
                                         .label = t("progress.setting.label"),
                                         .value = std::string{forms::enum_name(choice)}},
                                        choices),
                        ui::form_actions(ui::submit(
                            {.label = t("progress.form.save"), .kind = ui::ButtonKind::Primary}))));
}

} // namespace progress
