#include "modules/notifications/notification_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/notifications/notification_actions.hpp"
#include "modules/notifications/notification_forms.hpp"
#include "modules/notifications/notification_views.hpp"
#include "modules/notifications/preference_policy.hpp"
#include "modules/notifications/said.hpp"

namespace notifications
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* list_path = "/notifications";

using SubjectLines = std::map<Subject, guard::SubjectLine>;

/// The subjects the actor may see now, asked of their modules.
SubjectLines lines_of(const guard::Site& site, WorkspaceTransaction& tx,
                      const std::vector<Subject>& subjects)
{
    std::map<std::string, std::set<std::int64_t>> ids;
    for (const auto& subject : subjects)
        ids[subject.kind].insert(subject.id);
    SubjectLines lines;
    for (const auto& kind : site.subjects) {
        const auto asked = ids.find(kind.kind);
        if (asked == ids.end()) continue;
        for (auto& [id, line] : kind.lines(tx, {asked->second.begin(), asked->second.end()}))
            lines.emplace(Subject{kind.kind, id}, std::move(line));
    }
    return lines;
}

int count_visible(const guard::Site& site, WorkspaceTransaction& tx)
{
    const auto unread = NotificationStore{tx}.unread();
    if (unread.empty()) return 0;
    const auto lines = lines_of(site, tx, unread);
    return static_cast<int>(std::ranges::count_if(
        unread, [&](const Subject& subject) { return lines.contains(subject); }));
}

Filter filter_of(const Call& call)
{
    Filter filter{.event = std::string{call.query("type")}};
    forms::FieldType<View>::read({call.query("vue")}, filter.view);
    const auto at = base::Id<struct CursorTag>::parse(call.query("avant"));
    const auto id = NotificationId::parse(call.query("id"));
    if (at && id) filter.before = {at->value}, filter.before_id = *id;
    return filter;
}

Line line_of(WorkspaceTransaction& tx, const Notification& one, const guard::SubjectLine& subject,
             const std::vector<EventRule>& rules)
{
    const auto* rule = find_rule(rules, one.event);
    return {
        .id = one.id,
        .sentence = sentence_of(
            tx,
            {.event = one.event, .actor = one.actor_id, .state = one.state, .times = one.times}),
        .title = subject.title,
        .detail = subject.detail,
        .at = {.shown = i18n::relative(one.last_at, base::now(), tx.workspace().time_zone),
               .iso = base::iso(one.last_at)},
        .icon = rule == nullptr ? "bell" : rule->icon,
        .tone = rule == nullptr ? "gray" : rule->tone,
        .is_unread = !one.read_at};
}

std::vector<ui::Choice> event_choices(WorkspaceTransaction& tx)
{
    std::vector<ui::Choice> choices;
    for (const auto& one : preferences_of_actor(tx))
        if (one.channel == Channel::app)
            choices.push_back({.value = one.rule.code, .label = one.rule.label, .hint = {}});
    return choices;
}

void read_lines(const Call& call, WorkspaceTransaction& tx, ListView& view)
{
    auto page = NotificationStore{tx}.page(view.filter);
    if (page.size() > page_rows) {
        page.pop_back();
        view.next = list_url(view.place, view.filter)
                        .with("avant", std::to_string(page.back().last_at.micros))
                        .with("id", page.back().id.text());
    }
    std::vector<Subject> subjects;
    for (const auto& one : page)
        subjects.push_back(one.subject());
    const auto lines = lines_of(call.site(), tx, subjects);
    const auto rules = rules_of(presets::find(tx.workspace().preset));
    for (const auto& one : page)
        if (const auto subject = lines.find(one.subject()); subject != lines.end())
            view.lines.push_back(line_of(tx, one, subject->second, rules));
}

http::Response back_to_list(Call& call, const MarkNotification& typed, std::string_view notice)
{
    const auto url = list_url(call.in_workspace(list_path),
                              {.view = typed.vue.value_or(View::all), .event = typed.type.value});
    return notice.empty() ? call.redirect(url.text()) : call.redirect(url.text(), notice);
}

} // namespace

http::Response list_notifications(Call& call)
{
    ListView view{.place = call.in_workspace(list_path),
                  .title = {},
                  .filter = filter_of(call),
                  .events = {},
                  .lines = {},
                  .next = {},
                  .guard = guard::form_guard(call)};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.events = event_choices(tx);
        view.unread = count_visible(call.site(), tx);
        read_lines(call, tx, view);
    });
    const bool is_portal = call.actor().side == tenancy::Side::portal;
    if (is_portal) view.title = t("notifications.title");
    return guard::render(call, guard::Page{.title = t("notifications.title"),
                                           .body = notification_list(view),
                                           .top = is_portal ? html::none : list_actions(view),
                                           .topics = {"notifications"}});
}

http::Response open_notification(Call& call)
{
    const auto id = call.path_id<NotificationId>("notification");
    const auto path = call.context().read([&](WorkspaceTransaction& tx) {
        const auto found = NotificationStore{tx}.find(id);
        if (!found) throw base::NotFound{};
        const auto lines = lines_of(call.site(), tx, {found->subject()});
        if (lines.empty()) throw base::NotFound{};
        return lines.begin()->second.path;
    });
    call.context().write([&](WorkspaceTransaction& tx) { mark_read(tx, id); });
    return call.redirect(call.in_workspace(path));
}

http::Response update_notification(Call& call)
{
    const auto id = call.path_id<NotificationId>("notification");
    const auto form = call.form<MarkNotification>();
    call.context().write([&](WorkspaceTransaction& tx) {
        form.command.is_read ? mark_read(tx, id) : mark_unread(tx, id);
    });
    return back_to_list(call, form.command, {});
}

http::Response mark_everything(Call& call)
{
    const auto form = call.form<MarkNotification>();
    call.context().write([](WorkspaceTransaction& tx) { mark_all_read(tx); });
    return back_to_list(call, form.command, "notifications.all_read");
}

int count_unread(Call& call)
{
    return call.context().read(
        [&](WorkspaceTransaction& tx) { return count_visible(call.site(), tx); });
}

} // namespace notifications
