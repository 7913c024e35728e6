#pragma once

#include <optional>
#include <string>
#include <vector>

namespace load
{

/// What a figure must not cross.
struct Bound {
    enum class Side { AtLeast, AtMost };
    Side side = Side::AtMost;
    double value = 0;

    bool holds(double figure) const
    {
        return side == Side::AtLeast ? figure >= value : figure <= value;
    }
};
inline Bound at_least(double value)
{
    return {Bound::Side::AtLeast, value};
}
inline Bound at_most(double value)
{
    return {Bound::Side::AtMost, value};
}

/// One measured thing. `ratio`, to the figure named `ratio_to` of the same run, is what the bounds
/// judge when there is one: a shared machine moves both figures alike. Without it they judge
/// `value`.
struct Figure {
    std::string name; ///< "writes.8.sqlite"
    double value = 0;
    std::string unit;
    std::optional<double> ratio{};
    std::string ratio_to{};
    std::optional<Bound> budget{};
    std::optional<Bound> target{};
};

/// One JSON object on a line of the standard output, at once.
void print(const Figure& figure);

/// Of an odd number of figures the middle one; of none, 0.
double median(std::vector<double> figures);
/// The figure that 99 of 100 do not exceed; of none, 0.
double p99(std::vector<double> figures);

} // namespace load
