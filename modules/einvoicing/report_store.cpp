#include "modules/einvoicing/report_store.hpp"

namespace einvoicing
{
namespace
{

constexpr db::Table<Report> report_table{"einvoicing_report"};
constexpr db::Table<ReportLine> line_table{"einvoicing_report_line"};

constexpr db::Query find_chosen{"einvoicing.reporting", R"sql(
    SELECT regime, starts_on FROM einvoicing_reporting WHERE workspace_id = :workspace
)sql"};

constexpr db::Query write_chosen{"einvoicing.choose_reporting", R"sql(
    INSERT INTO einvoicing_reporting (workspace_id, regime, starts_on)
    VALUES (:workspace, :regime, :starts_on)
    ON CONFLICT (workspace_id) DO UPDATE
       SET regime = excluded.regime, starts_on = excluded.starts_on
)sql"};

constexpr db::Query find_tax_due{"einvoicing.services_tax", R"sql(
    SELECT tax_due FROM accounting_published_tax_due WHERE workspace_id = :workspace
)sql"};

constexpr db::Query list_untold{"einvoicing.untold", R"sql(
    SELECT id, flux, day, invoice_id, source_id, number, kind, process, issued_on, buyer_country,
           buyer_vat_number, category, vat_category, currency, rate, net, tax, paid, recorded_at,
           report_id
      FROM einvoicing_report_line
     WHERE workspace_id = :workspace AND report_id IS NULL AND flux = :flux
       AND day >= :from AND day <= :until
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query find_first{"einvoicing.first_untold", R"sql(
    SELECT day FROM einvoicing_report_line
     WHERE workspace_id = :workspace AND report_id IS NULL AND flux = :flux AND day >= :from
     ORDER BY day, id LIMIT 1
)sql"};

constexpr db::Query tell_lines{"einvoicing.tell", R"sql(
    UPDATE einvoicing_report_line SET report_id = :report
     WHERE workspace_id = :workspace AND report_id IS NULL AND flux = :flux
       AND day >= :from AND day <= :until AND id <= :last
)sql"};

constexpr db::Query list_told{"einvoicing.lines_of_report", R"sql(
    SELECT id, flux, day, invoice_id, source_id, number, kind, process, issued_on, buyer_country,
           buyer_vat_number, category, vat_category, currency, rate, net, tax, paid, recorded_at,
           report_id
      FROM einvoicing_report_line
     WHERE workspace_id = :workspace AND report_id = :report
     ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query find_report{"einvoicing.report_of_period", R"sql(
    SELECT id, flux, first_day, last_day, due_on, count, net, tax, paid, reference, made_at
      FROM einvoicing_report
     WHERE workspace_id = :workspace AND flux = :flux AND first_day = :first
)sql"};

constexpr db::Query list_reports{"einvoicing.reports", R"sql(
    SELECT id, flux, first_day, last_day, due_on, count, net, tax, paid, reference, made_at
      FROM einvoicing_report WHERE workspace_id = :workspace
     ORDER BY first_day DESC, id DESC LIMIT :limit
)sql"};

} // namespace

std::optional<Reporting> ReportStore::chosen()
{
    return tx_.find<Reporting>(find_chosen);
}

void ReportStore::choose(const Reporting& reporting)
{
    tx_.execute(write_chosen, {{"regime", reporting.regime}, {"starts_on", reporting.starts_on}});
}

ServicesTax ReportStore::services_tax()
{
    const auto due = tx_.value<std::string>(find_tax_due);
    return due && *due == "on_issue" ? ServicesTax::on_issue : ServicesTax::on_payment;
}

void ReportStore::insert(const ReportLine& line)
{
    tx_.insert(line_table, line);
}

std::vector<ReportLine> ReportStore::untold(const Untold& span)
{
    return tx_.rows<ReportLine>(list_untold, {{"flux", span.flux},
                                              {"from", span.from},
                                              {"until", span.until},
                                              {"limit", report_lines_max}});
}

std::optional<base::Date> ReportStore::first_untold(Flux flux, base::Date from)
{
    return tx_.value<base::Date>(find_first, {{"flux", flux}, {"from", from}});
}

void ReportStore::tell(const Untold& span, ReportLineId last, ReportId report)
{
    tx_.execute(tell_lines, {{"flux", span.flux},
                             {"from", span.from},
                             {"until", span.until},
                             {"last", last},
                             {"report", report}});
}

std::vector<ReportLine> ReportStore::lines_of(ReportId report)
{
    return tx_.rows<ReportLine>(list_told, {{"report", report}, {"limit", report_lines_max}});
}

void ReportStore::insert(const Report& report)
{
    tx_.insert(report_table, report);
}

std::optional<Report> ReportStore::find(Flux flux, base::Date first)
{
    return tx_.find<Report>(find_report, {{"flux", flux}, {"first", first}});
}

std::vector<Report> ReportStore::reports()
{
    return tx_.rows<Report>(list_reports, {{"limit", reports_shown_max}});
}

} // namespace einvoicing
