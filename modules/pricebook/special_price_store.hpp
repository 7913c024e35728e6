#pragma once

#include "modules/pricebook/special_price.hpp"

#include <string>
#include <vector>

namespace pricebook
{

/// A special price with the words its list shows.
struct SpecialPriceRow {
    SpecialPriceId id;
    tenancy::ClientId client_id;
    std::optional<ItemId> item_id;
    Effect effect = Effect::percent_off;
    std::optional<base::Rate> percent;
    std::optional<base::UnitPrice> price;
    base::Date starts_on;
    std::optional<base::Date> ends_on;
    std::string reason;
    std::string client_name;
};
BOOST_DESCRIBE_STRUCT(SpecialPriceRow, (),
                      (id, client_id, item_id, effect, percent, price, starts_on, ends_on, reason,
                       client_name))
/// On one page: clients by name.
inline constexpr int special_price_rows_max = 500;

/// Every statement on pricebook_special.
class SpecialPriceStore
{
  public:
    explicit SpecialPriceStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const SpecialPrice& special);
    std::optional<SpecialPrice> find(SpecialPriceId id);
    void remove(SpecialPriceId id);
    std::vector<SpecialPrice> of_client(tenancy::ClientId client);
    std::vector<SpecialPriceRow> rows();

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace pricebook
