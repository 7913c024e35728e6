#include "modules/crm/portal_access_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_views.hpp"
#include "modules/crm/portal_access_actions.hpp"
#include "modules/crm/portal_access_forms.hpp"
#include "modules/crm/portal_access_views.hpp"

#include <algorithm>

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

/// A client with those of its contacts who do not sign in yet.
struct Record {
    Client client;
    std::vector<Contact> contacts;
};

Record record_of(Call& call)
{
    const auto id = call.path_id<tenancy::ClientId>("id");
    return call.context().read([&](WorkspaceTransaction& tx) {
        ClientStore store{tx};
        const auto client = store.find(id);
        if (!client) throw base::NotFound{};
        auto contacts = store.contacts(id);
        std::erase_if(contacts, [](const Contact& contact) { return contact.membership_id; });
        return Record{.client = *client, .contacts = std::move(contacts)};
    });
}

html::Url page_path(const Call& call, const Record& record)
{
    return html::route("/e/{}/clients/{}/acces", slug_of(call), record.client.id);
}

/// Filled with the contact of the address, if it names one.
forms::Form<GivePortalAccess> fresh_form(const Call& call, const Record& record)
{
    auto form = call.blank_form<GivePortalAccess>();
    if (!form.typed.empty()) return form;
    const auto id = ContactId::parse(call.query("contact"));
    if (!id) return form;
    const auto found = std::ranges::find(record.contacts, *id, &Contact::id);
    if (found == record.contacts.end()) return form;
    form.typed = {{"name", found->name}, {"email", found->email}, {"contact", id->text()}};
    return form;
}

http::Response access_page(Call& call, const Record& record,
                           const forms::Form<GivePortalAccess>& form)
{
    const auto path = page_path(call, record);
    const auto back = client_path(slug_of(call), record.client.id);
    PortalAccessView view{.client_name = record.client.name,
                          .action = path,
                          .back = back,
                          .guard = guard::form_guard(call),
                          .fields = {form, "crm.access.field"},
                          .contacts = {},
                          .contact = std::string{form.typed_value("contact")}};
    for (const auto& contact : record.contacts)
        view.contacts.push_back({.name = contact.name,
                                 .to = path.with("contact", contact.id.text()),
                                 .is_chosen = contact.id.text() == view.contact});
    const auto crumbs =
        ui::breadcrumbs({{t("crm.nav"), html::route("/e/{}/clients", slug_of(call))},
                         {record.client.name, back},
                         {t("crm.access.title"), {}}});
    return guard::render(call, guard::Page{.title = t("crm.access.title"),
                                           .body = portal_access_form(view),
                                           .breadcrumbs = crumbs,
                                           .status = form.is_valid() ? 200 : 422});
}

http::Response let_in(Call& call, const PortalUser& user)
{
    if (!user.email.empty()) {
        call.context().write([&](WorkspaceTransaction& tx) { invite_portal_user(tx, user); });
        return call.redirect(client_path(slug_of(call), user.client).text(), "crm.access.invited");
    }
    const auto account = call.context().write(
        [&](WorkspaceTransaction& tx) { return add_portal_account(tx, user); });
    const auto next = call.may("members.portal") ? "/reglages/portail/" + account.text()
                                                 : "/clients/" + user.client.text();
    return call.redirect(call.in_workspace(next), "crm.access.added");
}

} // namespace

http::Response new_portal_access(Call& call)
{
    const auto record = record_of(call);
    return access_page(call, record, fresh_form(call, record));
}

http::Response give_portal_access(Call& call)
{
    const auto record = record_of(call);
    auto form = call.form<GivePortalAccess>();
    check_whole(form);
    if (!form.is_valid()) return access_page(call, record, form);
    const auto& typed = form.command;
    try {
        return let_in(call, {.client = record.client.id,
                             .contact = typed.contact.value_or(ContactId{}),
                             .name = typed.name.value,
                             .email = typed.email ? typed.email->value : std::string{},
                             .user_name = typed.user_name.value});
    } catch (const base::Refusal& refusal) {
        if (!add_refusal(form, refusal)) throw;
        return access_page(call, record, form);
    }
}

} // namespace crm
