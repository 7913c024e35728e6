#include "modules/crm/duplicate_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_forms.hpp"
#include "modules/crm/duplicate_actions.hpp"
#include "modules/crm/duplicate_forms.hpp"
#include "modules/crm/duplicate_store.hpp"
#include "modules/crm/duplicate_views.hpp"

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

html::Url queue_path(const Call& call)
{
    return html::route("/e/{}/clients/doublons", slug_of(call));
}

/// What is typed so far: a field that is wrong yet is looked for by nobody.
Client typed_so_far(const Call& call)
{
    forms::Typed typed{{"kind", "company"}};
    for (const char* name : {"company_name", "first_name", "last_name", "email", "phone"})
        typed.emplace_back(name, std::string{call.query(name)});
    auto form = forms::bind<SaveClient>(typed);
    if (form.errors.find("email") != nullptr) form.command.email.reset();
    if (form.errors.find("phone") != nullptr) form.command.phone.reset();
    auto client = applied(form.command, {});
    client.id = tenancy::ClientId::parse(call.query("self")).value_or(tenancy::ClientId{});
    return client;
}

} // namespace

http::Response show_alikes(Call& call)
{
    const auto client = typed_so_far(call);
    const auto alikes =
        call.context().read([&](WorkspaceTransaction& tx) { return alikes_of(tx, client); });
    return http::Response::html(alike_lines({.slug = slug_of(call), .alikes = alikes}).text());
}

http::Response list_duplicates(Call& call)
{
    DuplicatesView view{.slug = slug_of(call),
                        .action = queue_path(call),
                        .guard = guard::form_guard(call),
                        .pairs = {}};
    call.context().read([&](WorkspaceTransaction& tx) {
        DuplicateStore store{tx};
        view.pairs = store.waiting();
        view.shares_emails = store.shares_emails();
    });
    const auto crumbs =
        ui::breadcrumbs({{t("crm.nav"), html::route("/e/{}/clients", slug_of(call))},
                         {t("crm.duplicate.title"), {}}});
    return guard::render(call, guard::Page{.title = t("crm.duplicate.title"),
                                           .body = duplicates_body(view),
                                           .breadcrumbs = crumbs,
                                           .is_data_only = true,
                                           .topics = {"client_duplicates", "clients"}});
}

http::Response dismiss_pair(Call& call)
{
    const auto form = call.form<DismissDuplicate>();
    if (!form.is_valid()) throw base::NotFound{};
    call.context().write([&](WorkspaceTransaction& tx) {
        dismiss_duplicate(tx, form.command.first, form.command.second);
    });
    return call.redirect(queue_path(call).text(), "crm.duplicate.dismissed");
}

http::Response update_duplicate_rule(Call& call)
{
    const auto form = call.form<SaveDuplicateRule>();
    call.context().write([&](WorkspaceTransaction& tx) {
        set_email_sharing(tx, form.command.shared_emails ? EmailSharing::allowed
                                                         : EmailSharing::forbidden);
    });
    return call.redirect(queue_path(call).text(), "crm.duplicate.rule_saved");
}

} // namespace crm
