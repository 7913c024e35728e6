#include "modules/settings/job_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/settings/column_views.hpp"

namespace settings
{

using namespace html;
using i18n::t;

namespace
{

Html state_badge(jobs::State state)
{
    switch (state) {
    case jobs::State::done:
        return ui::badge(t("settings.job.done"), ui::Tone::Green);
    case jobs::State::failed:
        return ui::badge(t("settings.job.failed"), ui::Tone::Red);
    case jobs::State::running:
        return ui::badge(t("settings.job.running"), ui::Tone::Blue);
    case jobs::State::ready:
        break;
    }
    return ui::badge(t("settings.job.ready"), ui::Tone::Amber);
}

Html job_row(const JobLine& job, const Html& guard)
{
    Html aside = state_badge(job.state);
    if (job.retry)
        aside = group(
            ui::form({.action = *job.retry, .guard = guard, .classes = ""},
                     ui::submit({.label = t("settings.job.retry"), .size = ui::ButtonSize::Small})),
            aside);
    auto detail =
        t("settings.job.line", {{"when", job.when}, {"attempts", std::to_string(job.attempts)}});
    if (!job.cause.empty()) detail += " — " + job.cause;
    return ui::row({.lead = ui::tile("cog", ui::Tone::Gray),
                    .title = job.kind,
                    .detail = detail,
                    .aside = div(cls("flex items-center gap-2"), aside)});
}

} // namespace

Html jobs_page(const JobsView& view)
{
    const auto rows =
        view.jobs.empty()
            ? ui::empty_state({.icon = "circle-check", .title = t("settings.job.nothing")})
            : ui::card({},
                       each(view.jobs, [&](const auto& job) { return job_row(job, view.guard); }));
    return group(ui::tabs(t("settings.job.states"), view.states),
                 column(t("settings.job.lead"), rows));
}

} // namespace settings
