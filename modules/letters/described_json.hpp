#pragma once

#include "kernel/forms/field_types.hpp"

#include <boost/describe/members.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/mp11/algorithm.hpp>

#include <stdexcept>
#include <string>
#include <vector>

/// Described structs as JSON, for what this module keeps: texts, whole numbers, enumerations, lists
/// of them, and structs of those.
namespace letters
{

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
boost::json::value json_of(const T& value)
{
    if constexpr (std::is_enum_v<T>) {
        return boost::json::value(std::string{forms::enum_name(value)});
    } else if constexpr (std::is_same_v<T, std::string>) {
        return boost::json::value(value);
    } else if constexpr (std::is_integral_v<T>) {
        return boost::json::value(static_cast<std::int64_t>(value));
    } else if constexpr (is_list<T>) {
        boost::json::array all;
        for (const auto& one : value)
            all.push_back(json_of(one));
        return all;
    } else {
        boost::json::object object;
        boost::mp11::mp_for_each<Members<T>>(
            [&](auto member) { object[member.name] = json_of(value.*member.pointer); });
        return object;
    }
}

/// Throws on a value of another shape; a missing member keeps what it has, so that what an earlier
/// release wrote is read.
template <class T>
void read_json(const boost::json::value& from, T& to)
{
    if constexpr (std::is_enum_v<T>) {
        const std::string name{from.as_string()};
        if (forms::FieldType<T>::read({name}, to)) throw std::invalid_argument{"a letter"};
    } else if constexpr (std::is_same_v<T, std::string>) {
        to = std::string{from.as_string()};
    } else if constexpr (std::is_integral_v<T>) {
        to = static_cast<T>(from.as_int64());
    } else if constexpr (is_list<T>) {
        for (const auto& one : from.as_array())
            read_json(one, to.emplace_back());
    } else {
        const auto& object = from.as_object();
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            if (const auto* value = object.if_contains(member.name))
                read_json(*value, to.*member.pointer);
        });
    }
}

} // namespace letters
