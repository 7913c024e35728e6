#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/pricebook/item.hpp"
#include "modules/pricebook/version.hpp"

namespace pricebook
{

class ItemStore
{
  public:
    explicit ItemStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// By category, position, name; at most items_max.
    std::vector<Item> of_version(VersionId version);
    std::optional<Item> find(VersionId version, ItemId id);
    std::optional<Item> find_code(VersionId version, std::string_view code);
    int count(VersionId version);
    void insert(const Item& item);
    /// False when somebody saved another revision meanwhile.
    bool update(const Item& item, std::int64_t seen_revision);
    void remove(VersionId version, ItemId id);
    /// Every item, with its id.
    void copy(VersionId from, const Version& to);
    void remove_all(VersionId version);

    /// Of the version that holds on that day, those offered then; in the same order.
    std::vector<Item> for_sale(base::Date day);
    /// Of the version in force on that day, offered or not: lists name what is sold no more.
    std::vector<Item> in_force(base::Date day);
    /// Of the version in force on that day, offered or not, those sold in the zone alone.
    std::vector<ItemId> of_service_zone(base::Date day);
    std::optional<Item> for_sale(std::string_view code, base::Date day);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace pricebook
