#include "modules/sale_documents/catalogue_pages.hpp"

#include "modules/sale_documents/catalogue_views.hpp"

namespace sale_documents
{

std::vector<Offer> offers_today(guard::Call& call, TypedPrices prices, tenancy::ClientId client)
{
    const auto& context = call.context();
    const auto& workspace = context.workspace();
    const auto items = context.read([&](tenancy::WorkspaceTransaction& tx) {
        return pricebook::items_for_sale(tx, context.today(), client);
    });
    return offers_of(items, books_of(workspace), prices);
}

bool has_catalogue(const guard::Call& call)
{
    return call.context().workspace().modules.contains("pricebook") && call.may("pricebook.read");
}

http::Response show_catalogue(guard::Call& call)
{
    const auto prices =
        call.request().query.get("prices") == "gross" ? TypedPrices::gross : TypedPrices::net;
    const auto client =
        tenancy::ClientId::parse(call.query("client")).value_or(tenancy::ClientId{});
    return http::Response::html(
        catalogue(offers_today(call, prices, client), books_of(call.context().workspace())).text());
}

} // namespace sale_documents
