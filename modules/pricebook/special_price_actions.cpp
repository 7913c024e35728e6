#include "modules/pricebook/special_price_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/pricebook/client_group_store.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/special_price_store.hpp"
#include "modules/pricebook/version_store.hpp"

#include <algorithm>

namespace pricebook
{
namespace
{

using tenancy::WorkspaceTransaction;

using Values = std::vector<std::pair<std::string, std::string>>;

std::string plain(const std::optional<base::Date>& day)
{
    return day ? day->text() : std::string{};
}

template <class Scaled>
std::string plain_number(const std::optional<Scaled>& number)
{
    return number ? base::shortest_decimal(number->value, base::decimal_places) : std::string{};
}

Values values_of(const SpecialPrice& special)
{
    return {{"item", special.item_id ? special.item_id->text() : std::string{}},
            {"effect", std::string{forms::enum_name(special.effect)}},
            {"percent", plain_number(special.percent)},
            {"price", plain_number(special.price)},
            {"starts_on", special.starts_on.text()},
            {"ends_on", plain(special.ends_on)},
            {"adds_up", special.adds_up ? "yes" : ""},
            {"reason", special.reason}};
}

/// Those of `before` that `after` says otherwise; all there are of one alone.
std::vector<audit::Change> changes(const Values& before, const Values& after)
{
    std::vector<audit::Change> found;
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
        const auto old_value = before.empty() ? std::string{} : before[i].second;
        const auto new_value = after.empty() ? std::string{} : after[i].second;
        if (old_value == new_value) continue;
        found.push_back({(before.empty() ? after : before)[i].first, old_value, new_value});
    }
    return found;
}

void keep(WorkspaceTransaction& tx, std::string_view action, SpecialPriceId id,
          std::vector<audit::Change> changed)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "pricebook_special",
                       .subject = id.value,
                       .changes = std::move(changed)});
    events::touch(tx, "pricebook");
}

void check_client(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    const auto clients = crm::active_clients(tx);
    base::refuse_unless(std::ranges::find(clients, client, &crm::ClientSummary::id) !=
                            clients.end(),
                        "pricebook.refusal.no_such_client");
}

void check_item(WorkspaceTransaction& tx, ItemId item)
{
    const auto sold = ItemStore{tx}.for_sale(base::date_in(base::now(), tx.workspace().time_zone));
    base::refuse_unless(std::ranges::find(sold, item, &Item::id) != sold.end(),
                        "pricebook.refusal.no_such_item");
}

void check_holder(WorkspaceTransaction& tx, const SpecialPrice& special)
{
    if (!special.group_id) return check_client(tx, special.client_id);
    base::refuse_unless(ClientGroupStore{tx}.find(*special.group_id).has_value(),
                        "pricebook.refusal.no_such_group");
}

std::size_t count_of_holder(WorkspaceTransaction& tx, const SpecialPrice& special)
{
    SpecialPriceStore store{tx};
    return special.group_id ? store.of_group(*special.group_id).size()
                            : store.of_client(special.client_id).size();
}

} // namespace

SpecialPriceId add_special_price(WorkspaceTransaction& tx, SpecialPrice special)
{
    VersionStore{tx}.lock();
    check_holder(tx, special);
    if (special.item_id) check_item(tx, *special.item_id);
    return write_special_price(tx, std::move(special));
}

SpecialPriceId write_special_price(WorkspaceTransaction& tx, SpecialPrice special)
{
    base::refuse_unless(count_of_holder(tx, special) < std::size_t{special_prices_max},
                        "pricebook.refusal.too_many_special_prices",
                        {{"most", std::to_string(special_prices_max)}});
    special.id = tx.make_id<SpecialPriceId>();
    special.made_by = tx.actor().membership;
    special.made_at = base::now();
    special.revision = 1;

    SpecialPriceStore{tx}.insert(special);
    keep(tx, "pricebook.special_price_added", special.id, changes({}, values_of(special)));
    return special.id;
}

void save_special_price(WorkspaceTransaction& tx, const SpecialPrice& special,
                        std::int64_t seen_revision)
{
    VersionStore{tx}.lock();
    SpecialPriceStore store{tx};
    const auto before = store.find(special.id);
    if (!before) throw base::NotFound{};
    if (special.item_id && special.item_id != before->item_id) check_item(tx, *special.item_id);
    if (!store.update(special, seen_revision))
        throw base::Refusal{"pricebook.refusal.special_changed", {}, base::Refusal::Kind::Conflict};
    auto changed = changes(values_of(*before), values_of(special));
    if (changed.empty()) return;

    keep(tx, "pricebook.special_price_saved", special.id, std::move(changed));
}

void remove_special_price(WorkspaceTransaction& tx, SpecialPriceId id)
{
    SpecialPriceStore store{tx};
    const auto special = store.find(id);
    if (!special) throw base::NotFound{};
    store.remove(id);
    keep(tx, "pricebook.special_price_removed", id, changes(values_of(*special), {}));
}

} // namespace pricebook
