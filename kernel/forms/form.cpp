#include "kernel/forms/form.hpp"

#include <boost/json/parse.hpp>

namespace forms
{
namespace
{

constexpr std::size_t json_members_max = 200;
constexpr std::size_t json_depth_max = 3;

std::optional<std::string> scalar_text(const boost::json::value& value)
{
    switch (value.kind()) {
    case boost::json::kind::string:
        return std::string{value.get_string()};
    case boost::json::kind::int64:
        return std::to_string(value.get_int64());
    case boost::json::kind::uint64:
        return std::to_string(value.get_uint64());
    case boost::json::kind::bool_:
        return value.get_bool() ? "true" : "false";
    case boost::json::kind::null:
        return "";
    default:
        return {};
    }
}

bool add_member(Typed& typed, std::string_view name, const boost::json::value& value)
{
    if (const auto* array = value.if_array()) {
        if (array->size() > repeated_values_max) return false;
        for (const auto& element : *array) {
            const auto text = scalar_text(element);
            if (!text) return false;
            typed.emplace_back(name, *text);
        }
        return true;
    }
    const auto text = scalar_text(value);
    if (!text) return false;
    typed.emplace_back(name, *text);
    return true;
}

} // namespace

void Errors::add(std::string_view field, std::string_view key, base::Params params)
{
    errors_.try_emplace(std::string{field}, FieldError{std::string{key}, std::move(params)});
}

const FieldError* Errors::find(std::string_view field) const
{
    const auto error = errors_.find(field);
    return error == errors_.end() ? nullptr : &error->second;
}

namespace detail
{

std::vector<std::string_view> every(const Typed& typed, std::string_view name)
{
    std::vector<std::string_view> values;
    for (const auto& [field, value] : typed)
        if (field == name) values.emplace_back(value);
    return values;
}

std::optional<Typed> flatten_json(std::string_view body)
{
    boost::system::error_code error;
    boost::json::parse_options options;
    options.max_depth = json_depth_max;
    const auto value = boost::json::parse(body, error, {}, options);
    if (error || !value.is_object() || value.get_object().size() > json_members_max) return {};
    Typed typed;
    for (const auto& member : value.get_object())
        if (!add_member(typed, member.key(), member.value())) return {};
    return typed;
}

} // namespace detail
} // namespace forms
