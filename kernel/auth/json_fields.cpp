#include "kernel/auth/json_fields.hpp"

#include <boost/json/parse.hpp>

namespace auth
{

std::optional<boost::json::object> parse_object(std::string_view text)
{
    boost::system::error_code error;
    const auto value = boost::json::parse(text, error);
    if (error || !value.is_object()) return {};
    return value.get_object();
}

std::string text_of(const boost::json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr || !value->is_string()) return {};
    return std::string{value->get_string()};
}

std::optional<std::int64_t> number_of(const boost::json::object& object, std::string_view name)
{
    constexpr double seconds_max = 1e15;
    const auto* value = object.if_contains(name);
    if (value == nullptr) return {};
    if (value->is_int64()) return value->get_int64();
    if (!value->is_double()) return {};
    const auto seconds = value->get_double();
    if (!(seconds >= 0 && seconds <= seconds_max)) return {};
    return static_cast<std::int64_t>(seconds);
}

bool is_true(const boost::json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    if (value == nullptr) return false;
    if (value->is_bool()) return value->get_bool();
    return value->is_string() && value->get_string() == "true";
}

} // namespace auth
