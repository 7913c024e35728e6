#include "modules/progress/sheet_line_pages.hpp"

#include "modules/progress/sheet_search_store.hpp"
#include "modules/progress/sheet_store.hpp"
#include "modules/progress/sheet_views.hpp"

#include <algorithm>

namespace progress
{
namespace
{

std::vector<SheetRow> visible(tenancy::WorkspaceTransaction& tx,
                              const std::vector<std::int64_t>& ids)
{
    const auto& actor = tx.actor();
    if (!actor.may("progress.view")) return {};
    if (actor.side == tenancy::Side::staff) return SheetSearchStore{tx}.hits(ids);
    auto own = SheetStore{tx}.of_client(actor.client, actor.membership);
    std::erase_if(own, [&](const SheetRow& row) {
        return std::ranges::find(ids, row.id.value) == ids.end();
    });
    return own;
}

} // namespace

guard::SubjectKind::Lines sheet_lines(tenancy::WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    for (const auto& row : visible(tx, ids))
        lines.emplace(row.id.value, guard::SubjectLine{.title = row.title,
                                                       .detail = row.identifier,
                                                       .path = place_of(row.identifier)});
    return lines;
}

} // namespace progress
