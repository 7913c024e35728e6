#pragma once

#include "modules/crm/crm.hpp"

namespace expenses
{

/// Expenses follow their client when two records are made one.
crm::ClientRows expense_rows();

} // namespace expenses
