#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/base/money.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace expenses
{

using ExpenseTypeId = base::Id<struct ExpenseTypeTag>;

inline constexpr int types_max = 100;
inline constexpr std::size_t type_name_length_max = 60; ///< code points

/// What money was spent on.
struct ExpenseType {
    ExpenseTypeId id; ///< zero: as everybody has it
    std::string code; ///< "fuel"; of one that was added: "t" and its id
    std::string name; ///< « Carburant »
    base::Rate deductible = base::hundred_percent; ///< 0 to 100 %
    std::optional<base::Instant> retired_at;       ///< proposed no more, stays where it is
};
BOOST_DESCRIBE_STRUCT(ExpenseType, (), (id, code, name, deductible, retired_at))

/// The type of a trip by the kilometre.
inline constexpr const char* travel_type = "travel";

/// The types of every business, in order, without their names: "equipment", "materials"…
const std::vector<std::string_view>& built_in_types();

} // namespace expenses
