#include "modules/pricebook/item_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/pricebook/change_store.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/version_store.hpp"

namespace pricebook
{
namespace
{

using base::Refusal;
using tenancy::WorkspaceTransaction;

Version locked_draft(WorkspaceTransaction& tx)
{
    VersionStore store{tx};
    store.lock();
    const auto book = store.book();
    const auto* draft = book.draft();
    if (draft == nullptr) throw Refusal{"pricebook.refusal.no_draft", {}, Refusal::Kind::Conflict};
    return *draft;
}

void refuse_taken_code(WorkspaceTransaction& tx, const Item& item)
{
    const auto other = ItemStore{tx}.find_code(item.version_id, item.code);
    base::refuse_unless(!other || other->id == item.id, "pricebook.refusal.code_taken");
}

/// One row of the history for each value, and one entry of the audit for the whole.
void keep_change(WorkspaceTransaction& tx, const Version& draft, std::string_view action,
                 const Item& before, const Item& after)
{
    const auto& named = after.code.empty() ? before : after;
    const auto now = base::now();
    ChangeStore store{tx};
    audit::Entry entry{.action = action,
                       .subject_kind = "pricebook_item",
                       .subject = named.id.value,
                       .changes = {}};
    for (const auto& [field, old_value, new_value] : differences(before, after)) {
        store.insert({.id = tx.make_id<ChangeId>(),
                      .version_number = draft.number,
                      .item_id = named.id,
                      .item_code = named.code,
                      .item_name = named.name,
                      .field = std::string{field},
                      .before = old_value,
                      .after = new_value,
                      .made_by = tx.actor().membership,
                      .made_at = now});
        entry.changes.push_back({std::string{field}, old_value, new_value});
    }
    audit::append(tx, entry);
}

void finish(WorkspaceTransaction& tx, const Version& draft)
{
    VersionStore{tx}.count_change(draft.id);
    events::touch(tx, "pricebook");
}

Item with_keys(Item item)
{
    item.category_key = base::fold(item.category);
    item.search_key = base::fold(item.name);
    return item;
}

} // namespace

ItemId add_item(WorkspaceTransaction& tx, Item item)
{
    const auto draft = locked_draft(tx);
    ItemStore store{tx};
    item = with_keys(std::move(item));
    item.id = tx.make_id<ItemId>();
    item.version_id = draft.id;
    item.revision = 1;
    base::refuse_unless(store.count(draft.id) < items_max, "pricebook.refusal.too_many_items",
                        {{"most", std::to_string(items_max)}});
    refuse_taken_code(tx, item);

    store.insert(item);
    keep_change(tx, draft, "pricebook.item_added", {}, item);
    finish(tx, draft);
    return item.id;
}

void save_item(WorkspaceTransaction& tx, Item item, std::int64_t seen_revision)
{
    const auto draft = locked_draft(tx);
    ItemStore store{tx};
    const auto before = store.find(draft.id, item.id);
    if (!before) throw base::NotFound{};
    item = with_keys(std::move(item));
    item.version_id = draft.id;
    refuse_taken_code(tx, item);
    if (!store.update(item, seen_revision))
        throw Refusal{"pricebook.refusal.item_changed", {}, Refusal::Kind::Conflict};
    if (differences(*before, item).empty()) return;

    keep_change(tx, draft, "pricebook.item_saved", *before, item);
    finish(tx, draft);
}

void remove_item(WorkspaceTransaction& tx, ItemId id)
{
    const auto draft = locked_draft(tx);
    ItemStore store{tx};
    const auto before = store.find(draft.id, id);
    if (!before) return;

    store.remove(draft.id, id);
    keep_change(tx, draft, "pricebook.item_removed", *before, {});
    finish(tx, draft);
}

void rename_category(WorkspaceTransaction& tx, const std::string& from, const std::string& to)
{
    const auto draft = locked_draft(tx);
    ItemStore store{tx};
    auto items = store.of_version(draft.id);
    std::erase_if(items, [&](const Item& item) { return item.category != from; });
    base::refuse_unless(!items.empty(), "pricebook.refusal.no_such_category");
    if (from == to) return;

    for (const auto& before : items) {
        auto after = before;
        after.category = to;
        store.update(with_keys(after), before.revision);
        keep_change(tx, draft, "pricebook.item_saved", before, after);
    }
    finish(tx, draft);
}

} // namespace pricebook
