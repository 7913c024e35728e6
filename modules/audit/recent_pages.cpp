#include "kernel/auth/auth.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/audit/journal_pages.hpp"
#include "modules/audit/journal_reader_pages.hpp"
#include "modules/audit/journal_store.hpp"

#include <set>

namespace audit
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::int64_t lines_read = 200;
constexpr std::size_t lines_shown = 6;

std::set<tenancy::MembershipId> leaders(WorkspaceTransaction& tx)
{
    const auto top = auth::top_role(tenancy::own_preset(tx.workspace()));
    std::set<tenancy::MembershipId> found;
    for (const auto& member : auth::members(tx))
        if (member.role == top) found.insert(member.id);
    return found;
}

html::Html row_of(const guard::Call& call, const Line& line, const Told& told)
{
    const auto& zone = call.context().workspace().time_zone;
    const ui::Row row{.lead = ui::avatar({.name = told.actor, .size = ui::AvatarSize::Large}),
                      .title = told.actor + " " + told.what,
                      .detail = told.changes,
                      .aside = html::text(i18n::relative(line.at, call.context().now(), zone))};
    if (told.path.empty()) return ui::row(row);
    return ui::row_link(html::checked_local(call.in_workspace(told.path)), row);
}

} // namespace

html::Html recent_panel(guard::Call& call)
{
    const auto rows = call.context().read([&](WorkspaceTransaction& tx) {
        const auto who = leaders(tx);
        JournalReader reader{call, tx};
        html::Html made;
        std::size_t shown = 0;
        for (const auto& line : JournalStore{tx}.lines({}, {}, lines_read)) {
            if (!who.contains(line.actor) || shown == lines_shown) continue;
            made += row_of(call, line, reader.tell(line));
            ++shown;
        }
        return made;
    });
    if (rows.empty()) return html::none;
    return ui::card(
        {.title = i18n::t("audit.recent.title"),
         .id = "audit-recent",
         .actions = ui::link(html::checked_local(call.in_workspace("/reglages/journal")),
                             i18n::t("audit.recent.all"))},
        rows);
}

} // namespace audit
