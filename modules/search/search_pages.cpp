#include "modules/search/search_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/open_pages.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/search/query.hpp"
#include "modules/search/search_views.hpp"

#include <algorithm>

namespace search
{
namespace
{

using guard::Call;
using i18n::t;

/// Those of modules the workspace has.
std::vector<const Kind*> kinds_of(const Call& call)
{
    const auto& modules = call.context().workspace().modules;
    std::vector<const Kind*> kinds;
    for (const auto& kind : registry().kinds())
        if (!call.site().is_switchable(kind.module) || modules.contains(kind.module))
            kinds.push_back(&kind);
    return kinds;
}

std::vector<FoundGroup> found(Call& call, const std::string& typed)
{
    const auto kinds = kinds_of(call);
    const auto groups = call.context().read(
        [&](tenancy::WorkspaceTransaction& tx) { return find(tx, typed, kinds); });
    const bool is_portal = call.actor().side == tenancy::Side::portal;
    std::vector<FoundGroup> shown;
    for (const auto& group : groups) {
        const auto& kind = *group.kind;
        FoundGroup of_kind{.label = t(is_portal ? kind.client_label_key : kind.label_key),
                           .icon = kind.icon,
                           .kind = kind.name};
        for (const auto& hit : group.hits)
            of_kind.lines.push_back({.id = hit.id,
                                     .title = hit.title,
                                     .detail = hit.detail,
                                     .to = html::checked_local(call.in_workspace(hit.path)),
                                     .state = hit.state,
                                     .tone = hit.tone});
        shown.push_back(std::move(of_kind));
    }
    return shown;
}

/// Every word typed begins a word of the label.
bool answers(const std::string& label, const std::vector<std::string>& typed)
{
    const auto words = words_of(label);
    return std::ranges::all_of(typed, [&](const auto& wanted) {
        return std::ranges::any_of(words,
                                   [&](const auto& word) { return word.starts_with(wanted); });
    });
}

std::vector<Command> destinations(const Call& call, const std::vector<std::string>& typed)
{
    std::vector<Command> commands;
    for (const auto& entry : call.site().nav) {
        const bool is_open = (entry.permission.empty() || call.may(entry.permission)) &&
                             guard::is_open(call, entry.path);
        auto label = t(entry.label_key);
        if (entry.side == tenancy::Side::staff && is_open && answers(label, typed))
            commands.push_back({.label = std::move(label),
                                .to = html::checked_local(call.in_workspace(entry.path)),
                                .icon = entry.icon,
                                .keys = entry.hotkey});
    }
    return commands;
}

std::vector<Command> creations(const Call& call, const std::vector<std::string>& typed)
{
    std::vector<Command> commands;
    for (const auto& creation : registry().creations()) {
        auto label = t(creation.label_key);
        if (guard::is_open(call, creation.path) && answers(label, typed))
            commands.push_back({.label = std::move(label),
                                .to = html::checked_local(call.in_workspace(creation.path)),
                                .icon = creation.icon});
    }
    return commands;
}

/// « Nouveau ticket pour Anne Le Goff », for the first client found.
std::vector<Command> creations_for(const Call& call, const std::vector<FoundGroup>& groups)
{
    std::vector<Command> commands;
    for (const auto& creation : registry().creations()) {
        if (creation.for_kind.empty() || !guard::is_open(call, creation.path)) continue;
        const auto group = std::ranges::find(groups, creation.for_kind, &FoundGroup::kind);
        if (group == groups.end()) continue;
        const auto& first = group->lines.front();
        commands.push_back({.label = t("search.palette.make_for",
                                       {{"what", t(creation.label_key)}, {"name", first.title}}),
                            .to = html::checked_local(call.in_workspace(creation.path))
                                      .with(creation.for_kind, std::to_string(first.id)),
                            .icon = creation.icon});
    }
    return commands;
}

std::string typed_in(const Call& call)
{
    return base::trim(base::shorten(call.query("q"), typed_max));
}

} // namespace

http::Response show_results(Call& call)
{
    const auto typed = typed_in(call);
    const ResultsView view{.action = html::checked_local(call.in_workspace("/recherche")),
                           .typed = typed,
                           .groups = found(call, typed),
                           .side = call.actor().side};
    return guard::render(call, guard::Page{.title = t("search.title"), .body = results_page(view)});
}

http::Response suggest(Call& call)
{
    const auto typed = typed_in(call);
    const auto words = words_of(typed);
    SuggestionsView view{.typed = typed, .groups = found(call, typed)};
    view.actions = creations_for(call, view.groups);
    std::ranges::move(creations(call, words), std::back_inserter(view.actions));
    if (!typed.empty() && words.empty()) view.actions.clear();
    if (typed.empty() || !words.empty()) view.destinations = destinations(call, words);
    return http::Response::html(suggestions(view).text());
}

http::Response show_shortcuts(Call& call)
{
    ShortcutsView view{.destinations = {},
                       .has_tickets = call.context().workspace().modules.contains("tickets")};
    for (const auto& entry : destinations(call, {}))
        if (!entry.keys.empty()) view.destinations.push_back(entry);
    if (guard::is_open(call, "/reglages"))
        view.destinations.push_back({.label = t("guard.nav.settings"),
                                     .to = html::checked_local(call.in_workspace("/reglages")),
                                     .keys = "g r"});
    return guard::render(
        call, guard::Page{.title = t("search.shortcuts.title"), .body = shortcuts_page(view)});
}

} // namespace search
