#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/refusal.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>

namespace numbering
{

/// When the counter starts at 1 again: on the first of January, or at no time.
enum class Restart { yearly, never };
BOOST_DESCRIBE_ENUM(Restart, yearly, never)

/// How numbers of a series are printed: « DEV-{YYYY}-{NNNN} ». {YYYY} and {YY} are the year, {MM}
/// the month, {N} to {NNNNNNNNN} the counter with at least as many digits; the rest stands as it
/// is.
struct NumberFormat {
    std::string format;
    Restart restart = Restart::yearly;
    friend bool operator==(const NumberFormat&, const NumberFormat&) = default;
};
BOOST_DESCRIBE_STRUCT(NumberFormat, (), (format, restart))

inline constexpr std::size_t printed_length_max = 35; ///< what an electronic invoice may carry
inline constexpr std::int64_t counter_max = 999'999'999;

/// Why nothing may be numbered so, as the key of a sentence; empty when it may. Refused: no
/// counter or two, a word between braces that is none of the above, a character that electronic
/// invoices do not carry, more than printed_length_max characters once the counter is at its
/// largest, and a counter that starts again each year without the year beside it.
std::string problem_of(const NumberFormat& format);

/// What those sentences name: the words between braces, and printed_length_max.
base::Params words_of_formats();

/// A format without a problem; 1 ≤ `counter` ≤ counter_max.
std::string printed(const NumberFormat& format, base::Date on, std::int64_t counter);

} // namespace numbering
