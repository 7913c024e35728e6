#pragma once

#include "kernel/base/clock.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string_view>

/// When a French business tells the tax office of the sales that no e-invoice tells of (CGI, art.
/// 290 and 290 A; decree 2022-1299). Pure.
namespace einvoicing
{

/// How the business declares its VAT, which says how often it reports.
enum class VatRegime {
    monthly,    ///< réel normal, each month: sales by ten days, payments by month
    quarterly,  ///< réel normal, each quarter: by month
    simplified, ///< réel simplifié: by month, told at the end of the next
    franchise   ///< franchise en base: by two months, told at the end of the next
};
BOOST_DESCRIBE_ENUM(VatRegime, monthly, quarterly, simplified, franchise)

/// The flows of XP Z12-012: one by one to businesses abroad, in sums to who is no business.
enum class Flux {
    foreign_sales,    ///< 10.1
    foreign_payments, ///< 10.2
    private_sales,    ///< 10.3
    private_payments  ///< 10.4
};
BOOST_DESCRIBE_ENUM(Flux, foreign_sales, foreign_payments, private_sales, private_payments)
inline constexpr Flux every_flux[]{Flux::private_sales, Flux::private_payments, Flux::foreign_sales,
                                   Flux::foreign_payments};
/// "10.3".
std::string_view code_of(Flux flux);
bool tells_payments(Flux flux);
bool is_foreign(Flux flux);

/// What a business chose; nothing leaves before.
struct Reporting {
    VatRegime regime = VatRegime::monthly;
    base::Date starts_on; ///< nothing of the days before is told
};
BOOST_DESCRIBE_STRUCT(Reporting, (), (regime, starts_on))

struct ReportPeriod {
    base::Date first;
    base::Date last;
    base::Date due_on; ///< the last day to tell it
    friend bool operator==(const ReportPeriod&, const ReportPeriod&) = default;
};
ReportPeriod period_of(VatRegime regime, Flux flux, base::Date day);
ReportPeriod period_after(VatRegime regime, Flux flux, const ReportPeriod& period);
/// When it leaves by itself: three days before it is due, so that payments are there, and a
/// platform that is down leaves time.
base::Date leaves_on(const ReportPeriod& period);

} // namespace einvoicing
