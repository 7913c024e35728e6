#pragma once

#include "tests/support/openapi.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <string>

/// What of a JSON value breaks a schema of draft 07, for those keywords that GoCardless’s use.
namespace test_support
{

class JsonSchema
{
  public:
    explicit JsonSchema(const std::string& path) : all_(read_json(path)) {}

    /// Empty: nothing.
    std::string breach(const json::value& value) const
    {
        return breach(value, all_.as_object(), "body");
    }

  private:
    std::string breach(const json::value& value, const json::object& schema,
                       const std::string& at) const
    {
        if (const auto* const reference = schema.if_contains("$ref")) {
            const std::string path{reference->as_string()};
            const auto& named = all_.at("definitions").at(path.substr(path.rfind('/') + 1));
            return breach(value, named.as_object(), at);
        }
        if (const auto* const any = schema.if_contains("anyOf")) {
            std::string found;
            for (const auto& one : any->as_array())
                if (found = breach(value, one.as_object(), at); found.empty()) return {};
            return found;
        }
        if (const auto* const choices = schema.if_contains("enum")) {
            const auto& all = choices->as_array();
            if (std::ranges::find(all, value) == all.end()) return at + " is none of its choices";
        }
        if (const auto* const type = schema.if_contains("type"))
            if (!is_of(value, *type)) return at + " is of another type";
        if (value.is_object()) return breach_of_members(value.as_object(), schema, at);
        if (const auto* const items = schema.if_contains("items"); items && value.is_array())
            for (const auto& one : value.as_array())
                if (auto found = breach(one, items->as_object(), at + "[]"); !found.empty())
                    return found;
        return {};
    }
    std::string breach_of_members(const json::object& value, const json::object& schema,
                                  const std::string& at) const
    {
        if (const auto* const required = schema.if_contains("required"))
            for (const auto& name : required->as_array())
                if (!value.contains(name.as_string()))
                    return at + "." + std::string{name.as_string()} + " is missing";
        const auto* const properties = schema.if_contains("properties");
        const auto* const others = schema.if_contains("additionalProperties");
        for (const auto& [name, member] : value) {
            const auto place = at + "." + std::string{name};
            const auto* own =
                properties == nullptr ? nullptr : properties->as_object().if_contains(name);
            if (own == nullptr) own = others;
            if (own == nullptr) continue;
            if (own->is_bool() && !own->as_bool()) return place + " is not foreseen";
            if (!own->is_object()) continue;
            if (auto found = breach(member, own->as_object(), place); !found.empty()) return found;
        }
        return {};
    }
    static bool is_of(const json::value& value, const json::value& type)
    {
        if (type.is_array())
            return std::ranges::any_of(type.as_array(),
                                       [&](const auto& one) { return is_of(value, one); });
        const auto& name = type.as_string();
        return (name == "object" && value.is_object()) || (name == "array" && value.is_array()) ||
               (name == "string" && value.is_string()) || (name == "null" && value.is_null()) ||
               (name == "boolean" && value.is_bool()) ||
               (name == "number" && (value.is_int64() || value.is_double()));
    }

    json::value all_;
};

} // namespace test_support
