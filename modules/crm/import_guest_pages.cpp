#include "modules/crm/import_guest_pages.hpp"

#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/import_guest_store.hpp"
#include "modules/crm/import_guest_views.hpp"

namespace crm
{
namespace
{

constexpr int shown_skipped = 100;

bool may_invite(const guard::Call& call)
{
    return call.may("clients.portal");
}

/// Key of the sentence; empty when the day is right.
std::string day_problem(const guard::Call& call, const ClientImport& import)
{
    if (import.invite_day.empty() || !may_invite(call)) return {};
    const auto day = base::Date::parse(import.invite_day);
    if (!day) return "crm.guest.bad_day";
    const bool is_past = import.invites && *day < call.context().today();
    return is_past ? "crm.guest.past_day" : "";
}

} // namespace

std::vector<LineProblem> obstacles_of(const guard::Call& call, const ClientImport& import,
                                      const ImportLook& look)
{
    auto found = obstacles(look, fields_of(import.columns));
    const auto problem = day_problem(call, import);
    if (!problem.empty()) found.push_back(line_problem(0, "", problem));
    return found;
}

html::Html invitations_in(const guard::Call& call, const ClientImport& import)
{
    if (!may_invite(call)) return html::none;
    const auto problem = day_problem(call, import);
    return invite_fields(import, problem.empty() ? std::string{} : i18n::t(problem));
}

html::Html guests_of(const guard::Call& call, const ClientImport& import)
{
    const auto day = base::Date::parse(import.invite_day);
    GuestsView view{.slug = call.context().workspace().slug,
                    .day = day ? i18n::long_date(*day) : std::string{}};
    call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        ImportGuestStore store{tx};
        view.invited = store.count(import.id, GuestState::invited);
        view.waiting = store.count(import.id, GuestState::waiting);
        view.skipped = store.skipped(import.id, shown_skipped);
    });
    return guests_card(view);
}

} // namespace crm
