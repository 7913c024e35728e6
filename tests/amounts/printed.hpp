#pragma once

#include "modules/billing/billing.hpp"

#include <string>
#include <string_view>

/// Documents as the oracle reads them: JSON with numbers in quotes, as they are written by hand,
/// « 12.50 ». For the programs beside it only.
namespace printed_amounts
{

std::string in_quotes(std::string_view text); ///< of what needs no escape
std::string decimal(std::int64_t scaled);     ///< of ten-thousandths
std::string amount(base::Cents cents);

/// `text` of each, as a JSON array.
template <class Items, class Text>
std::string list(const Items& items, Text text)
{
    std::string all;
    for (const auto& item : items)
        all += (all.empty() ? "" : ",") + text(item);
    return '[' + all + ']';
}

std::string text_of(const billing::Document& document);

} // namespace printed_amounts
