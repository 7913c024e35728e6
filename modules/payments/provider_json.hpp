#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

/// What providers say in JSON. Any bytes may be read: what is missing, of another kind or too long
/// is nothing. For this module only.
namespace payments::provider_json
{

namespace json = boost::json;

json::object object_in(std::string_view body);
const json::object& child(const json::object& object, std::string_view name);
/// The first of an array of objects.
const json::object& first(const json::object& object, std::string_view name);
const json::array& list(const json::object& object, std::string_view name);
/// At most 2 000 bytes: references are compared, never cut.
std::string text_in(const json::object& object, std::string_view name);
/// An id, given bare or as the object itself.
std::string id_in(const json::object& object, std::string_view name);
std::int64_t number_in(const json::object& object, std::string_view name);
/// Of hundredths; zero for what is no amount above zero.
base::Cents cents(std::int64_t value);
/// Since 1970; now for what is no date before 2100.
base::Instant moment(std::int64_t second);
/// « 2026-01-15T10:00:00Z »; now for what is none.
base::Instant moment_in(const json::object& object, std::string_view name);

} // namespace payments::provider_json
