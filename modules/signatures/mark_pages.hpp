#pragma once

#include "modules/signatures/mark.hpp"

namespace signatures
{

/// Reads what `form.command.how` says; what is missing or wrong is an error of the form.
Mark read_mark(guard::Call& call, forms::Form<Sign>& form);
Mark read_scan(guard::Call& call, forms::Form<RecordScan>& form);

} // namespace signatures
