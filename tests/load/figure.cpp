#include "tests/load/figure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>

namespace load
{
namespace
{

constexpr double decimals = 1'000; // figures are printed to the thousandth

double rounded(double figure)
{
    return std::round(figure * decimals) / decimals;
}

/// The smallest figure that `share` of them do not exceed.
double quantile(std::vector<double> figures, double share)
{
    if (figures.empty()) return 0;
    const auto last = static_cast<double>(figures.size() - 1);
    const auto at = figures.begin() + static_cast<std::ptrdiff_t>(std::ceil(last * share));
    std::nth_element(figures.begin(), at, figures.end());
    return *at;
}

std::string bound_text(const char* kind, const std::optional<Bound>& bound, double judged)
{
    if (!bound) return {};
    const auto* side = bound->side == Bound::Side::AtLeast ? "at_least" : "at_most";
    return fmt::format(R"(,"{}":{{"{}":{},"held":{}}})", kind, side, bound->value,
                       bound->holds(judged));
}

} // namespace

void print(const Figure& figure)
{
    const double judged = figure.ratio.value_or(figure.value);
    auto line = fmt::format(R"({{"name":"{}","value":{},"unit":"{}")", figure.name,
                            rounded(figure.value), figure.unit);
    if (figure.ratio)
        line +=
            fmt::format(R"(,"ratio":{},"ratio_to":"{}")", rounded(*figure.ratio), figure.ratio_to);
    line += bound_text("budget", figure.budget, judged) +
            bound_text("target", figure.target, judged) + "}";
    std::cout << line << std::endl;
}

double median(std::vector<double> figures)
{
    return quantile(std::move(figures), 0.5);
}

double p99(std::vector<double> figures)
{
    return quantile(std::move(figures), 0.99);
}

} // namespace load
