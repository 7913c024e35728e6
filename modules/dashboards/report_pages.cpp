#include "modules/dashboards/report_pages.hpp"

#include "kernel/documents/letterhead.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/dashboards/report_export_pages.hpp"

namespace dashboards
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

std::vector<Line> lines_of(const std::vector<SlotLine>& slots)
{
    std::vector<Line> lines;
    for (const auto& slot : slots)
        lines.push_back({.label = slot.label, .filter = {}, .tally = slot.tally});
    return lines;
}

TallyParts::KeyOf key_of(By by)
{
    if (by == By::priority) return priority_of;
    return by == By::client ? client_of : member_of;
}

/// A ticket counts under each of its categories.
void add_filed(TallyParts& parts, const Filed& filed, const Fact& fact)
{
    const auto found = filed.find(fact.ticket.value);
    if (found == filed.end()) return parts.add(0, fact);
    for (const auto category : found->second)
        parts.add(category, fact);
}

void count_report(Report& report, WorkspaceTransaction& tx)
{
    const auto& asked = report.asked;
    RunningTally whole;
    TallySlots slots{slots_of(asked.period, asked.zone)};
    TallyParts parts{key_of(report.by)};
    const bool is_filed = report.by == By::category;
    const auto stretch = stretch_of(asked.period, asked.zone);
    const auto filed = is_filed ? FigureStore{tx}.filed(stretch) : Filed{};
    const auto clients = report.by == By::client || is_filed ? FigureStore::Clients::told
                                                             : FigureStore::Clients::untold;
    FigureStore{tx}.each(stretch, asked.filter, clients, [&](const Fact& fact) {
        whole.add(fact);
        slots.add(fact);
        is_filed ? add_filed(parts, filed, fact) : parts.add(fact);
    });
    report.whole = whole.tally();
    report.slots = lines_of_slots(asked, slots);
    report.lines =
        report.by == By::period ? lines_of(report.slots) : lines_by(report.by, tx, parts.tallies());
}

Report read_report(const Call& call)
{
    Report report{.asked = asked_of(call), .made_at = call.context().now()};
    forms::FieldType<By>::read({std::string{call.query("par")}}, report.by);
    call.context().read([&](WorkspaceTransaction& tx) {
        count_report(report, tx);
        report.narrowed = words_of(tx, report.asked.filter);
    });
    return report;
}

http::Response attachment(const Call& call, const Report& report, std::string_view kind)
{
    auto response = http::Response::text({});
    const auto name = "rapport-" + call.context().workspace().slug + "-" +
                      report.asked.period.first.text() + "-" + report.asked.period.last.text();
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"" + name + "." + std::string{kind} + "\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

http::Response show_report(Call& call)
{
    const auto report = read_report(call);
    const auto title = t("dashboards.report.title");
    auto response = guard::render(
        call,
        {.title = title,
         .body = report_page(report),
         .breadcrumbs = html::group(
             html::h1(html::cls("sr-only"), title),
             ui::breadcrumbs({{t("dashboards.title"), dashboard_url(report.asked)}, {title, {}}})),
         .topics = {calm_tickets}});
    keep_period(response, report.asked);
    return response;
}

http::Response export_report_csv(Call& call)
{
    guard::trace_reading(call, "dashboards.report_exported");
    const auto report = read_report(call);
    auto response = attachment(call, report, "csv");
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.body = csv_of(report);
    return response;
}

http::Response export_report_pdf(Call& call)
{
    guard::trace_reading(call, "dashboards.report_exported");
    const auto report = read_report(call);
    auto paper = paper_of(report, call.context().workspace());
    paper.from = documents::letterhead_of(call.context());
    auto response = attachment(call, report, "pdf");
    response.headers.set("Content-Type", "application/pdf");
    response.body = documents::pdf_of(paper);
    return response;
}

} // namespace dashboards
