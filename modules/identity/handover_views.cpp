#include "modules/identity/handover_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/form_parts.hpp"

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

Html page(const Html& content)
{
    return div(cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-4 p-4 sm:p-6"),
               heading(t("identity.handover.title"), t("identity.handover.lead")), content);
}

Html own_password(const guard::FormView& fields)
{
    auto field = fields.field("current_password");
    field.autocomplete = "current-password";
    return ui::password_field(field);
}

Html end_form(const Html& guard, const Url& to, const char* label_key)
{
    return ui::form({.action = to, .guard = guard, .classes = "flex"},
                    ui::submit({.label = t(label_key)}));
}

Html waiting_card(const OfferView& view)
{
    return ui::card(
        {.title = t("identity.handover.waiting"), .id = "en-attente"},
        ui::card_body(div(cls("grid grid-cols-1 gap-3"), p(view.waiting_for),
                          end_form(view.guard, view.end, "identity.handover.withdraw"))));
}

Html offer_card(const OfferView& view)
{
    if (view.receivers.empty())
        return ui::card({.title = t("identity.handover.offer_title"), .id = "proposer"},
                        ui::card_body(p(t("identity.handover.nobody"))));
    auto receiver = view.fields.field("receiver");
    receiver.placeholder = t("identity.handover.choose");
    return ui::card(
        {.title = t("identity.handover.offer_title"), .id = "proposer"},
        ui::card_body(ui::form(
            {.action = view.offer, .guard = view.guard}, ui::select_field(receiver, view.receivers),
            ui::select_field(view.fields.field("role"), view.kept_roles), own_password(view.fields),
            ui::form_actions(ui::submit(
                {.label = t("identity.handover.offer"), .kind = ui::ButtonKind::Primary})))));
}

} // namespace

Html offer_view(const OfferView& view)
{
    return page(group(view.fields.summary(),
                      view.waiting_for.empty() ? offer_card(view) : waiting_card(view)));
}

Html receive_view(const ReceiveView& view)
{
    const auto accept =
        ui::form({.action = view.accept, .guard = view.guard}, own_password(view.fields),
                 ui::form_actions(ui::submit(
                     {.label = t("identity.handover.accept"), .kind = ui::ButtonKind::Primary})));
    return page(group(
        view.fields.summary(),
        ui::card({.title = t("identity.handover.receive_title"), .id = "recevoir"},
                 ui::card_body(div(cls("grid grid-cols-1 gap-4"), p(view.words), accept,
                                   end_form(view.guard, view.end, "identity.handover.decline"))))));
}

Html nothing_offered_view(const std::string& words)
{
    return page(ui::card({}, ui::card_body(p(words))));
}

} // namespace identity
