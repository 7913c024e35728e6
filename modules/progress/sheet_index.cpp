#include "modules/progress/sheet_index.hpp"

#include "modules/progress/sheet_search_store.hpp"
#include "modules/progress/sheet_store.hpp"
#include "modules/progress/sheet_views.hpp"
#include "modules/projects/projects.hpp"

#include <algorithm>

namespace progress
{
namespace
{

using search::Scope;
using tenancy::WorkspaceTransaction;

search::Document document_of(const NamedSheet& named)
{
    search::Names names;
    names.words(named.sheet.identifier).words(named.sheet.identifier_key).words(named.title);
    return {.kind = "progress_sheet",
            .id = named.sheet.id.value,
            .scopes = {Scope::staff(), Scope::of_client(named.sheet.client_id)},
            .terms = names.terms()};
}

std::vector<search::Hit> hits_of(const std::vector<SheetRow>& rows)
{
    std::vector<search::Hit> hits;
    for (const auto& row : rows)
        hits.push_back({.id = row.id.value,
                        .title = row.title,
                        .detail = row.identifier,
                        .path = place_of(row.identifier)});
    return hits;
}

/// The team opens a sheet by its identifier; who may list them finds them too.
std::vector<search::Hit> show_to_staff(WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    if (!tx.actor().may("progress.list")) return {};
    return hits_of(SheetSearchStore{tx}.hits(ids));
}

std::vector<search::Hit> show_to_client(WorkspaceTransaction& tx,
                                        const std::vector<std::int64_t>& ids)
{
    std::vector<SheetRow> own;
    for (auto& row : SheetStore{tx}.of_client(tx.actor().client, tx.actor().membership))
        if (std::ranges::find(ids, row.id.value) != ids.end()) own.push_back(std::move(row));
    return hits_of(own);
}

std::vector<search::Document> read_sheet(WorkspaceTransaction& tx, std::int64_t id)
{
    const auto sheet = SheetStore{tx}.find(SheetId{id});
    if (!sheet) return {};
    return {document_of({*sheet, projects::place_of(tx, sheet->project_id).name})};
}

std::vector<std::int64_t> sheet_ids(WorkspaceTransaction& tx, std::int64_t after, int limit)
{
    return SheetSearchStore{tx}.ids(after, limit);
}

} // namespace

void index_sheet(WorkspaceTransaction& tx, const Sheet& sheet, const std::string& title)
{
    search::add(tx, document_of({sheet, title}));
}

void index_sheet_again(WorkspaceTransaction& tx, const NamedSheet& before, const NamedSheet& after)
{
    search::replace(tx, document_of(before), document_of(after).terms);
}

search::Kind sheet_kind()
{
    return {.name = "progress_sheet",
            .label_key = "progress.search",
            .client_label_key = "progress.search",
            .icon = "clipboard-list",
            .permission = "progress.view",
            .order = 12,
            .to_staff = show_to_staff,
            .to_client = show_to_client};
}

search::Source sheet_source()
{
    return {.name = "progress.sheet", .read = read_sheet, .ids = sheet_ids};
}

} // namespace progress
