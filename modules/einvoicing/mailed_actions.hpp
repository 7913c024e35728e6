#pragma once

#include "kernel/mail/intake.hpp"

#include <chrono>
#include <cstdint>

namespace einvoicing
{

/// Files that come by e-mail within an hour, and what may wait to be sorted: more is asked to come
/// again later, which mail servers do for days.
inline constexpr std::int64_t mailed_max = 300;
inline constexpr std::chrono::hours mailed_within{1};
inline constexpr std::int64_t sorting_max = 1'000;

/// A message to the address of suppliers: each file is received by itself, once. One without any is
/// kept as a text and told; who wrote it is believed of nothing, and never answered.
mail::Taken take_invoice_mail(tenancy::Context& house, const mail::Arrival& arrived);

} // namespace einvoicing
