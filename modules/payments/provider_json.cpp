#include "modules/payments/provider_json.hpp"

#include "kernel/base/text.hpp"

#include <boost/json/parse.hpp>

#include <chrono>

namespace payments::provider_json
{
namespace
{

constexpr std::size_t text_bytes_max = 2'000;
constexpr std::int64_t latest_second = 4'102'444'800; ///< 2100: beyond it is no date of ours

} // namespace

json::object object_in(std::string_view body)
{
    boost::system::error_code error;
    auto value = json::parse(body, error);
    if (error || !value.is_object()) return {};
    return std::move(value.as_object());
}

const json::object& child(const json::object& object, std::string_view name)
{
    static const json::object none;
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_object() ? value->as_object() : none;
}

const json::array& list(const json::object& object, std::string_view name)
{
    static const json::array none;
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_array() ? value->as_array() : none;
}

const json::object& first(const json::object& object, std::string_view name)
{
    static const json::object none;
    const auto& all = list(object, name);
    return !all.empty() && all.front().is_object() ? all.front().as_object() : none;
}

std::string text_in(const json::object& object, std::string_view name)
{
    const auto* const value = object.if_contains(name);
    if (value == nullptr || !value->is_string()) return {};
    const auto& text = value->as_string();
    if (text.size() > text_bytes_max) return {};
    return base::normalise({text.data(), text.size()});
}

std::string id_in(const json::object& object, std::string_view name)
{
    const auto& expanded = child(object, name);
    return expanded.empty() ? text_in(object, name) : text_in(expanded, "id");
}

std::int64_t number_in(const json::object& object, std::string_view name)
{
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? value->as_int64() : 0;
}

base::Cents cents(std::int64_t value)
{
    const base::Cents amount{value};
    return amount.value > 0 && base::is_in_range(amount) ? amount : base::Cents{};
}

base::Instant moment(std::int64_t second)
{
    if (second <= 0 || second > latest_second) return base::real_now();
    return base::Instant{} + std::chrono::seconds{second};
}

base::Instant moment_in(const json::object& object, std::string_view name)
{
    const auto at = base::parse_iso(text_in(object, name));
    return at.value_or(base::real_now());
}

} // namespace payments::provider_json
