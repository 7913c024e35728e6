#pragma once

#include "modules/pricebook/special_price.hpp"

#include <string>
#include <vector>

namespace pricebook
{

/// A special price with the words its list shows.
struct SpecialPriceRow {
    SpecialPriceId id;
    std::int64_t holder_id = 0; ///< of the client or of the group
    std::optional<ItemId> item_id;
    Effect effect = Effect::percent_off;
    std::optional<base::Rate> percent;
    std::optional<base::UnitPrice> price;
    base::Date starts_on;
    std::optional<base::Date> ends_on;
    std::string reason;
    bool adds_up = false;
    std::string holder_name;
};
BOOST_DESCRIBE_STRUCT(SpecialPriceRow, (),
                      (id, holder_id, item_id, effect, percent, price, starts_on, ends_on, reason,
                       adds_up, holder_name))
/// On one page: clients by name, or groups.
inline constexpr int special_price_rows_max = 500;

inline constexpr int kept_prices_max = 20'000; ///< of one version

/// Every statement on pricebook_special.
class SpecialPriceStore
{
  public:
    explicit SpecialPriceStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const SpecialPrice& special);
    std::optional<SpecialPrice> find(SpecialPriceId id);
    /// False when somebody saved another revision meanwhile. Whose it is stays.
    bool update(const SpecialPrice& special, std::int64_t seen_revision);
    void remove(SpecialPriceId id);
    std::vector<SpecialPrice> of_client(tenancy::ClientId client);
    std::vector<SpecialPrice> kept_for(VersionId version);
    std::vector<SpecialPrice> of_group(GroupId group);
    /// Of the groups that client is in, at most special_price_rows_max.
    std::vector<SpecialPrice> of_groups_of(tenancy::ClientId client);
    std::vector<SpecialPriceRow> client_rows();
    std::vector<SpecialPriceRow> group_rows();
    std::vector<SpecialPriceRow> rows_of(GroupId group);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace pricebook
