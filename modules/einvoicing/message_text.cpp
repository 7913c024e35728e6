#include "modules/einvoicing/message_text.hpp"

namespace einvoicing
{
namespace
{

constexpr std::int64_t cents_in_one = 100;
constexpr std::int64_t rate_in_hundredth = 100; ///< a Rate has four decimals, two are written

std::string two_digits(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string hundredths(std::int64_t value)
{
    const auto size = value < 0 ? -value : value;
    return (value < 0 ? "-" : "") + std::to_string(size / cents_in_one) + "." +
           two_digits(size % cents_in_one);
}

} // namespace

std::string amount_text(base::Cents amount)
{
    return hundredths(amount.value);
}

std::string percent_text(base::Rate rate)
{
    return hundredths(rate.value / rate_in_hundredth);
}

std::string day_text(base::Date day)
{
    auto text = day.text();
    std::erase(text, '-');
    return text;
}

std::string moment_text(base::Instant at)
{
    const auto wall = base::wall_time_in(at, "Europe/Paris");
    return day_text(wall.date) + two_digits(wall.hour) + two_digits(wall.minute) +
           two_digits(wall.second);
}

} // namespace einvoicing
