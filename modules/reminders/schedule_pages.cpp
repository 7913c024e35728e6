#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/reminders/reminder_forms.hpp"
#include "modules/reminders/reminder_pages.hpp"
#include "modules/reminders/reminder_store.hpp"
#include "modules/reminders/reminder_views.hpp"
#include "modules/reminders/schedule_actions.hpp"

namespace reminders
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/relances";
constexpr const char* wordings_path = "/reglages/modeles-de-courriels";

std::string days_text(std::int64_t days)
{
    return days == 0 ? std::string{} : std::to_string(days);
}

forms::Typed typed_of(const Schedule& schedule)
{
    return {{"is_on", schedule.due_from ? "on" : ""},
            {"first", days_text(schedule.first)},
            {"second", days_text(schedule.second)},
            {"third", days_text(schedule.third)},
            {"backlog", ""}};
}

http::Response page(Call& call, forms::Form<SaveReminders> form)
{
    Schedule saved;
    std::int64_t backlog = 0;
    call.context().read([&](WorkspaceTransaction& tx) {
        saved = ReminderStore{tx}.schedule();
        backlog = backlog_of(tx, saved);
    });
    if (form.typed.empty()) form.typed = typed_of(saved);
    const auto title = t("reminders.title");
    ScheduleView view{.fields = {form, "reminders.field"},
                      .action = html::checked_local(call.in_workspace(page_path)),
                      .guard = guard::form_guard(call),
                      .wordings = {},
                      .is_on = saved.due_from.has_value(),
                      .backlog = backlog};
    if (call.may("notifications.manage"))
        view.wordings = html::checked_local(call.in_workspace(wordings_path));
    return guard::render(
        call, guard::Page{.title = title,
                          .body = schedule_page(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{.label = t("guard.nav.settings"),
                                .to = html::checked_local(call.in_workspace("/reglages"))},
                               {.label = title, .to = {}}}),
                          .status = form.is_valid() ? 200 : 422});
}

} // namespace

http::Response show_schedule(Call& call)
{
    return page(call, call.blank_form<SaveReminders>());
}

http::Response update_schedule(Call& call)
{
    auto form = call.form<SaveReminders>();
    check_whole(form);
    if (!form.is_valid()) return page(call, form);

    const auto& typed = form.command;
    const NewSchedule wanted{.is_on = typed.is_on,
                             .first = typed.first.value,
                             .second = typed.second ? typed.second->value : 0,
                             .third = typed.third ? typed.third->value : 0,
                             .backlog = typed.backlog ? Backlog::reminded : Backlog::left_alone};
    call.context().write([&](WorkspaceTransaction& tx) { save_schedule(tx, wanted); });
    return call.redirect(call.in_workspace(page_path),
                         typed.is_on ? "reminders.notice.on" : "reminders.notice.off");
}

} // namespace reminders
