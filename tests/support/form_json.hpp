#pragma once

#include "kernel/http/message.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// A form whose names say where a value is (« line_items[0][quantity] ») as the JSON it stands for,
/// its leaves typed as a schema of OpenAPI wants them.
namespace test_support
{

namespace json = boost::json;

inline std::vector<std::string> steps_of(std::string_view name)
{
    std::vector<std::string> steps;
    std::string step;
    for (const char c : name) {
        if (c != '[' && c != ']') {
            step += c;
            continue;
        }
        if (!step.empty()) steps.push_back(step);
        step.clear();
    }
    if (!step.empty()) steps.push_back(step);
    return steps;
}

inline json::object tree_of(const http::Fields& fields)
{
    json::object tree;
    for (const auto& [name, value] : fields.all()) {
        auto* at = &tree;
        const auto steps = steps_of(name);
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
            auto& next = (*at)[steps[i]];
            if (!next.is_object()) next.emplace_object();
            at = &next.as_object();
        }
        if (!steps.empty()) (*at)[steps.back()] = value;
    }
    return tree;
}

inline bool is_whole_number(std::string_view text)
{
    const auto digits = text.starts_with('-') ? text.substr(1) : text;
    return !digits.empty() && digits.size() < 18 &&
           std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

inline json::value typed(const json::value& value, const json::object& schema)
{
    if (const auto* const any = schema.if_contains("anyOf")) {
        for (const auto& one : any->as_array())
            if (one.at("type").as_string() != "string" || value.is_string())
                return typed(value, one.as_object());
        return value;
    }
    const auto* const type = schema.if_contains("type");
    const std::string name{type == nullptr ? "" : std::string{type->as_string()}};
    if (value.is_string()) {
        const std::string text{value.as_string()};
        if (name == "integer" && is_whole_number(text)) return std::stoll(text);
        if (name == "boolean" && (text == "true" || text == "false")) return text == "true";
        return value;
    }
    if (name == "array") {
        json::array all;
        for (const auto& [key, item] : value.as_object())
            all.push_back(typed(item, schema.at("items").as_object()));
        return all;
    }
    const auto* const properties = schema.if_contains("properties");
    json::object object;
    for (const auto& [key, item] : value.as_object()) {
        const auto* const property =
            properties == nullptr ? nullptr : properties->as_object().if_contains(key);
        object[key] = property == nullptr ? item : typed(item, property->as_object());
    }
    return object;
}

} // namespace test_support
