#include "modules/pricebook/starting_book_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/events/topics.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/starting_book.hpp"
#include "modules/pricebook/version_store.hpp"

#include <map>

namespace pricebook
{
namespace
{

using tenancy::WorkspaceTransaction;

/// By code: the same item in each version.
using Ids = std::map<std::string, ItemId>;

Version write_version(WorkspaceTransaction& tx, base::Date today)
{
    VersionStore store{tx};
    const auto number = store.take_number();
    const Version version{.id = tx.make_id<VersionId>(),
                          .number = number,
                          .starts_on = today,
                          .made_by = tx.actor().membership,
                          .made_at = base::now(),
                          .decided_by = tx.actor().membership,
                          .decided_at = base::now(),
                          .revision = first_revision(number)};
    store.insert(version);
    return version;
}

void write_items(WorkspaceTransaction& tx, const Version& version, std::vector<Item> items,
                 Ids& ids)
{
    ItemStore store{tx};
    for (auto& item : items) {
        const auto [known, is_new] = ids.try_emplace(item.code);
        if (is_new) known->second = tx.make_id<ItemId>();
        item.id = known->second;
        item.version_id = version.id;
        item.revision = version.revision;
        store.insert(item);
    }
}

} // namespace

void install_versions(WorkspaceTransaction& tx)
{
    VersionStore store{tx};
    store.lock();
    const auto book = store.book();
    if (!book.versions().empty()) return;

    Ids ids;
    for (auto& items : starting_versions(presets::find(tx.workspace().preset))) {
        const auto version = write_version(tx, book.today());
        write_items(tx, version, std::move(items), ids);
        audit::append(tx, {.action = "pricebook.version_activated",
                           .subject_kind = "pricebook_version",
                           .subject = version.id.value,
                           .changes = {{"version", "", std::to_string(version.number)},
                                       {"starts_on", "", book.today().text()}}});
    }
    events::touch(tx, "pricebook");
}

} // namespace pricebook
