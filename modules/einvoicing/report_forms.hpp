#pragma once

#include "kernel/forms/form.hpp"
#include "modules/einvoicing/reporting.hpp"

#include <boost/describe/class.hpp>

namespace einvoicing
{

struct ChooseReporting {
    VatRegime regime = VatRegime::monthly;
    base::Date starts_on;
};
BOOST_DESCRIBE_STRUCT(ChooseReporting, (), (regime, starts_on))

struct TellReport {
    Flux flux = Flux::private_sales;
};
BOOST_DESCRIBE_STRUCT(TellReport, (), (flux))

struct TellReportAgain {
    forms::Text<1, 60> reference;
};
BOOST_DESCRIBE_STRUCT(TellReportAgain, (), (reference))

} // namespace einvoicing
