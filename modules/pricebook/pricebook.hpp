#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/billing/billing.hpp"
#include "modules/pricebook/item.hpp"
#include "modules/pricebook/origin.hpp"
#include "modules/pricebook/promotion.hpp"
#include "modules/pricebook/replay.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kernel
{
class Module;
}

/// Front door of pricebook: what a business sells, as its price book says it on one day.
///
/// Who writes quotes holds « pricebook.read » and takes lines from here; the pages of the price
/// book, its drafts and its history are of « pricebook.manage ».
namespace pricebook
{

void describe(kernel::Module& module);

/// One thing to sell. Prices are before taxes, in the currency of the workspace, 0 or more.
struct ItemForSale {
    ItemId id;        ///< the same from one version of the price book to the next
    std::string code; ///< « visit-hour »: how a file or an import names it
    std::string category;
    std::string name;
    std::string description; ///< several lines; may be empty
    std::string unit;        ///< « h », « m² »; may be empty
    PriceKind kind = PriceKind::flat;
    std::optional<base::UnitPrice> one_off_price; ///< there unless `kind` is recurring
    std::optional<base::UnitPrice> monthly_price;
    std::optional<base::UnitPrice> annual_price; ///< ten months where none was typed
    TaxChoice tax = TaxChoice::standard;
    Prices list; ///< everybody’s
    PriceSource source = PriceSource::list;
    std::string group;           ///< whose price it is, of PriceSource::group
    bool is_out_of_zone = false; ///< its client is where this is not sold
    std::string special;         ///< why these prices are not those of everybody; empty: they are
};

/// What is sold on that day of the workspace, by category, then in the order of the price book: one
/// query, at most items_max of them. Nothing before the first version holds, and nothing for an
/// actor without « pricebook.read » or where the module is off.
std::vector<ItemForSale> items_for_sale(tenancy::WorkspaceTransaction& tx, base::Date day);
/// The same at the special prices of that client and of his groups; he may be one this workspace
/// does not hold. He reads his own too, where the business shows them (« pricebook.read_own »).
std::vector<ItemForSale> items_for_sale(tenancy::WorkspaceTransaction& tx, base::Date day,
                                        tenancy::ClientId client);
/// The items that are not sold where that client is, as the version of that day says;
/// for every actor. Nothing where the module is off.
std::vector<ItemId> items_out_of_zone(tenancy::WorkspaceTransaction& tx, base::Date day,
                                      tenancy::ClientId client);
/// That one alone, by its code; nothing in the same cases.
std::optional<ItemForSale> find_item_for_sale(tenancy::WorkspaceTransaction& tx,
                                              std::string_view code, base::Date day);

/// The tax an item bears in a business of that regime, by its code (billing::tax_choices): its
/// usual tax, except where the country has lower ones or none.
std::string_view tax_code(TaxChoice tax, billing::Regime regime);

} // namespace pricebook
