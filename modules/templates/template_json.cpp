#include "kernel/forms/field_types.hpp"
#include "modules/templates/template.hpp"

#include <boost/describe/members.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <stdexcept>

namespace templates
{
namespace
{

namespace json = boost::json;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
json::value written(const T& value)
{
    if constexpr (std::is_enum_v<T>) {
        return json::value(std::string{forms::enum_name(value)});
    } else if constexpr (std::is_same_v<T, std::string>) {
        return json::value(value);
    } else if constexpr (std::is_integral_v<T>) {
        return json::value(static_cast<std::int64_t>(value));
    } else {
        json::object object;
        boost::mp11::mp_for_each<Members<T>>(
            [&](auto member) { object[member.name] = written(value.*member.pointer); });
        return object;
    }
}

template <class T>
void read(const json::value& from, T& to)
{
    if constexpr (std::is_enum_v<T>) {
        const std::string name{from.as_string()};
        if (forms::FieldType<T>::read({name}, to)) throw std::invalid_argument{"a template"};
    } else if constexpr (std::is_same_v<T, std::string>) {
        to = std::string{from.as_string()};
    } else if constexpr (std::is_integral_v<T>) {
        to = static_cast<T>(from.as_int64());
    } else {
        const auto& object = from.as_object();
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            // A field of a later release is missing in what an earlier one wrote.
            if (const auto* value = object.if_contains(member.name))
                read(*value, to.*member.pointer);
        });
    }
}

} // namespace

std::string frozen(const Template& of)
{
    return json::serialize(json::object{{"code", of.code},
                                        {"name", of.name},
                                        {"version", of.version},
                                        {"content", written(of.content)}});
}

Template template_from(std::string_view text)
{
    const auto all = json::parse(text).as_object();
    Template made;
    read(all.at("code"), made.code);
    read(all.at("name"), made.name);
    read(all.at("version"), made.version);
    read(all.at("content"), made.content);
    return made;
}

} // namespace templates
