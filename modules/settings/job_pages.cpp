#include "modules/settings/job_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/settings/crumbs_pages.hpp"
#include "modules/settings/job_views.hpp"

#include <array>

namespace settings
{
namespace
{

using i18n::t;

constexpr const char* page_path = "/reglages/taches";

struct Shown {
    const char* word; ///< in the address
    const char* label_key;
    std::optional<jobs::State> state;
};
constexpr std::array shown_states{Shown{"", "settings.job.all", {}},
                                  Shown{"echec", "settings.job.all_failed", jobs::State::failed},
                                  Shown{"attente", "settings.job.all_ready", jobs::State::ready}};

const Shown& shown_of(const guard::Call& call)
{
    for (const auto& shown : shown_states)
        if (call.query("etat") == shown.word) return shown;
    return shown_states.front();
}

/// « mail.deliver » in words; a kind without words by its code.
std::string words_of(const std::string& kind)
{
    const auto key = "settings.job_kind." + base::replace_all(kind, ".", "_");
    return i18n::has(key) ? t(key) : kind;
}

JobLine line_of(const guard::Call& call, const jobs::Job& job)
{
    const auto& context = call.context();
    JobLine line{.kind = words_of(job.kind),
                 .when =
                     i18n::relative(job.created_at, context.now(), context.workspace().time_zone),
                 .state = job.state,
                 .attempts = job.attempts,
                 .cause = job.last_error,
                 .retry = {}};
    if (job.state == jobs::State::failed)
        line.retry = html::checked_local(
            call.in_workspace("/reglages/taches/" + job.id.text() + "/relance"));
    return line;
}

std::vector<ui::Tab> tabs_of(const guard::Call& call, const Shown& current)
{
    const auto page = html::checked_local(call.in_workspace(page_path));
    std::vector<ui::Tab> tabs;
    for (const auto& shown : shown_states)
        tabs.push_back({.label = t(shown.label_key),
                        .to = *shown.word == '\0' ? page : page.with("etat", shown.word),
                        .is_current = &shown == &current});
    return tabs;
}

} // namespace

http::Response show_jobs(guard::Call& call)
{
    const auto& shown = shown_of(call);
    const auto found = call.context().read(
        [&](tenancy::WorkspaceTransaction& tx) { return jobs::recent(tx, shown.state); });
    JobsView view{.states = tabs_of(call, shown), .jobs = {}, .guard = guard::form_guard(call)};
    for (const auto& job : found)
        view.jobs.push_back(line_of(call, job));
    return guard::render(call, guard::Page{.title = t("settings.job.title"),
                                           .body = jobs_page(view),
                                           .breadcrumbs = crumbs(call, "settings.job.title")});
}

http::Response retry_job(guard::Call& call)
{
    const auto id = call.path_id<jobs::JobId>("job");
    call.context().write([&](tenancy::WorkspaceTransaction& tx) { jobs::retry(tx, id); });
    return call.redirect(call.in_workspace(page_path), "settings.job.retried");
}

guard::SubjectKind::Lines job_queue_line(tenancy::WorkspaceTransaction& tx,
                                         const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    if (!tx.actor().may("jobs.view")) return lines;
    for (const auto id : ids)
        lines.emplace(id, guard::SubjectLine{.title = t("settings.job.title"),
                                             .detail = {},
                                             .path = std::string{page_path} + "?etat=echec"});
    return lines;
}

} // namespace settings
