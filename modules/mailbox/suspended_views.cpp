#include "modules/mailbox/suspended_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace mailbox
{

using namespace html;
using i18n::t;

namespace
{

Html warning(const SuspendedView& view, const SuspendedAddress& one)
{
    const auto resume =
        view.may_resume
            ? ui::form({.action = view.resume, .guard = view.guard, .classes = "mt-2"},
                       ui::hidden_field(view.whose, view.id), ui::hidden_field("email", one.email),
                       ui::submit(
                           {.label = t("mailbox.suspended.resume"), .size = ui::ButtonSize::Small}))
            : none;
    return div(ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = t("mailbox.suspended.words",
                                      {{"email", one.email}, {"date", one.since}})}),
               p(cls("mt-2 text-13 text-fg-2 break-words"),
                 t("mailbox.suspended.cause", {{"words", one.words}})),
               resume);
}

} // namespace

Html suspended_banners(const SuspendedView& view)
{
    if (view.addresses.empty()) return none;
    return ui::card({.title = t("mailbox.suspended.title"), .id = "adresses-refusees"},
                    ui::card_body(div(cls("grid grid-cols-1 gap-4"),
                                      each(view.addresses, [&](const SuspendedAddress& one) {
                                          return warning(view, one);
                                      }))));
}

} // namespace mailbox
