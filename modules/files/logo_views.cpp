#include "modules/files/logo_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace files
{
namespace
{

using namespace html;
using i18n::t;

/// Where it is read, from the smallest to the largest.
Html sample(const LogoView& view, std::string_view size, std::string_view words_key)
{
    return div(cls("grid justify-items-center gap-2 text-12 text-fg-2"),
               img(cls("border border-line bg-white object-contain ", size), src(view.square),
                   alt(view.business)),
               t(words_key));
}

Html shown_card(const LogoView& view)
{
    if (!view.state.shown) return none;
    return ui::card(
        {.title = t("files.logo.shown"), .id = "actuel"},
        ui::card_body(
            group(div(cls("flex flex-wrap items-end gap-8"),
                      sample(view, "size-8 rounded-[9px]", "files.logo.in_bar"),
                      sample(view, "size-16 rounded-2xl", "files.logo.on_phone"),
                      sample(view, "size-28 rounded-xl", "files.logo.large")),
                  ui::form({.action = view.remove,
                            .guard = view.guard,
                            .classes = "mt-5",
                            .confirm = t("files.logo.remove_question")},
                           ui::form_actions(ui::submit({.label = t("files.logo.remove")}))))));
}

/// On its way, or refused by the media worker after the answer.
Html sent_banner(const LogoView& view)
{
    const auto& sent = view.state.sent;
    if (!sent || !view.error.empty()) return none;
    if (sent->state == State::refused)
        return ui::banner(
            {.tone = ui::Tone::Amber,
             .icon = "triangle-alert",
             .words = sentence(
                 {.name = sent->name, .reason = sent->refusal, .value = sent->refused_value})});
    return ui::banner({.tone = ui::Tone::Blue,
                       .icon = "clock",
                       .words = t("files.logo.waiting", {{"name", sent->name}}),
                       .action = ui::link_button(view.page, {.label = t("files.logo.look_again"),
                                                             .size = ui::ButtonSize::Small})});
}

Html choice_card(const LogoView& view)
{
    return ui::card(
        {.title = t(view.state.shown ? "files.logo.another" : "files.logo.first"), .id = "choix"},
        ui::card_body(
            ui::form({.action = view.page, .guard = view.guard, .has_files = true},
                     ui::file_field({.name = "logo",
                                     .label = t("files.logo.field"),
                                     .hint = t("files.logo.field_hint"),
                                     .error = view.error,
                                     .is_required = true},
                                    "image/png,image/jpeg,image/webp,image/gif,image/heic"),
                     ui::form_actions(ui::submit(
                         {.label = t("files.logo.submit"), .kind = ui::ButtonKind::Primary})))));
}

} // namespace

Html logo_page(const LogoView& view)
{
    return div(cls("mx-auto grid w-full max-w-[720px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-13 text-fg-2"), t("files.logo.lead")), sent_banner(view),
               shown_card(view), choice_card(view));
}

} // namespace files
