#include "modules/pricebook/own_price_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"
#include "modules/pricebook/own_price_views.hpp"
#include "modules/pricebook/pricebook.hpp"
#include "modules/pricebook/showing_actions.hpp"
#include "modules/pricebook/showing_forms.hpp"
#include "modules/pricebook/words.hpp"

namespace pricebook
{

using guard::Call;
using tenancy::WorkspaceTransaction;

http::Response show_own_prices(Call& call)
{
    const auto& context = call.context();
    OwnPricesView view{.currency = currency_of(context.workspace())};
    view.items = context.read([&](WorkspaceTransaction& tx) {
        return items_for_sale(tx, context.today(), tx.actor().client);
    });
    std::erase_if(view.items, [](const ItemForSale& item) { return item.is_out_of_zone; });
    return guard::render(call, guard::Page{.title = i18n::t("pricebook.own.title"),
                                           .body = own_prices_page(view),
                                           .topics = {"pricebook"}});
}

html::Html own_prices_panel(Call& call)
{
    const bool are_shown = call.context().read([](WorkspaceTransaction& tx) {
        return tx.workspace().modules.contains("pricebook") &&
               reads_own_prices(tx, tx.actor().client);
    });
    if (!are_shown) return html::none;
    return own_prices_card(html::route("/p/{}/tarifs", call.context().workspace().slug));
}

http::Response update_showing(Call& call)
{
    const auto form = call.form<ShowPrices>();
    const auto showing = form.command.are_shown ? Showing::shown : Showing::hidden;
    call.context().write([&](WorkspaceTransaction& tx) { save_showing(tx, showing); });
    return call.redirect(book_path(call.context().workspace().slug).text(),
                         form.command.are_shown ? "pricebook.notice.shown"
                                                : "pricebook.notice.hidden");
}

} // namespace pricebook
