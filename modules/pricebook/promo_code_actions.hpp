#pragma once

#include "modules/crm/crm.hpp"
#include "modules/pricebook/promo_code.hpp"

/// Which codes there are. All of them take their turn (VersionStore::lock).
namespace pricebook
{

/// A code with the items it is of, sorted; none = everything.
struct WrittenCode {
    PromoCode code;
    std::vector<ItemId> items{};
};

/// Refuses "pricebook.refusal.code_taken", ".too_many_codes", ".no_such_client", ".no_such_item".
CodeId add_code(tenancy::WorkspaceTransaction& tx, WrittenCode written);
/// The same refusals, and as a conflict ".code_changed"; throws base::NotFound. What documents took
/// of it stays.
void save_code(tenancy::WorkspaceTransaction& tx, WrittenCode written, std::int64_t seen_revision);
/// From now on nobody takes it; does nothing to one that is stopped. Throws base::NotFound.
void stop_code(tenancy::WorkspaceTransaction& tx, CodeId id);
/// Back, on its days. Throws base::NotFound.
void resume_code(tenancy::WorkspaceTransaction& tx, CodeId id);

/// They follow a client whose record is merged.
crm::ClientRows code_rows();
crm::ClientRows code_use_rows();

} // namespace pricebook
