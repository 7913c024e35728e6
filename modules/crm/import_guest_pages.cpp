#include "modules/crm/import_guest_pages.hpp"

#include "kernel/i18n/format.hpp"
#include "modules/crm/import_guest_store.hpp"
#include "modules/crm/import_guest_views.hpp"

namespace crm
{
namespace
{

constexpr int shown_skipped = 100;

} // namespace

std::vector<LineProblem> obstacles_of(const guard::Call& call, const ClientImport& import,
                                      const ImportLook& look)
{
    auto found = obstacles(look, fields_of(import.columns));
    const auto day = base::Date::parse(import.invite_day);
    if (import.invites && day && *day < call.context().today())
        found.push_back(line_problem(0, "", "crm.guest.past_day"));
    return found;
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
