#include "modules/identity/handover_pages.hpp"

#include "kernel/auth/roles.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/handover_actions.hpp"
#include "modules/identity/handover_forms.hpp"
#include "modules/identity/handover_views.hpp"
#include "modules/identity/identity.hpp"
#include "modules/identity/openid_pages.hpp"
#include "modules/identity/password_actions.hpp"

namespace identity
{

namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr auto page_path = "/reglages/propriete";
constexpr auto labels = "identity.handover.field";

html::Url url(const guard::Call& call, std::string_view path)
{
    return html::checked_local(call.in_workspace(path));
}

const presets::Preset& preset_of(const guard::Call& call)
{
    return presets::find(call.context().workspace().preset);
}

std::string top_title(const guard::Call& call)
{
    const auto& preset = preset_of(call);
    const auto* role = preset.find_role(auth::top_role(preset));
    return role == nullptr ? std::string{} : role->title;
}

std::vector<ui::Choice> kept_roles(const guard::Call& call)
{
    std::vector<ui::Choice> choices;
    for (const auto& role : preset_of(call).roles)
        if (role.side == presets::Side::staff && role.code != auth::top_role(preset_of(call)))
            choices.push_back({.value = role.code, .label = role.title, .hint = role.summary});
    return choices;
}

std::vector<ui::Choice> choices_of(const std::vector<auth::MemberDetail>& members)
{
    std::vector<ui::Choice> choices;
    for (const auto& member : members)
        choices.push_back({.value = member.id.text(), .label = member.name, .hint = {}});
    return choices;
}

struct Offered {
    std::optional<auth::Handover> live;
    std::string giver;
    std::string receiver;
    std::vector<auth::MemberDetail> possible;
};

Offered read_offer(guard::Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) {
        Offered offered{.live = auth::live_handover(tx),
                        .giver = {},
                        .receiver = {},
                        .possible = possible_receivers(tx)};
        if (!offered.live) return offered;
        const auto giver = auth::member(tx, offered.live->giver);
        const auto receiver = auth::member(tx, offered.live->receiver);
        if (giver) offered.giver = giver->name;
        if (receiver) offered.receiver = receiver->name;
        return offered;
    });
}

std::string until(const guard::Call& call, const auth::Handover& handover)
{
    const auto& zone = call.context().workspace().time_zone;
    return i18n::long_date(base::date_in(handover.expires_at, zone));
}

bool holds_top_role(const guard::Call& call)
{
    return call.actor().role == auth::top_role(preset_of(call));
}

/// Who has no password comes in by a provider: its word counts while the session it opened is
/// young.
OwnProof own_proof(guard::Call& call, const html::Url& next)
{
    const auto proof = proof_of(call);
    if (proof == Proof::password) return {};
    const auto until = call.signed_in()->session.created_at + sign_in_proves_for;
    if (proof == Proof::recent_sign_in)
        return {.kind = OwnProof::Kind::recent_sign_in,
                .until = i18n::time_of_day(until, call.context().workspace().time_zone),
                .buttons = {}};
    return {.kind = OwnProof::Kind::sign_in_again,
            .until = {},
            .buttons = openid_proof_buttons(call, next.text())};
}

http::Response page(guard::Call& call, const html::Html& body, int status)
{
    const auto crumbs =
        ui::breadcrumbs({{.label = t("guard.nav.settings"), .to = url(call, "/reglages")},
                         {.label = t("identity.handover.title"), .to = {}}});
    return guard::render(call, guard::Page{.title = t("identity.handover.title"),
                                           .body = body,
                                           .breadcrumbs = crumbs,
                                           .status = status});
}

/// What was chosen before the visitor went to his provider comes back in the address.
html::Url with_choices(const guard::Call& call, const forms::Form<OfferHandover>& form)
{
    return url(call, page_path)
        .with("receiver", form.typed_value("receiver"))
        .with("role", form.typed_value("role"));
}

forms::Form<OfferHandover> offer_form(const guard::Call& call)
{
    auto form = call.blank_form<OfferHandover>();
    if (form.typed.empty() && !call.query("receiver").empty())
        form.typed = {{"receiver", std::string{call.query("receiver")}},
                      {"role", std::string{call.query("role")}}};
    return form;
}

http::Response giver_page(guard::Call& call, const Offered& offered,
                          const forms::Form<OfferHandover>& form)
{
    OfferView view{.guard = guard::form_guard(call),
                   .offer = url(call, page_path),
                   .end = url(call, page_path + std::string{"/fin"}),
                   .fields = {form, labels},
                   .proof = own_proof(call, with_choices(call, form)),
                   .receivers = choices_of(offered.possible),
                   .kept_roles = kept_roles(call),
                   .waiting_for = {}};
    if (offered.live && offered.live->giver == call.actor().membership)
        view.waiting_for = t("identity.handover.waiting_words",
                             {{"name", offered.receiver}, {"date", until(call, *offered.live)}});
    return page(call, offer_view(view), form.errors.empty() ? 200 : 422);
}

http::Response receiver_page(guard::Call& call, const Offered& offered,
                             const forms::Form<AcceptHandover>& form)
{
    const ReceiveView view{
        .guard = guard::form_guard(call),
        .accept = url(call, page_path + std::string{"/acceptation"}),
        .end = url(call, page_path + std::string{"/fin"}),
        .fields = {form, labels},
        .proof = own_proof(call, url(call, page_path)),
        .words = t("identity.handover.receive_words", {{"name", offered.giver},
                                                       {"role", top_title(call)},
                                                       {"date", until(call, *offered.live)}})};
    return page(call, receive_view(view), form.errors.empty() ? 200 : 422);
}

bool is_receiver(const guard::Call& call, const Offered& offered)
{
    return offered.live && offered.live->receiver == call.actor().membership;
}

/// Adds the sentence of what is missing, or wrong: the visitor's own password, or a recent sign-in.
template <class Command>
void check_proof(guard::Call& call, const OwnProof& proof, forms::Form<Command>& form)
{
    if (proof.kind == OwnProof::Kind::sign_in_again)
        form.errors.add("", "identity.error.sign_in_again");
    if (proof.kind != OwnProof::Kind::password || !form.is_valid()) return;
    const auto& typed = form.command.current_password;
    try {
        if (!typed)
            form.errors.add("current_password", "forms.error.required");
        else if (!is_password_of(call.platform(), call.signed_in()->person.id, typed->value,
                                 passwords(call.site())))
            form.errors.add("current_password", "identity.error.password_wrong");
    } catch (const secrets::PasswordsBusy&) {
        form.errors.add("current_password", "identity.error.busy");
    }
}

} // namespace

http::Response show_handover(guard::Call& call)
{
    const auto offered = read_offer(call);
    if (is_receiver(call, offered))
        return receiver_page(call, offered, call.blank_form<AcceptHandover>());
    if (holds_top_role(call)) return giver_page(call, offered, offer_form(call));
    return page(call,
                nothing_offered_view(t("identity.handover.not_yours", {{"role", top_title(call)}})),
                200);
}

http::Response create_handover(guard::Call& call)
{
    if (!holds_top_role(call)) throw base::Forbidden{"members.manage"};
    auto form = call.form<OfferHandover>();
    check_proof(call, own_proof(call, url(call, page_path)), form);
    if (!form.is_valid()) return giver_page(call, read_offer(call), form);
    call.context().write([&](WorkspaceTransaction& tx) {
        offer_handover(tx, form.command.receiver, form.command.role.value);
    });
    return call.redirect(call.in_workspace(page_path), "identity.notice.handover_offered");
}

http::Response take_handover(guard::Call& call)
{
    auto form = call.form<AcceptHandover>();
    check_proof(call, own_proof(call, url(call, page_path)), form);
    const auto offered = read_offer(call);
    base::refuse_unless(is_receiver(call, offered), "identity.refusal.handover_over");
    if (!form.is_valid()) return receiver_page(call, offered, form);
    call.context().write([](WorkspaceTransaction& tx) { accept_handover(tx); });
    return call.redirect(call.in_workspace("/reglages/equipe"),
                         "identity.notice.handover_received");
}

http::Response stop_handover(guard::Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { end_handover(tx); });
    return call.redirect(call.in_workspace(page_path), "identity.notice.handover_ended");
}

} // namespace identity
