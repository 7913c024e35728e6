#include "modules/sale_documents/territory_pages.hpp"

#include <algorithm>

namespace sale_documents
{
namespace
{

bool sells(const std::vector<Line>& lines, ItemId item)
{
    return std::ranges::any_of(
        lines, [&](const Line& line) { return line.origin && line.origin->item == item; });
}

} // namespace

void check_territory(guard::Call& call, TypedLines& lines, const SoldTo& sold)
{
    const auto& context = call.context();
    const auto refused = context.read([&](tenancy::WorkspaceTransaction& tx) {
        return pricebook::items_out_of_zone(tx, context.today(), sold.client);
    });
    for (auto& typed : lines.lines) {
        const auto& origin = typed.line.origin;
        if (!origin || sells(sold.kept, origin->item)) continue;
        if (std::ranges::find(refused, origin->item) != refused.end())
            typed.errors["name"] = {"pricebook.refusal.out_of_zone", {}};
    }
}

} // namespace sale_documents
