#pragma once

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace auth
{

/// What a provider wrote, read with suspicion: nothing instead of a value of another kind. Included
/// by .cpp files only.

/// The object that `text` is, whole; nothing for anything else.
std::optional<boost::json::object> parse_object(std::string_view text);
/// Empty when absent or not a text.
std::string text_of(const boost::json::object& object, std::string_view name);
/// Whole seconds; a fraction is dropped.
std::optional<std::int64_t> number_of(const boost::json::object& object, std::string_view name);
/// True, or the text "true", as some providers write it.
bool is_true(const boost::json::object& object, std::string_view name);

} // namespace auth
