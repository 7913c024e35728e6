#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/rich_text_field.hpp"
#include "kernel/html/ui/waiting_place.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/progress/photo_views.hpp"
#include "modules/progress/post_views.hpp"

namespace progress
{

using namespace html;
using i18n::t;
using tenancy::Side;

namespace
{

Html photo_choice(const PostFormView& view)
{
    if (view.photos.empty()) return none;
    const files::Place place{.slug = view.reading.slug, .side = Side::staff};
    return fieldset(
        cls("grid gap-2"), legend(cls("label"), t("progress.field.kept_photos")),
        div(cls("grid grid-cols-2 gap-3 sm:grid-cols-4"), each(view.photos, [&](const auto& photo) {
                return html::label(
                    cls("block text-13"),
                    img(cls("mb-1 aspect-[4/3] w-full rounded-lg object-cover"),
                        alt(photo_words(photo)),
                        src(files::address(place, photo.id, files::Variant::thumbnail)),
                        loading("lazy")),
                    input(type("checkbox"), name("remove_photo"), value(photo.id.text())), " ",
                    t("progress.field.remove_photo"));
            })));
}

std::vector<ui::Choice> marks()
{
    std::vector<ui::Choice> choices;
    for (const char* code : {"none", "finished", "resumed"})
        choices.push_back({.value = code, .label = t("progress.mark_choice." + std::string{code})});
    return choices;
}

Html buttons_of(const PostFormView& view)
{
    const auto back = ui::link_button(
        view.back, {.label = t("progress.form.back"), .kind = ui::ButtonKind::Ghost});
    if (!view.is_new)
        return ui::form_actions(ui::submit({.label = t("progress.form.save"),
                                            .kind = ui::ButtonKind::Primary,
                                            .size = ui::ButtonSize::Large,
                                            .hotkey = "Mod+Enter"}),
                                back);
    return ui::form_actions(ui::submit({.label = t("progress.post.publish"),
                                        .icon = "send",
                                        .kind = ui::ButtonKind::Primary,
                                        .size = ui::ButtonSize::Large,
                                        .hotkey = "Mod+Enter",
                                        .name = "intent",
                                        .value = "publish"}),
                            ui::submit({.label = t("progress.post.draft"),
                                        .size = ui::ButtonSize::Large,
                                        .name = "intent",
                                        .value = "draft"}),
                            back);
}

/// A new one waits for the network, and what is being typed survives a closed page; an edition is
/// on top of a version.
Attribute kept_offline(const PostFormView& view)
{
    if (!view.is_new) return {};
    return attributes(attribute<"data-offline">("queue"),
                      attribute<"data-offline-label">(t("progress.post.new") + " · " + view.title),
                      attribute<"data-draft">(view.action.text()));
}

} // namespace

Html post_form(const PostFormView& view)
{
    auto worked = view.fields.field("worked_on");
    worked.type = "date";
    auto text_field = view.fields.field("text");
    text_field.length_max = static_cast<int>(text_length_max);
    const auto trouble = view.error.empty()
                             ? none
                             : div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                                            .icon = "triangle-alert",
                                                            .words = view.error,
                                                            .urgency = ui::Urgency::Alert}));
    return div(
        cls("mx-auto w-full max-w-[760px] px-4 py-6"),
        h1(cls("h1 mb-1"), t(view.is_new ? "progress.post.new" : "progress.post.edit_title")),
        p(cls("mb-5 text-fg-3"), view.title), trouble, view.fields.summary(), view.saved,
        when(view.is_new, ui::waiting_place(view.action)),
        ui::form(
            {.action = view.action,
             .guard = view.guard,
             .id = "post-form",
             .classes = "grid grid-cols-1 gap-5",
             .has_files = true,
             .more = kept_offline(view)},
            photo_field(view), photo_choice(view),
            ui::rich_text_field({.field = text_field,
                                 .html = view.html,
                                 .leave_question = t("progress.post.leave")}),
            div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), ui::input_field(worked),
                ui::select_field(view.fields.field("mark", "none"), marks())),
            ui::hidden_field("sheet", view.sheet.text()),
            when(!view.is_new, ui::hidden_field("version", view.fields.field("version").value)),
            buttons_of(view)));
}

} // namespace progress
