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
    field.is_required = true;
    return ui::password_field(field);
}

/// Where there is no provider left, a password is the way.
Html sign_in_again(const OwnProof& proof)
{
    return div(cls("grid grid-cols-1 gap-4"), p(t("identity.handover.sign_in_again")),
               ui::form_actions(proof.buttons,
                                ui::link_button(Url::local("/mot-de-passe-oublie"),
                                                {.label = t("identity.handover.choose_password"),
                                                 .kind = ui::ButtonKind::Ghost})));
}

/// What ends a form: the proof, then the button; or the way to the proof, which comes first.
Html proved_submit(const guard::FormView& fields, const OwnProof& proof, const char* label_key)
{
    if (proof.kind == OwnProof::Kind::sign_in_again) return sign_in_again(proof);
    const auto proved = proof.kind == OwnProof::Kind::password
                            ? own_password(fields)
                            : p(cls("text-13 text-fg-2"),
                                t("identity.handover.recent_sign_in", {{"time", proof.until}}));
    return group(proved, ui::form_actions(
                             ui::submit({.label = t(label_key), .kind = ui::ButtonKind::Primary})));
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
    if (view.proof.kind == OwnProof::Kind::sign_in_again)
        return ui::card({.title = t("identity.handover.offer_title"), .id = "proposer"},
                        ui::card_body(sign_in_again(view.proof)));
    auto receiver = view.fields.field("receiver");
    receiver.placeholder = t("identity.handover.choose");
    return ui::card(
        {.title = t("identity.handover.offer_title"), .id = "proposer"},
        ui::card_body(ui::form({.action = view.offer, .guard = view.guard},
                               ui::select_field(receiver, view.receivers),
                               ui::select_field(view.fields.field("role"), view.kept_roles),
                               proved_submit(view.fields, view.proof, "identity.handover.offer"))));
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
        ui::form({.action = view.accept, .guard = view.guard},
                 proved_submit(view.fields, view.proof, "identity.handover.accept"));
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
