#include "modules/einvoicing/report_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoicing/dispatch_actions.hpp"
#include "modules/einvoicing/dispatch_store.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/report_forms.hpp"
#include "modules/einvoicing/report_store.hpp"
#include "modules/einvoicing/report_views.hpp"

namespace einvoicing
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/e-reporting";
constexpr const char* first_day_of_all = "2027-09-01"; ///< for small businesses

void read(WorkspaceTransaction& tx, ReportsView& view)
{
    const auto platform = PlatformStore{tx}.find();
    view.is_on = platform.state == PlatformState::active;
    view.mode = platform.mode;
    for (const auto flux : every_flux)
        if (auto next = coming(tx, flux)) view.coming.emplace_back(flux, *std::move(next));
    view.reports = ReportStore{tx}.reports();
    DispatchStore dispatches{tx};
    for (const auto& report : view.reports)
        if (auto one = dispatches.referenced(report.reference))
            view.dispatches.emplace(report.reference, *std::move(one));
}

/// Nothing of it is there for a business of another country.
std::optional<Reporting> chosen_in(const Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) {
        if (!reports_to_france(tx)) throw base::NotFound{};
        return ReportStore{tx}.chosen();
    });
}

http::Response page(Call& call, forms::Form<ChooseReporting> form)
{
    const auto chosen = chosen_in(call);
    if (form.typed.empty()) {
        const auto starts_on = chosen ? chosen->starts_on.text() : first_day_of_all;
        form.typed = {{"starts_on", starts_on}};
        if (chosen)
            form.typed.emplace_back("regime", std::string{forms::enum_name(chosen->regime)});
    }
    ReportsView view{.is_chosen = chosen.has_value(),
                     .today = call.context().today(),
                     .fields = {form, "einvoicing.report.field"},
                     .page = html::checked_local(call.in_workspace(page_path)),
                     .guard = guard::form_guard(call)};
    call.context().read([&](WorkspaceTransaction& tx) { read(tx, view); });
    const auto title = t("einvoicing.report.title");
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{.label = t("guard.nav.settings"),
                                      .to = html::checked_local(call.in_workspace("/reglages"))},
                                     {.label = title, .to = {}}}));
    return guard::render(call,
                         guard::Page{.title = title,
                                     .body = reports_page(view),
                                     .breadcrumbs = bar,
                                     .status = form.is_valid() ? 200 : 422,
                                     .topics = {"einvoicing_reports", "einvoicing_platform"}});
}

http::Response back(Call& call, std::string_view notice)
{
    return call.redirect(call.in_workspace(page_path), notice);
}

struct File {
    ReportHead head;
    std::vector<ReportLine> lines;
    std::string sent; ///< its XML, of one that was told
};

/// What was told of that period, or would be.
File file_of(WorkspaceTransaction& tx, Flux flux, base::Date first)
{
    ReportStore store{tx};
    if (const auto report = store.find(flux, first)) {
        auto head = head_of(tx, flux, {report->first_day, report->last_day, report->due_on});
        const auto sent = DispatchStore{tx}.referenced(report->reference);
        return {.head = std::move(head),
                .lines = store.lines_of(report->id),
                .sent = sent ? sent->content : std::string{}};
    }
    auto next = coming(tx, flux);
    if (!next || next->period.first != first) throw base::NotFound{};
    return {.head = head_of(tx, flux, next->period), .lines = std::move(next->lines), .sent = {}};
}

} // namespace

http::Response show_reports(Call& call)
{
    return page(call, call.blank_form<ChooseReporting>());
}

http::Response update_reporting(Call& call)
{
    const auto form = call.form<ChooseReporting>();
    if (!form.is_valid()) return page(call, form);

    const auto& command = form.command;
    chosen_in(call);
    call.context().write([&](WorkspaceTransaction& tx) {
        choose_reporting(tx, {.regime = command.regime, .starts_on = command.starts_on});
    });
    return back(call, "einvoicing.report.saved");
}

http::Response serve_report(Call& call)
{
    chosen_in(call);
    Flux flux{};
    const auto first = base::Date::parse(call.query("debut"));
    if (!first || forms::FieldType<Flux>::read({call.query("flux")}, flux))
        return call.redirect(call.in_workspace(page_path));
    guard::trace_reading(call, "einvoicing.report_exported");
    const auto file =
        call.context().read([&](WorkspaceTransaction& tx) { return file_of(tx, flux, *first); });
    const bool is_csv = call.query("format") == "csv";
    auto bytes = is_csv              ? report_csv(file.head, file.lines)
                 : file.sent.empty() ? report_xml(file.head, file.lines)
                                     : file.sent;
    auto response = http::Response::text(std::move(bytes));
    response.headers.set("Content-Type", is_csv ? "text/csv; charset=utf-8" : "application/xml");
    response.headers.set("Content-Disposition", "attachment; filename=\"" + file.head.reference +
                                                    (is_csv ? ".csv\"" : ".xml\""));
    response.headers.set("Cache-Control", "no-store");
    return response;
}

http::Response create_report(Call& call)
{
    chosen_in(call);
    const auto form = call.form<TellReport>();
    base::refuse_unless(form.is_valid(), "einvoicing.refusal.nothing_to_tell");
    call.context().write([&](WorkspaceTransaction& tx) { tell_now(tx, form.command.flux); });
    return back(call, "einvoicing.report.telling");
}

http::Response create_report_again(Call& call)
{
    chosen_in(call);
    const auto form = call.form<TellReportAgain>();
    base::refuse_unless(form.is_valid(), "einvoicing.refusal.not_to_send");
    call.context().write([&](WorkspaceTransaction& tx) {
        const auto one = DispatchStore{tx}.referenced(form.command.reference.value);
        if (!one || one->kind != DispatchKind::report) throw base::NotFound{};
        dispatch_again(tx, one->id);
    });
    return back(call, "einvoicing.report.telling");
}

} // namespace einvoicing
