#include "modules/crm/portal_details_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_type_actions.hpp"
#include "modules/crm/portal_change_actions.hpp"
#include "modules/crm/portal_details_actions.hpp"
#include "modules/crm/portal_details_forms.hpp"
#include "modules/crm/portal_details_store.hpp"
#include "modules/crm/portal_details_views.hpp"
#include "modules/identity/identity.hpp"

#include <algorithm>

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/informations";

html::Url url(const Call& call, const std::string& end = {})
{
    return html::checked_local(call.in_workspace(page_path + end));
}

/// What is shown of one record, and to whom.
struct Sheet {
    Details details;
    FieldUses uses;
    std::vector<PortalChange> changes;
    Details asked; ///< as it will be once what he asked is done: what his form begins with
    std::map<std::int64_t, std::string> names; ///< of who asked
};

Sheet sheet_of(Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) {
        PortalDetailsStore store{tx};
        Sheet sheet{.details = my_details(tx),
                    .uses = store.uses(),
                    .changes = {},
                    .asked = {},
                    .names = {}};
        sheet.changes = store.of_client(sheet.details.client.id, base::now() - change_kept_for);
        sheet.asked = sheet.details;
        for (const auto& change : store.open_of(tx.actor().membership))
            set_value(sheet.asked, change.field, change.after);
        for (const auto& change : sheet.changes)
            if (const auto member = auth::member(tx, change.membership_id))
                sheet.names[change.membership_id.value] = member->name;
        return sheet;
    });
}

ClientTypes types_of(const Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) { return client_types(tx); });
}

std::string words_of(const Call& call, const std::string& field, const std::string& value)
{
    if (field.ends_with("phone")) return value.empty() ? value : i18n::phone(value);
    if (field == "language") return value.empty() ? value : t("crm.details.language." + value);
    if (field != "type") return shown_value(field, value);
    return type_name(types_of(call), value);
}

bool is_over(const PortalChange& change)
{
    return change.state == ChangeState::confirming && change.expires_at &&
           *change.expires_at < base::now();
}

/// A colleague’s own name or telephone is his; what he asked for the record is everybody’s.
bool concerns(const Call& call, const PortalField& field, const PortalChange& change)
{
    if (change.field != field.code || is_over(change)) return false;
    return change.membership_id == call.actor().membership ||
           (field.of == FieldOf::record && change.state == ChangeState::waiting);
}

AskedLine asked(const Call& call, const Sheet& sheet, const PortalChange& change)
{
    const auto state = std::string{forms::enum_name(change.state)};
    const auto name = sheet.names.find(change.membership_id.value);
    const bool is_mine = change.membership_id == call.actor().membership;
    const base::Params params{{"value", words_of(call, change.field, change.after)},
                              {"reason", change.reason},
                              {"name", name == sheet.names.end() ? std::string{} : name->second}};
    const auto tone = change.state == ChangeState::refused ? ui::Tone::Red : ui::Tone::Amber;
    return {.badge = t("crm.details.asked." + state),
            .words = t("crm.details.asked." + state + (is_mine ? "_words" : "_by"), params),
            .tone = tone};
}

DetailLine line_of(const Call& call, const Sheet& sheet, const PortalField& field)
{
    const std::string code{field.code};
    DetailLine line{
        .field = code, .value = words_of(call, code, value_of(sheet.details, code)), .asked = {}};
    for (const auto& change : sheet.changes)
        if (concerns(call, field, change)) line.asked.push_back(asked(call, sheet, change));
    return line;
}

bool is_visible(const Sheet& sheet, const PortalField& field)
{
    return is_shown(field, sheet.details) && use_of(sheet.uses, field) != FieldUse::hidden;
}

DetailsFormView form_view(Call& call, const Sheet& sheet, const forms::Form<SaveMyDetails>& form)
{
    DetailsFormView view{.action = url(call),
                         .back = url(call),
                         .guard = guard::form_guard(call),
                         .fields = {form, "crm.details.field"},
                         .person = {},
                         .record = {},
                         .approved = {},
                         .types = {},
                         .is_company = sheet.details.client.kind == ClientKind::company,
                         .asks_password = !sheet.details.sign_in_email.empty() &&
                                          identity::proof_of(call) == identity::Proof::password};
    for (const auto& field : portal_fields) {
        const auto use = use_of(sheet.uses, field);
        if (!is_shown(field, sheet.details) || !may_change(use)) continue;
        auto& fields = field.of == FieldOf::person ? view.person : view.record;
        fields.emplace_back(field.code);
        if (use == FieldUse::approve) view.approved.emplace_back(field.code);
    }
    for (const auto& type : offered_types(types_of(call), sheet.asked.client.type))
        view.types.push_back({.value = type.code, .label = type.name, .hint = {}});
    return view;
}

http::Response form_page(Call& call, const DetailsFormView& view, int status)
{
    return guard::render(call, guard::Page{.title = t("crm.details.edit_title"),
                                           .body = my_details_form(view),
                                           .status = status});
}

/// What was typed beside what somebody else saved (409).
http::Response stale_page(Call& call, const forms::Form<SaveMyDetails>& form)
{
    const auto sheet = sheet_of(call);
    auto view = form_view(call, sheet, form);
    view.fields.set_beside(typed_of(sheet.asked),
                           {{"type", words_of(call, "type", sheet.asked.client.type)},
                            {"language", words_of(call, "language", sheet.asked.client.language)}});
    return form_page(call, view, 409);
}

bool asks_other_sign_in(const Sheet& sheet, const SaveMyDetails& typed)
{
    if (sheet.details.sign_in_email.empty() || !typed.contact_email) return false;
    const auto& wanted = typed.contact_email->value;
    return wanted != sheet.details.sign_in_email && wanted != sheet.asked.sign_in_email;
}

/// Who finds a screen left open takes no account over.
void check_proof(Call& call, const Sheet& sheet, forms::Form<SaveMyDetails>& form)
{
    if (!asks_other_sign_in(sheet, form.command)) return;
    const auto& password = form.command.current_password;
    const auto problem =
        identity::proof_problem(call, password ? std::string_view{password->value} : "");
    if (problem.empty()) return;
    const bool has_password = identity::proof_of(call) == identity::Proof::password;
    form.errors.add(has_password ? "current_password" : "contact_email", problem);
}

const char* notice_of(const Outcome& outcome)
{
    if (outcome.to_confirm > 0) return "crm.details.notice.to_confirm";
    if (outcome.waiting > 0) return "crm.details.notice.waiting";
    if (outcome.done > 0) return "crm.details.notice.done";
    return outcome.withdrawn > 0 ? "crm.details.notice.withdrawn" : "crm.details.notice.nothing";
}

} // namespace

http::Response show_my_details(Call& call)
{
    MyDetailsView view{
        .person = {}, .record = {}, .edit = {}, .panels = guard::panels_in(call, "portal_details")};
    std::vector<std::string> topics;
    if (call.actor().client) {
        const auto sheet = sheet_of(call);
        view.is_company = sheet.details.client.kind == ClientKind::company;
        for (const auto& field : portal_fields) {
            if (!is_visible(sheet, field)) continue;
            auto& lines = field.of == FieldOf::person ? view.person : view.record;
            lines.push_back(line_of(call, sheet, field));
            if (may_change(use_of(sheet.uses, field))) view.edit = url(call, "/modifier");
        }
        topics.push_back("my_details:" + call.actor().client.text());
    }
    return guard::render(call, guard::Page{.title = t("crm.details.title"),
                                           .body = my_details_page(view),
                                           .topics = std::move(topics)});
}

http::Response edit_my_details(Call& call)
{
    const auto sheet = sheet_of(call);
    auto form = call.blank_form<SaveMyDetails>();
    if (form.typed.empty()) form.typed = typed_of(sheet.asked);
    return form_page(call, form_view(call, sheet, form), 200);
}

http::Response update_my_details(Call& call)
{
    const auto sheet = sheet_of(call);
    auto form = call.form<SaveMyDetails>();
    std::vector<std::string> types;
    for (const auto& type : offered_types(types_of(call), sheet.asked.client.type))
        types.push_back(type.code);
    check_whole(form, sheet.details, types);
    if (form.is_valid()) check_proof(call, sheet, form);
    if (!form.is_valid()) return form_page(call, form_view(call, sheet, form), 422);
    const auto seen = form.command.version ? form.command.version->value : 0;
    try {
        const auto outcome = call.context().write([&](WorkspaceTransaction& tx) {
            return change_my_details(tx, wanted_fields(form), seen);
        });
        return call.redirect(url(call).text(), notice_of(outcome));
    } catch (const base::Refusal& refusal) {
        if (refusal.kind == base::Refusal::Kind::Conflict) return stale_page(call, form);
        if (!add_refusal(form, refusal)) throw;
        return form_page(call, form_view(call, sheet, form), 422);
    }
}

http::Response show_address_link(Call& call)
{
    const auto change = call.context().read(
        [&](WorkspaceTransaction& tx) { return change_of_link(tx, call.path("token")); });
    call.forbid_storing();
    const AddressLinkView view{.address = change.after,
                               .action = url(call, "/adresse/" + call.path("token")),
                               .guard = guard::form_guard(call)};
    return guard::render(call, guard::Page{.title = t("crm.details.address.title"),
                                           .body = address_link_page(view)});
}

http::Response confirm_my_address(Call& call)
{
    const auto state = call.context().write([&](WorkspaceTransaction& tx) {
        return confirm_address(tx, call.path("token"), call.signed_in()->session.id);
    });
    return call.redirect(url(call).text(), state == ChangeState::done
                                               ? "crm.details.notice.confirmed"
                                               : "crm.details.notice.waiting");
}

} // namespace crm
