#include "modules/pricebook/promo_code_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/promo_code_store.hpp"
#include "modules/pricebook/version_store.hpp"

#include <algorithm>

namespace pricebook
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

using Values = std::vector<std::pair<std::string, std::string>>;

std::string plain(const std::optional<std::int64_t>& number)
{
    return number ? std::to_string(*number) : std::string{};
}

Values values_of(const WrittenCode& written)
{
    const auto& code = written.code;
    std::string items;
    for (const auto item : written.items)
        items += (items.empty() ? "" : " ") + item.text();
    return {{"code", code.code},
            {"client", code.client_id ? code.client_id->text() : std::string{}},
            {"effect", std::string{forms::enum_name(code.effect)}},
            {"percent", code.percent
                            ? base::shortest_decimal(code.percent->value, base::decimal_places)
                            : std::string{}},
            {"amount", code.amount ? base::plain_amount(*code.amount) : std::string{}},
            {"starts_on", code.starts_on.text()},
            {"ends_on", code.ends_on ? code.ends_on->text() : std::string{}},
            {"uses_max", plain(code.uses_max)},
            {"client_uses_max", plain(code.client_uses_max)},
            {"adds_up", code.adds_up ? "yes" : ""},
            {"items", items},
            {"reason", code.reason}};
}

/// Those that are said otherwise.
std::vector<audit::Change> changes(const Values& before, const Values& after)
{
    std::vector<audit::Change> found;
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto old_value = before.empty() ? std::string{} : before[i].second;
        if (old_value != after[i].second)
            found.push_back({after[i].first, old_value, after[i].second});
    }
    return found;
}

void note(WorkspaceTransaction& tx, std::string_view action, CodeId code,
          std::vector<audit::Change> changed)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "pricebook_code",
                       .subject = code.value,
                       .changes = std::move(changed)});
    events::touch(tx, "pricebook");
}

WrittenCode locked_code(WorkspaceTransaction& tx, CodeId id)
{
    VersionStore{tx}.lock();
    PromoCodeStore store{tx};
    auto code = store.find(id);
    if (!code) throw base::NotFound{};
    return {.code = *std::move(code), .items = store.items(id)};
}

/// What a new one must be right in, and a saved one where it says otherwise than before.
void check(WorkspaceTransaction& tx, const WrittenCode& written, const WrittenCode& before)
{
    const auto& code = written.code;
    const auto other = PromoCodeStore{tx}.find_key(code.search_key);
    refuse_unless(!other || other->id == code.id, "pricebook.refusal.code_word_taken");
    if (code.client_id && code.client_id != before.code.client_id) {
        const auto clients = crm::active_clients(tx);
        refuse_unless(std::ranges::find(clients, *code.client_id, &crm::ClientSummary::id) !=
                          clients.end(),
                      "pricebook.refusal.no_such_client");
    }
    const auto sold = ItemStore{tx}.for_sale(base::date_in(base::now(), tx.workspace().time_zone));
    for (const auto item : written.items)
        refuse_unless(std::ranges::find(sold, item, &Item::id) != sold.end() ||
                          std::ranges::binary_search(before.items, item),
                      "pricebook.refusal.no_such_item");
}

void set_stopped(WorkspaceTransaction& tx, CodeId id, std::optional<base::Instant> at)
{
    const auto code = locked_code(tx, id).code;
    if (code.stopped_at.has_value() == at.has_value()) return;

    PromoCodeStore{tx}.set_stopped(id, at);
    note(tx, at ? "pricebook.code_stopped" : "pricebook.code_resumed", id,
         {{"code", code.code, code.code}});
}

} // namespace

CodeId add_code(WorkspaceTransaction& tx, WrittenCode written)
{
    VersionStore{tx}.lock();
    PromoCodeStore store{tx};
    auto& code = written.code;
    code.search_key = key_of_code(code.code);
    check(tx, written, {});
    refuse_unless(store.count() < codes_max, "pricebook.refusal.too_many_codes",
                  {{"most", std::to_string(codes_max)}});
    code.id = tx.make_id<CodeId>();
    code.made_by = tx.actor().membership;
    code.made_at = base::now();
    code.revision = 1;

    store.insert(code);
    store.write_items(code.id, written.items);
    note(tx, "pricebook.code_added", code.id, changes({}, values_of(written)));
    return code.id;
}

void save_code(WorkspaceTransaction& tx, WrittenCode written, std::int64_t seen_revision)
{
    auto& code = written.code;
    const auto before = locked_code(tx, code.id);
    code.search_key = key_of_code(code.code);
    check(tx, written, before);
    PromoCodeStore store{tx};
    if (!store.update(code, seen_revision))
        throw base::Refusal{"pricebook.refusal.code_changed", {}, base::Refusal::Kind::Conflict};
    auto changed = changes(values_of(before), values_of(written));
    if (changed.empty()) return;

    store.write_items(code.id, written.items);
    note(tx, "pricebook.code_saved", code.id, std::move(changed));
}

void stop_code(WorkspaceTransaction& tx, CodeId id)
{
    set_stopped(tx, id, base::now());
}

void resume_code(WorkspaceTransaction& tx, CodeId id)
{
    set_stopped(tx, id, {});
}

} // namespace pricebook
