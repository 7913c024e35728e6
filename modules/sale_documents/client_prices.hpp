#pragma once

#include "modules/sale_documents/catalogue.hpp"

#include <string_view>
#include <vector>

namespace guard
{
class Call;
}

/// The prices of a document that is being typed follow its client.
namespace sale_documents
{

/// The hidden field that says whose prices the lines bear.
inline constexpr std::string_view priced_for_field = "priced_for";

/// Whose prices lines bear, and what that changed just now.
struct Priced {
    tenancy::ClientId client;
    bool is_another = false;    ///< the client is another than when the page was made
    std::vector<int> changed{}; ///< the keys of the lines that cost something else
};

/// A document as it was typed, at the prices of its client.
struct PricedDocument {
    forms::Typed typed;
    Priced priced;
};
/// Lines of the price book that nobody altered by hand cost what they cost the client who was
/// chosen: as it is offered today, or what everybody paid where it no longer is. Nothing changes
/// while the client stays, which was `saved` where the form does not say, nor for who may not read
/// prices.
PricedDocument at_client_prices(guard::Call& call, forms::Typed typed, tenancy::ClientId saved);

/// What the lines cost of which the price book offers these; the keys of those whose price changed.
/// Pure.
std::vector<int> take_prices(TypedLines& lines, const std::vector<Offer>& offers,
                             TypedPrices prices);

} // namespace sale_documents
