#include "modules/pricebook/client_group_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"
#include "modules/pricebook/client_group_actions.hpp"
#include "modules/pricebook/client_group_forms.hpp"
#include "modules/pricebook/client_group_store.hpp"
#include "modules/pricebook/client_group_views.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/words.hpp"

#include <algorithm>

namespace pricebook
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

html::Url list_path(const Call& call)
{
    return book_path(slug_of(call), "/groupes");
}

html::Url group_path(const Call& call, GroupId id)
{
    return book_path(slug_of(call), "/groupes/" + id.text());
}

http::Response list_page(Call& call, const forms::Form<SaveClientGroup>& form)
{
    GroupListView view{.slug = slug_of(call),
                       .guard = guard::form_guard(call),
                       .rows = {},
                       .fields = {form, "pricebook.group_field"}};
    view.rows =
        call.context().read([](WorkspaceTransaction& tx) { return ClientGroupStore{tx}.rows(); });
    return guard::render(call, guard::Page{.title = t("pricebook.tab.groups"),
                                           .body = group_list(view),
                                           .status = form.is_valid() ? 200 : 422,
                                           .topics = {"pricebook"}});
}

/// Who is not in the group yet.
std::vector<ui::Choice> choices_of(WorkspaceTransaction& tx,
                                   const std::vector<GroupClientRow>& inside)
{
    std::vector<ui::Choice> choices{{.value = "", .label = t("pricebook.special.choose_client")}};
    for (const auto& client : crm::active_clients(tx))
        if (std::ranges::find(inside, client.id, &GroupClientRow::client_id) == inside.end())
            choices.push_back({.value = client.id.text(), .label = client.name});
    return choices;
}

GroupView view_of(Call& call, const forms::Form<SaveClientGroup>& name,
                  const forms::Form<GroupClient>& client)
{
    const auto& context = call.context();
    const auto id = call.path_id<GroupId>("groupe");
    GroupView view{.prices = {.slug = slug_of(call),
                              .guard = guard::form_guard(call),
                              .currency = currency_of(context.workspace()),
                              .today = context.today()},
                   .group = {},
                   .clients = {},
                   .choices = {},
                   .name = {name, "pricebook.group_field"},
                   .client = {client, "pricebook.group_field"}};
    context.read([&](WorkspaceTransaction& tx) {
        ClientGroupStore store{tx};
        const auto group = store.find(id);
        if (!group) throw base::NotFound{};
        view.group = *group;
        view.clients = store.clients(id);
        view.choices = choices_of(tx, view.clients);
        view.prices.of_groups = SpecialPriceStore{tx}.rows_of(id);
        view.prices.items = names_of_items(ItemStore{tx}.in_force(context.today()));
    });
    return view;
}

http::Response group_page_of(Call& call, const forms::Form<SaveClientGroup>& name,
                             const forms::Form<GroupClient>& client)
{
    const auto view = view_of(call, name, client);
    const auto crumbs =
        ui::breadcrumbs({{t("pricebook.tab.groups"), list_path(call)}, {view.group.name, {}}});
    return guard::render(call,
                         guard::Page{.title = view.group.name,
                                     .body = group_page(view),
                                     .breadcrumbs = crumbs,
                                     .status = name.is_valid() && client.is_valid() ? 200 : 422,
                                     .topics = {"pricebook"}});
}

/// Runs `write`; a refusal is said at that field.
template <class Command, class Write>
bool is_done(Call& call, forms::Form<Command>& form, const char* field, Write&& write)
{
    if (!form.is_valid()) return false;
    try {
        call.context().write(std::forward<Write>(write));
    } catch (const base::Refusal& refusal) {
        form.errors.add(field, refusal.code, refusal.params);
    }
    return form.is_valid();
}

} // namespace

http::Response list_groups(Call& call)
{
    return list_page(call, call.blank_form<SaveClientGroup>());
}

http::Response create_group(Call& call)
{
    auto form = call.form<SaveClientGroup>();
    GroupId id;
    const bool done = is_done(call, form, "name", [&](WorkspaceTransaction& tx) {
        id = add_group(tx, form.command.name.value);
    });
    if (!done) return list_page(call, form);
    return call.redirect(group_path(call, id).text(), "pricebook.notice.group_added");
}

http::Response show_group(Call& call)
{
    return group_page_of(call, call.blank_form<SaveClientGroup>(), {});
}

http::Response update_group(Call& call)
{
    const auto id = call.path_id<GroupId>("groupe");
    auto form = call.form<SaveClientGroup>();
    const bool done = is_done(call, form, "name", [&](WorkspaceTransaction& tx) {
        rename_group(tx, id, form.command.name.value);
    });
    if (!done) return group_page_of(call, form, {});
    return call.redirect(group_path(call, id).text(), "pricebook.notice.group_renamed");
}

http::Response delete_group(Call& call)
{
    const auto id = call.path_id<GroupId>("groupe");
    call.context().write([&](WorkspaceTransaction& tx) { remove_group(tx, id); });
    return call.redirect(list_path(call).text(), "pricebook.notice.group_removed");
}

http::Response create_group_client(Call& call)
{
    const auto id = call.path_id<GroupId>("groupe");
    auto form = call.form<GroupClient>();
    const bool done = is_done(call, form, "client", [&](WorkspaceTransaction& tx) {
        add_to_group(tx, id, form.command.client);
    });
    if (!done) return group_page_of(call, {}, form);
    return call.redirect(group_path(call, id).text(), "pricebook.notice.group_client_added");
}

http::Response delete_group_client(Call& call)
{
    const auto id = call.path_id<GroupId>("groupe");
    const auto form = call.form<GroupClient>();
    if (!form.is_valid()) throw base::NotFound{};
    call.context().write(
        [&](WorkspaceTransaction& tx) { take_out_of_group(tx, id, form.command.client); });
    return call.redirect(group_path(call, id).text(), "pricebook.notice.group_client_removed");
}

} // namespace pricebook
