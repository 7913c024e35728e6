#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <string>

/// How the messages of the reform write figures and days. Pure.
namespace einvoicing
{

std::string amount_text(base::Cents amount); ///< "-1234.50"
std::string percent_text(base::Rate rate);   ///< "5.50"
std::string day_text(base::Date day);        ///< "20261120"
std::string moment_text(base::Instant at);   ///< of Paris: "20261120101500"

} // namespace einvoicing
