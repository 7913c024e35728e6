#include "modules/pricebook/special_price_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"
#include "modules/pricebook/client_group_store.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/special_price_actions.hpp"
#include "modules/pricebook/special_price_forms.hpp"
#include "modules/pricebook/special_price_views.hpp"
#include "modules/pricebook/words.hpp"

#include <algorithm>

namespace pricebook
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

std::vector<ui::Choice> client_choices(WorkspaceTransaction& tx)
{
    std::vector<ui::Choice> choices{{.value = "", .label = t("pricebook.special.choose_client")}};
    for (const auto& client : crm::active_clients(tx))
        choices.push_back({.value = client.id.text(), .label = client.name});
    return choices;
}

std::vector<ui::Choice> group_choices(WorkspaceTransaction& tx)
{
    std::vector<ui::Choice> choices{{.value = "", .label = t("pricebook.special.no_group")}};
    for (const auto& group : ClientGroupStore{tx}.rows())
        choices.push_back({.value = group.id.text(), .label = group.name});
    return choices;
}

/// Those sold today, and the one a saved price is of.
std::vector<ui::Choice> item_choices(WorkspaceTransaction& tx, base::Date today,
                                     std::optional<ItemId> own)
{
    std::vector<ui::Choice> choices{{.value = "", .label = t("pricebook.special.everything")}};
    for (const auto& item : ItemStore{tx}.for_sale(today))
        choices.push_back({.value = item.id.text(), .label = item.category + " · " + item.name});
    const bool is_sold =
        !own || std::ranges::find(choices, own->text(), &ui::Choice::value) != choices.end();
    if (!is_sold)
        choices.push_back({.value = own->text(), .label = t("pricebook.special.not_sold")});
    return choices;
}

std::string holder_name(WorkspaceTransaction& tx, const SpecialPrice& special)
{
    if (!special.group_id) return crm::client(tx, special.client_id).name;
    const auto group = ClientGroupStore{tx}.find(*special.group_id);
    return group ? group->name : std::string{};
}

html::Url list_path(const Call& call)
{
    return book_path(call.context().workspace().slug, "/particuliers");
}

/// Where a price is listed: with those of clients, or with its group.
html::Url list_of(const Call& call, std::optional<GroupId> group)
{
    if (!group) return list_path(call);
    return book_path(call.context().workspace().slug, "/groupes/" + group->text());
}

SpecialPriceFormView view_of(Call& call, const forms::Form<SaveSpecialPrice>& form,
                             const SpecialPrice& saved)
{
    const auto& context = call.context();
    const auto& workspace = context.workspace();
    SpecialPriceFormView view{.slug = workspace.slug,
                              .action = list_path(call),
                              .back = list_of(call, saved.group_id),
                              .guard = guard::form_guard(call),
                              .fields = {form, "pricebook.special_field"},
                              .holder = {},
                              .clients = {},
                              .groups = {},
                              .items = {},
                              .currency_sign = currency_sign(currency_of(workspace))};
    if (saved.id) view.action = html::checked_local(list_path(call).text() + "/" + saved.id.text());
    context.read([&](WorkspaceTransaction& tx) {
        view.items = item_choices(tx, context.today(), saved.item_id);
        if (saved.id) {
            view.holder = holder_name(tx, saved);
            return;
        }
        view.clients = client_choices(tx);
        view.groups = group_choices(tx);
    });
    return view;
}

http::Response answer(Call& call, const SpecialPriceFormView& view, int status)
{
    const auto title = view.holder.empty() ? t("pricebook.special.new")
                                           : t("pricebook.special.edit", {{"holder", view.holder}});
    return guard::render(
        call, guard::Page{.title = title,
                          .body = special_price_form(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{t("pricebook.tab.special"), list_path(call)}, {title, {}}}),
                          .status = status});
}

http::Response form_page(Call& call, const forms::Form<SaveSpecialPrice>& form,
                         const SpecialPrice& saved, int status)
{
    return answer(call, view_of(call, form, saved), status);
}

SpecialPrice special_of_path(Call& call)
{
    const auto id = call.path_id<SpecialPriceId>("special");
    const auto found = call.context().read(
        [&](WorkspaceTransaction& tx) { return SpecialPriceStore{tx}.find(id); });
    if (!found) throw base::NotFound{};
    return *found;
}

/// What was typed beside what somebody else saved.
http::Response stale_page(Call& call, const forms::Form<SaveSpecialPrice>& form)
{
    const auto saved = special_of_path(call);
    auto view = view_of(call, form, saved);
    const auto item = std::ranges::find(
        view.items, saved.item_id ? saved.item_id->text() : std::string{}, &ui::Choice::value);
    view.fields.set_beside(
        form_of(saved).typed,
        {{"effect", t("pricebook.effect." + std::string{forms::enum_name(saved.effect)})},
         {"item", item->label}});
    return answer(call, view, 409);
}

/// The field a refusal speaks of.
const char* field_of(const base::Refusal& refusal, const SpecialPrice& special)
{
    if (refusal.code == "pricebook.refusal.no_such_item") return "item";
    return special.group_id ? "group" : "client";
}

} // namespace

http::Response list_special_prices(Call& call)
{
    const auto& context = call.context();
    SpecialPriceListView view{.slug = context.workspace().slug,
                              .guard = guard::form_guard(call),
                              .currency = currency_of(context.workspace()),
                              .today = context.today()};
    context.read([&](WorkspaceTransaction& tx) {
        SpecialPriceStore store{tx};
        view.of_clients = store.client_rows();
        view.of_groups = store.group_rows();
        view.items = names_of_items(ItemStore{tx}.in_force(context.today()));
    });
    return guard::render(call, guard::Page{.title = t("pricebook.tab.special"),
                                           .body = special_price_list(view),
                                           .topics = {"pricebook"}});
}

http::Response new_special_price(Call& call)
{
    auto form = call.blank_form<SaveSpecialPrice>();
    if (form.typed.empty())
        form.typed = {{"starts_on", call.context().today().text()},
                      {"group", std::string{call.query("groupe")}},
                      {"client", std::string{call.query("client")}}};
    return form_page(call, form, {}, 200);
}

http::Response create_special_price(Call& call)
{
    auto form = call.form<SaveSpecialPrice>();
    check_whole(form);
    if (!form.is_valid()) return form_page(call, form, {}, 422);
    const auto special = special_of(form.command);
    try {
        call.context().write([&](WorkspaceTransaction& tx) { add_special_price(tx, special); });
    } catch (const base::Refusal& refusal) {
        form.errors.add(field_of(refusal, special), refusal.code, refusal.params);
        return form_page(call, form, {}, 422);
    }
    return call.redirect(list_of(call, special.group_id).text(), "pricebook.notice.special_added");
}

http::Response show_special_price(Call& call)
{
    const auto saved = special_of_path(call);
    const auto kept = call.blank_form<SaveSpecialPrice>();
    return form_page(call, kept.typed.empty() ? form_of(saved) : kept, saved, 200);
}

http::Response update_special_price(Call& call)
{
    const auto saved = special_of_path(call);
    auto form = call.form<SaveSpecialPrice>();
    if (!saved.group_id) form.command.client = saved.client_id;
    form.command.group = saved.group_id;
    check_whole(form);
    if (!form.is_valid()) return form_page(call, form, saved, 422);
    auto special = special_of(form.command);
    special.id = saved.id;
    const auto seen = form.command.version ? form.command.version->value : 0;
    try {
        call.context().write(
            [&](WorkspaceTransaction& tx) { save_special_price(tx, special, seen); });
    } catch (const base::Refusal& refusal) {
        if (refusal.code == "pricebook.refusal.special_changed") return stale_page(call, form);
        form.errors.add(field_of(refusal, special), refusal.code, refusal.params);
        return form_page(call, form, saved, 422);
    }
    return call.redirect(list_of(call, saved.group_id).text(), "pricebook.notice.special_saved");
}

http::Response delete_special_price(Call& call)
{
    const auto saved = special_of_path(call);
    call.context().write([&](WorkspaceTransaction& tx) { remove_special_price(tx, saved.id); });
    return call.redirect(list_of(call, saved.group_id).text(), "pricebook.notice.special_removed");
}

} // namespace pricebook
