#include "modules/einvoicing/report_text.hpp"

#include "kernel/base/csv.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoicing/message_text.hpp"

#include <algorithm>

namespace einvoicing
{
namespace
{

using base::Cents;
using i18n::t;

constexpr const char* credit_note = "381";
constexpr const char* siren_scheme = "0002";
constexpr const char* reporting_process = "urn.cpro.gouv.fr:1p0:ereporting";

class ReportWriter
{
  public:
    explicit ReportWriter(const ReportHead& head) : head_(head) {}

    std::string write(const std::vector<ReportSum>& sums)
    {
        const bool pays = tells_payments(head_.flux);
        xml_.in("Report", [&] {
            write_document();
            xml_.in(pays ? "PaymentsReport" : "TransactionsReport", [&] {
                xml_.in("ReportPeriod", [&] {
                    xml_.text("StartDate", day_text(head_.period.first));
                    xml_.text("EndDate", day_text(head_.period.last));
                });
                for (const auto& sum : sums)
                    pays ? write_payment(sum) : write_sale(sum);
            });
        });
        return xml_.take();
    }

  private:
    void write_party(std::string_view name)
    {
        xml_.in(name, [&] {
            xml_.text("Id", head_.siren, {{"schemeId", siren_scheme}});
            xml_.text("Name", head_.business);
            xml_.text("RoleCode", "SE");
        });
    }
    void write_document()
    {
        xml_.in("ReportDocument", [&] {
            xml_.text("Id", head_.reference);
            xml_.in("IssueDateTime",
                    [&] { xml_.text("DateTimeString", moment_text(head_.made_at)); });
            xml_.text("TypeCode", "IN");
            write_party("Sender");
            write_party("Issuer");
        });
    }
    void write_sale(const ReportSum& sum)
    {
        is_foreign(head_.flux) ? write_invoice(sum) : write_day(sum);
    }
    void write_day(const ReportSum& sum)
    {
        xml_.in("Transactions", [&] {
            xml_.text("Date", day_text(sum.day));
            xml_.text("TransactionsCurrency", sum.first_line.currency);
            xml_.text("CategoryCode", code_of(sum.first_line.category));
            xml_.text("TaxExclusiveAmount", amount_text(sum.net));
            xml_.text("TaxTotal", amount_text(sum.tax));
            xml_.text("TransactionsCount", std::to_string(sum.count));
            for (const auto& rate : sum.rates)
                xml_.in("TaxSubtotal", [&] {
                    xml_.text("TaxPercent", percent_text(rate.rate));
                    xml_.text("TaxableAmount", amount_text(rate.net));
                    xml_.text("TaxTotal", amount_text(rate.tax));
                });
        });
    }
    void write_buyer(const ReportLine& line)
    {
        if (line.buyer_vat_number.empty()) return;
        xml_.in("Buyer", [&] {
            xml_.text("CompanyId", line.buyer_vat_number, {{"schemeId", "0223"}});
            xml_.text("TaxRegistrationId", line.buyer_vat_number, {{"qualifyingId", "VAT"}});
            if (!line.buyer_country.empty())
                xml_.in("PostalAddress", [&] { xml_.text("CountryId", line.buyer_country); });
        });
    }
    /// Alone, a credit note says what it takes back above zero.
    void write_invoice(const ReportSum& sum)
    {
        const auto& line = sum.first_line;
        const auto own = [&](Cents amount) { return line.kind == credit_note ? -amount : amount; };
        xml_.in("Invoice", [&] {
            xml_.text("ID", line.number);
            xml_.text("IssueDate", day_text(line.issued_on));
            xml_.text("TypeCode", line.kind);
            xml_.text("CurrencyCode", line.currency);
            xml_.in("BusinessProcess", [&] {
                xml_.text("ID", line.process);
                xml_.text("TypeID", reporting_process);
            });
            xml_.in("Seller", [&] {
                xml_.text("CompanyId", head_.siren, {{"schemeId", siren_scheme}});
                xml_.in("PostalAddress", [&] { xml_.text("CountryId", "FR"); });
            });
            write_buyer(line);
            xml_.in("MonetaryTotal", [&] {
                xml_.text("TaxExclusiveAmount", amount_text(own(sum.net)));
                xml_.text("TaxAmount", amount_text(own(sum.tax)),
                          {{"CurrencyCode", line.currency}});
            });
            for (const auto& rate : sum.rates)
                xml_.in("TaxSubTotal", [&] {
                    xml_.text("TaxableAmount", amount_text(own(rate.net)));
                    xml_.text("TaxAmount", amount_text(own(rate.tax)));
                    xml_.in("TaxCategory", [&] {
                        xml_.text("Code", rate.vat_category);
                        xml_.text("Percent", percent_text(rate.rate));
                    });
                });
        });
    }
    void write_payment(const ReportSum& sum)
    {
        const auto& line = sum.first_line;
        xml_.in(is_foreign(head_.flux) ? "Invoice" : "Transactions", [&] {
            if (is_foreign(head_.flux)) {
                xml_.text("InvoiceID", line.number);
                xml_.text("IssueDate", day_text(line.issued_on));
            }
            xml_.in("Payment", [&] {
                xml_.text("Date", day_text(sum.day));
                for (const auto& rate : sum.rates)
                    xml_.in("SubTotals", [&] {
                        xml_.text("TaxPercent", percent_text(rate.rate));
                        xml_.text("CurrencyCode", line.currency);
                        xml_.text("Amount", amount_text(rate.paid));
                    });
            });
        });
    }

    const ReportHead& head_;
    einvoice::XmlWriter xml_;
};

/// « 1234,50 », as spreadsheets set to French read it.
std::string french(std::string text)
{
    std::ranges::replace(text, '.', ',');
    return text;
}

} // namespace

std::string report_xml(const ReportHead& head, const std::vector<ReportLine>& lines)
{
    return ReportWriter{head}.write(sums_of(head.flux, head.period.first, lines));
}

std::string report_csv(const ReportHead& head, const std::vector<ReportLine>& lines)
{
    const bool pays = tells_payments(head.flux);
    std::vector<std::string> titles;
    for (const char* column :
         {"einvoicing.report.column.flux", "einvoicing.report.column.day",
          "einvoicing.report.column.number", "einvoicing.report.column.category",
          "einvoicing.report.column.currency", "einvoicing.report.column.rate",
          "einvoicing.report.column.net", "einvoicing.report.column.tax",
          "einvoicing.report.column.paid", "einvoicing.report.column.count"})
        titles.push_back(t(column));
    auto bytes = std::string{base::csv_mark} + base::csv_line(titles);
    for (const auto& sum : sums_of(head.flux, head.period.first, lines))
        for (const auto& rate : sum.rates)
            bytes += base::csv_line(
                {std::string{code_of(head.flux)}, sum.day.text(), sum.number,
                 pays ? std::string{} : std::string{code_of(sum.first_line.category)},
                 sum.first_line.currency, french(percent_text(rate.rate)),
                 pays ? std::string{} : french(amount_text(rate.net)),
                 pays ? std::string{} : french(amount_text(rate.tax)),
                 pays ? french(amount_text(rate.paid)) : std::string{}, std::to_string(sum.count)});
    return bytes;
}

} // namespace einvoicing
