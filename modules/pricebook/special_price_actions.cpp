#include "modules/pricebook/special_price_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/special_price_store.hpp"
#include "modules/pricebook/version_store.hpp"

#include <algorithm>

namespace pricebook
{
namespace
{

using tenancy::WorkspaceTransaction;

std::string plain(const SpecialPrice& special)
{
    if (special.percent)
        return base::shortest_decimal(special.percent->value, base::decimal_places);
    if (special.price) return base::shortest_decimal(special.price->value, base::decimal_places);
    return {};
}

void keep(WorkspaceTransaction& tx, std::string_view action, const SpecialPrice& special)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "pricebook_special",
                       .subject = special.id.value,
                       .changes = {{"effect", {}, std::string{forms::enum_name(special.effect)}},
                                   {"price", {}, plain(special)},
                                   {"starts_on", {}, special.starts_on.text()}}});
    events::touch(tx, "pricebook");
}

void check_client(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    const auto clients = crm::active_clients(tx);
    base::refuse_unless(std::ranges::find(clients, client, &crm::ClientSummary::id) !=
                            clients.end(),
                        "pricebook.refusal.no_such_client");
}

} // namespace

SpecialPriceId add_special_price(WorkspaceTransaction& tx, SpecialPrice special)
{
    VersionStore{tx}.lock();
    SpecialPriceStore store{tx};
    check_client(tx, special.client_id);
    const auto known = store.of_client(special.client_id);
    base::refuse_unless(known.size() < static_cast<std::size_t>(special_prices_max),
                        "pricebook.refusal.too_many_special_prices",
                        {{"most", std::to_string(special_prices_max)}});
    if (special.item_id) {
        const auto sold =
            ItemStore{tx}.for_sale(base::date_in(base::now(), tx.workspace().time_zone));
        base::refuse_unless(std::ranges::find(sold, *special.item_id, &Item::id) != sold.end(),
                            "pricebook.refusal.no_such_item");
    }
    special.id = tx.make_id<SpecialPriceId>();
    special.made_by = tx.actor().membership;
    special.made_at = base::now();

    store.insert(special);
    keep(tx, "pricebook.special_price_added", special);
    return special.id;
}

void remove_special_price(WorkspaceTransaction& tx, SpecialPriceId id)
{
    SpecialPriceStore store{tx};
    const auto special = store.find(id);
    if (!special) throw base::NotFound{};
    store.remove(id);
    keep(tx, "pricebook.special_price_removed", *special);
}

} // namespace pricebook
