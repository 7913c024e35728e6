#include "modules/pricebook/special_price_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/special_price_actions.hpp"
#include "modules/pricebook/special_price_forms.hpp"
#include "modules/pricebook/special_price_views.hpp"
#include "modules/pricebook/words.hpp"

namespace pricebook
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url list_path(const Call& call)
{
    return book_path(call.context().workspace().slug, "/particuliers");
}

std::vector<Item> sold_today(Call& call)
{
    const auto& context = call.context();
    return context.read(
        [&](WorkspaceTransaction& tx) { return ItemStore{tx}.for_sale(context.today()); });
}

std::vector<ui::Choice> client_choices(Call& call)
{
    std::vector<ui::Choice> choices{{.value = "", .label = t("pricebook.special.choose_client")}};
    const auto clients =
        call.context().read([](WorkspaceTransaction& tx) { return crm::active_clients(tx); });
    for (const auto& client : clients)
        choices.push_back({.value = client.id.text(), .label = client.name});
    return choices;
}

std::vector<ui::Choice> item_choices(Call& call)
{
    std::vector<ui::Choice> choices{{.value = "", .label = t("pricebook.special.everything")}};
    for (const auto& item : sold_today(call))
        choices.push_back({.value = item.id.text(), .label = item.category + " · " + item.name});
    return choices;
}

http::Response form_page(Call& call, const forms::Form<SaveSpecialPrice>& form, int status)
{
    const auto& workspace = call.context().workspace();
    auto shown = form;
    if (shown.typed.empty()) shown.typed = {{"starts_on", call.context().today().text()}};
    const auto title = t("pricebook.special.new");
    return guard::render(
        call,
        guard::Page{
            .title = title,
            .body = special_price_form({.slug = workspace.slug,
                                        .guard = guard::form_guard(call),
                                        .fields = {shown, "pricebook.special_field"},
                                        .clients = client_choices(call),
                                        .items = item_choices(call),
                                        .currency_sign = currency_sign(currency_of(workspace))}),
            .breadcrumbs =
                ui::breadcrumbs({{t("pricebook.tab.special"), list_path(call)}, {title, {}}}),
            .status = status});
}

} // namespace

http::Response list_special_prices(Call& call)
{
    const auto& context = call.context();
    SpecialPriceListView view{.slug = context.workspace().slug,
                              .guard = guard::form_guard(call),
                              .currency = currency_of(context.workspace()),
                              .today = context.today()};
    view.rows = context.read([](WorkspaceTransaction& tx) { return SpecialPriceStore{tx}.rows(); });
    for (const auto& item : sold_today(call))
        view.items[item.id] = item.name;
    return guard::render(call, guard::Page{.title = t("pricebook.tab.special"),
                                           .body = special_price_list(view),
                                           .topics = {"pricebook"}});
}

http::Response new_special_price(Call& call)
{
    return form_page(call, call.blank_form<SaveSpecialPrice>(), 200);
}

http::Response create_special_price(Call& call)
{
    auto form = call.form<SaveSpecialPrice>();
    check_whole(form);
    if (!form.is_valid()) return form_page(call, form, 422);
    try {
        call.context().write(
            [&](WorkspaceTransaction& tx) { add_special_price(tx, special_of(form.command)); });
    } catch (const base::Refusal& refusal) {
        const bool is_of_item = refusal.code == "pricebook.refusal.no_such_item";
        form.errors.add(is_of_item ? "item" : "client", refusal.code, refusal.params);
        return form_page(call, form, 422);
    }
    return call.redirect(list_path(call).text(), "pricebook.notice.special_added");
}

http::Response delete_special_price(Call& call)
{
    const auto id = call.path_id<SpecialPriceId>("special");
    call.context().write([&](WorkspaceTransaction& tx) { remove_special_price(tx, id); });
    return call.redirect(list_path(call).text(), "pricebook.notice.special_removed");
}

} // namespace pricebook
