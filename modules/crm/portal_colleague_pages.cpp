#include "modules/crm/portal_colleague_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/portal_colleague_forms.hpp"
#include "modules/crm/portal_colleague_views.hpp"
#include "modules/crm/portal_details_store.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/informations/collegues";

html::Url url(const Call& call, const char* path = page_path)
{
    return html::checked_local(call.in_workspace(path));
}

http::Response page(Call& call, const forms::Form<InviteColleague>& form)
{
    const ColleaguesView view{.colleagues = call.context().read(
                                  [](WorkspaceTransaction& tx) { return my_colleagues(tx); }),
                              .action = url(call),
                              .requests = url(call, "/demandes"),
                              .guard = guard::form_guard(call),
                              .fields = {form, "crm.colleague.field"}};
    return guard::render(call, guard::Page{.title = t("crm.colleague.title"),
                                           .body = colleagues_page(view),
                                           .status = form.is_valid() ? 200 : 422,
                                           .topics = {"client:" + call.actor().client.text()}});
}

} // namespace

http::Response list_colleagues(Call& call)
{
    return page(call, call.blank_form<InviteColleague>());
}

http::Response create_colleague(Call& call)
{
    auto form = call.form<InviteColleague>();
    if (!form.is_valid()) return page(call, form);
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            invite_colleague(tx, form.command.name.value, form.command.email.value);
        });
    } catch (const base::Refusal& refusal) {
        if (!std::string_view{refusal.code}.starts_with("crm.colleague.")) throw;
        form.errors.add("email", refusal.code, refusal.params);
        return page(call, form);
    }
    return call.redirect(url(call).text(), "crm.colleague.sent");
}

html::Html colleagues_panel(Call& call)
{
    const auto& actor = call.actor();
    const bool is_seen = actor.client && call.context().read([&](WorkspaceTransaction& tx) {
        return colleagues_use(PortalDetailsStore{tx}.uses()) != FieldUse::hidden &&
               !is_limited(tx, actor.membership);
    });
    return is_seen ? colleagues_link(url(call)) : html::none;
}

} // namespace crm
