#pragma once

#include "modules/pricebook/pricebook.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sale_documents
{

/// The hidden field of a line that was taken from the price book: « 7205….month.list.300000.270000
/// ».
inline constexpr std::string_view origin_field = "origin";

std::string typed_origin(const pricebook::Origin& origin);
/// Nothing for what is not one: whoever types by hand remembers nothing.
std::optional<pricebook::Origin> read_origin(std::string_view text);

} // namespace sale_documents
