#pragma once

#include "app/demonstration/year.hpp"
#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <string>

namespace demonstration
{

/// What a supplier handed over for it: a PDF of one page.
std::string receipt_pdf(const Purchase& purchase, const expenses::Expense& expense,
                        base::Currency currency);

} // namespace demonstration
