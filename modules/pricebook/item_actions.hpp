#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/pricebook/item.hpp"

#include <string>

/// What is done with the items of the draft. All refuse "pricebook.refusal.no_draft" (409) when
/// there is none any more: somebody activated it, or gave it up.
namespace pricebook
{

/// The item's id and version are set here. Refuses "pricebook.refusal.code_taken",
/// ".too_many_items".
ItemId add_item(tenancy::WorkspaceTransaction& tx, Item item);
/// Refuses ".code_taken", ".item_changed" (409); base::NotFound.
void save_item(tenancy::WorkspaceTransaction& tx, Item item, std::int64_t seen_revision);
/// One that is gone already stays so.
void remove_item(tenancy::WorkspaceTransaction& tx, ItemId id);
/// Every item of that category goes under the other name, which may exist. Refuses
/// ".no_such_category".
void rename_category(tenancy::WorkspaceTransaction& tx, const std::string& from,
                     const std::string& to);

} // namespace pricebook
