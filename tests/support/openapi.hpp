#pragma once

#include <boost/json.hpp>

#include <fstream>
#include <regex>
#include <sstream>
#include <string>

/// What of a JSON value breaks a schema of OpenAPI, for those keywords the descriptions use.
namespace test_support
{

namespace json = boost::json;

inline json::value read_json(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream{path}.rdbuf();
    return json::parse(text.str());
}

class Description
{
  public:
    explicit Description(const std::string& path) : all_(read_json(path)) {}

    /// Empty: nothing.
    std::string breach(const json::value& value, const std::string& schema) const
    {
        return breach(value, named(schema), schema);
    }
    bool has_operation(const std::string& path, const std::string& method) const
    {
        const auto* const found = all_.at("paths").as_object().if_contains(path);
        return found != nullptr && found->as_object().contains(method);
    }

    /// Of the body of a form or of JSON that an operation takes; nothing where it takes none.
    const json::object* request_schema(const std::string& path, const std::string& method,
                                       const std::string& type) const
    {
        if (!has_operation(path, method)) return nullptr;
        const auto& operation = all_.at("paths").at(path).at(method).as_object();
        const auto* const body = operation.if_contains("requestBody");
        return body == nullptr ? nullptr : &body->at("content").at(type).at("schema").as_object();
    }
    std::string breach(const json::value& value, const json::object& schema,
                       const std::string& at) const
    {
        const auto* const nullable = schema.if_contains("nullable");
        if (value.is_null() && nullable != nullptr && nullable->as_bool()) return {};
        if (const auto* const reference = schema.if_contains("$ref")) {
            const std::string path{reference->as_string()};
            return breach(value, named(path.substr(path.rfind('/') + 1)), at);
        }
        if (const auto* const all = schema.if_contains("allOf"))
            for (const auto& one : all->as_array())
                if (auto found = breach(value, one.as_object(), at); !found.empty()) return found;
        if (const auto* const any = schema.if_contains("anyOf")) {
            std::string found;
            for (const auto& one : any->as_array())
                if (found = breach(value, one.as_object(), at); found.empty()) return {};
            return found;
        }
        if (auto found = breach_of_type(value, schema, at); !found.empty()) return found;
        if (value.is_object()) return breach_of_object(value.as_object(), schema, at);
        if (value.is_array()) return breach_of_array(value.as_array(), schema, at);
        if (value.is_string()) return breach_of_text(std::string{value.as_string()}, schema, at);
        return {};
    }

  private:
    const json::object& named(std::string_view name) const
    {
        return all_.at("components").at("schemas").at(name).as_object();
    }
    static std::string breach_of_type(const json::value& value, const json::object& schema,
                                      const std::string& at)
    {
        const auto* const type = schema.if_contains("type");
        if (type == nullptr) return {};
        const auto& name = type->as_string();
        const bool fits =
            (name == "object" && value.is_object()) || (name == "array" && value.is_array()) ||
            (name == "string" && value.is_string()) || (name == "integer" && value.is_int64()) ||
            (name == "boolean" && value.is_bool());
        if (!fits) return at + " is no " + std::string{name};
        const auto* const most = schema.if_contains("maximum");
        if (most != nullptr && value.as_int64() > most->as_int64()) return at + " is too large";
        return {};
    }
    std::string breach_of_object(const json::object& value, const json::object& schema,
                                 const std::string& at) const
    {
        if (const auto* const required = schema.if_contains("required"))
            for (const auto& name : required->as_array())
                if (!value.contains(name.as_string()))
                    return at + "." + std::string{name.as_string()} + " is missing";
        const auto* const properties = schema.if_contains("properties");
        const auto* const others = schema.if_contains("additionalProperties");
        for (const auto& [name, member] : value) {
            if (properties != nullptr && properties->as_object().contains(name)) continue;
            if (others == nullptr) continue;
            const auto place = at + "." + std::string{name};
            if (others->is_bool() && !others->as_bool()) return place + " is not foreseen";
            if (!others->is_object()) continue;
            if (auto found = breach(member, others->as_object(), place); !found.empty())
                return found;
        }
        if (properties == nullptr) return {};
        for (const auto& [name, property] : properties->as_object()) {
            const auto* const member = value.if_contains(name);
            if (member == nullptr) continue;
            auto found = breach(*member, property.as_object(), at + "." + std::string{name});
            if (!found.empty()) return found;
        }
        return {};
    }
    std::string breach_of_array(const json::array& value, const json::object& schema,
                                const std::string& at) const
    {
        const auto* const items = schema.if_contains("items");
        if (items == nullptr) return {};
        for (const auto& one : value)
            if (auto found = breach(one, items->as_object(), at + "[]"); !found.empty())
                return found;
        return {};
    }
    static std::string breach_of_text(const std::string& value, const json::object& schema,
                                      const std::string& at)
    {
        if (const auto* const choices = schema.if_contains("enum")) {
            bool is_one = false;
            for (const auto& choice : choices->as_array())
                is_one = is_one || choice.as_string() == value;
            if (!is_one) return at + " is none of its choices: " + value;
        }
        if (const auto* const pattern = schema.if_contains("pattern"))
            if (!std::regex_search(value, std::regex{std::string{pattern->as_string()}}))
                return at + " does not match its pattern";
        if (const auto* const most = schema.if_contains("maxLength"))
            if (value.size() > static_cast<std::size_t>(most->as_int64()))
                return at + " is too long";
        const auto* const format = schema.if_contains("format");
        if (format != nullptr && format->as_string() == "date-time")
            if (!std::regex_match(
                    value, std::regex{"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z"}))
                return at + " is no date-time";
        return {};
    }

    json::value all_;
};

} // namespace test_support
