#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_forms.hpp"
#include "modules/crm/client_merge_pages.hpp"
#include "modules/crm/client_pages.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type_actions.hpp"
#include "modules/crm/client_views.hpp"
#include "modules/crm/duplicate_actions.hpp"
#include "modules/crm/duplicate_store.hpp"

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

ClientTypes types_of(Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) { return client_types(tx); });
}

/// For a record that has the type `held`, which may be offered no more.
std::vector<ui::Choice> type_choices(Call& call, const std::string& held)
{
    std::vector<ui::Choice> choices;
    for (const auto& type : offered_types(types_of(call), held))
        choices.push_back({.value = type.code, .label = type.name});
    return choices;
}

/// The whole record, and a type that is one of those offered.
void check(Call& call, forms::Form<SaveClient>& form, const std::string& held)
{
    check_whole(form);
    const auto& type = form.command.type.value;
    if (!type.empty() && type != held && !has_type(offered_types(types_of(call), {}), type))
        form.errors.add("type", "forms.error.choice");
}

html::Html crumbs(const Call& call, const std::string& here)
{
    return ui::breadcrumbs(
        {{t("crm.nav"), html::route("/e/{}/clients", slug_of(call))}, {here, {}}});
}

Client client_of(Call& call)
{
    const auto id = call.path_id<tenancy::ClientId>("id");
    const auto client =
        call.context().read([&](WorkspaceTransaction& tx) { return ClientStore{tx}.find(id); });
    if (!client) throw base::NotFound{};
    return *client;
}

html::Url alikes_at(const Call& call)
{
    return html::route("/e/{}/clients/ressemblances", slug_of(call));
}

/// Who the typed client may be already, told once: not again when it was sent « quand même ».
/// Another record with the same address is an error of the form.
std::vector<Alike> doubts(Call& call, const Client& client, forms::Form<SaveClient>& form)
{
    const auto typed = applied(form.command, client);
    if (client.id && !is_recognised_by(client, typed)) return {};
    return call.context().read([&](WorkspaceTransaction& tx) {
        auto alikes = alikes_of(tx, typed);
        const auto* other = blocking_in(alikes);
        if (other != nullptr && !DuplicateStore{tx}.shares_emails())
            form.errors.add("email", "crm.duplicate.refusal.email", {{"name", other->name}});
        else if (form.command.despite_alike)
            alikes.clear();
        return alikes;
    });
}

http::Response form_page(Call& call, const forms::Form<SaveClient>& form,
                         const std::vector<Alike>& alikes = {})
{
    const auto list = html::route("/e/{}/clients", slug_of(call));
    const ClientFormView view{.action = list,
                              .back = list,
                              .guard = guard::form_guard(call),
                              .fields = {form, "crm.field"},
                              .types = type_choices(call, {}),
                              .is_new = true,
                              .alikes_at = alikes_at(call),
                              .alikes = alikes,
                              .slug = slug_of(call)};
    const bool is_fine = form.is_valid() && alikes.empty();
    return guard::render(call, guard::Page{.title = t("crm.list.new"),
                                           .body = client_form(view),
                                           .breadcrumbs = crumbs(call, t("crm.list.new")),
                                           .status = is_fine ? 200 : 422});
}

http::Response edit_answer(Call& call, const Client& client, const ClientFormView& view, int status)
{
    return guard::render(call, guard::Page{.title = client.name,
                                           .body = client_form(view),
                                           .breadcrumbs = crumbs(call, client.name),
                                           .status = status});
}

http::Response edit_page(Call& call, const Client& client, const forms::Form<SaveClient>& form,
                         const std::vector<Alike>& alikes = {})
{
    const auto path = client_path(slug_of(call), client.id);
    const ClientFormView view{.action = path,
                              .back = path,
                              .guard = guard::form_guard(call),
                              .fields = {form, "crm.field"},
                              .types = type_choices(call, client.type),
                              .is_new = false,
                              .alikes_at = alikes_at(call),
                              .alikes = alikes,
                              .slug = slug_of(call),
                              .self = client.id.text()};
    return edit_answer(call, client, view, form.is_valid() && alikes.empty() ? 200 : 422);
}

/// The form again, what was typed beside what somebody else saved (409).
http::Response stale_page(Call& call, const forms::Form<SaveClient>& form)
{
    const auto client = client_of(call);
    const auto path = client_path(slug_of(call), client.id);
    ClientFormView view{.action = path,
                        .back = path,
                        .guard = guard::form_guard(call),
                        .fields = {form, "crm.field"},
                        .types = type_choices(call, client.type),
                        .is_new = false,
                        .alikes_at = alikes_at(call),
                        .alikes = {},
                        .slug = slug_of(call),
                        .self = client.id.text()};
    view.fields.set_beside(
        form_of(client).typed,
        {{"type", type_name(types_of(call), client.type)},
         {"kind", t("crm.kind." + std::string{forms::enum_name(client.kind)})},
         {"status", t("crm.status." + std::string{forms::enum_name(client.status)})}});
    return edit_answer(call, client, view, 409);
}

/// Whether somebody else took the address meanwhile: an error of the form.
bool is_address_taken(const base::Refusal& refusal, forms::Form<SaveClient>& form)
{
    if (refusal.code != address_refusal) return false;
    form.errors.add("email", refusal.code, refusal.params);
    return true;
}

void save_edited(WorkspaceTransaction& tx, const Client& before, const SaveClient& typed)
{
    const auto after = applied(typed, before);
    if (base::lower_ascii(after.email) != before.email) refuse_shared_email(tx, after);
    save_client(tx, after, typed.version ? typed.version->value : 0);
}

} // namespace

http::Response new_client(Call& call)
{
    const auto kept = call.blank_form<SaveClient>();
    return form_page(call, kept.typed.empty() ? form_of({}) : kept);
}

http::Response create_client(Call& call)
{
    auto form = call.form<SaveClient>();
    check(call, form, {});
    if (!form.is_valid()) return form_page(call, form);
    const auto alikes = doubts(call, {}, form);
    if (!form.is_valid() || !alikes.empty()) return form_page(call, form, alikes);

    try {
        const auto id = call.context().write([&](WorkspaceTransaction& tx) {
            refuse_shared_email(tx, applied(form.command, {}));
            return add_client(tx, applied(form.command, {}));
        });
        return call.redirect(client_path(slug_of(call), id).text(), "crm.notice.added");
    } catch (const base::Refusal& refusal) {
        if (!is_address_taken(refusal, form)) throw;
        return form_page(call, form);
    }
}

http::Response edit_client(Call& call)
{
    const auto client = client_of(call);
    if (auto elsewhere = to_kept_client(call, client.id)) return *std::move(elsewhere);
    const auto kept = call.blank_form<SaveClient>();
    return edit_page(call, client, kept.typed.empty() ? form_of(client) : kept);
}

http::Response update_client(Call& call)
{
    const auto client = client_of(call);
    auto form = call.form<SaveClient>();
    check(call, form, client.type);
    if (!form.is_valid()) return edit_page(call, client, form);
    const auto alikes = doubts(call, client, form);
    if (!form.is_valid() || !alikes.empty()) return edit_page(call, client, form, alikes);

    try {
        call.context().write(
            [&](WorkspaceTransaction& tx) { save_edited(tx, client, form.command); });
    } catch (const base::Refusal& refusal) {
        if (is_address_taken(refusal, form)) return edit_page(call, client, form);
        if (refusal.kind != base::Refusal::Kind::Conflict) throw;
        return stale_page(call, form);
    }
    return call.redirect(client_path(slug_of(call), client.id).text(), "crm.notice.saved");
}

} // namespace crm
