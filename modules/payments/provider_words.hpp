#pragma once

#include "modules/payments/provider.hpp"

#include <string>
#include <string_view>

namespace payments
{

/// « Stripe »
std::string title_of(std::string_view provider);
/// For the settings, in French.
std::string sentence_of(const Failure& failure, std::string_view provider);

} // namespace payments
