#pragma once

#include "kernel/base/clock.hpp"

#include <cstdint>
#include <string>
#include <string_view>

/// How French pages write dates, figures and codes (design §8). Pure: « now » and the zone are
/// given. Spaces inside a figure are no-break ones.
namespace i18n
{

/// "20 novembre 2026", "1er mai 2026".
std::string long_date(base::Date date);
/// "20 novembre".
std::string day_and_month(base::Date date);
/// "20/11/2026", for tables.
std::string short_date(base::Date date);
/// "vendredi".
std::string weekday(base::Date date);
/// "ven. 20".
std::string weekday_and_day(base::Date date);
/// "novembre 2026".
std::string month_and_year(base::Date date);
/// "16 – 21 novembre 2026", "28 novembre – 2 décembre 2026"; one day alone is long_date.
std::string date_range(base::Date first, base::Date last);
/// ISO 8601 week, 1 to 53; weeks start on Monday.
int week_number(base::Date date);

/// "9 h 05", "9 h".
std::string time_of_day(base::Instant at, std::string_view zone);
/// "20 novembre 2026 à 9 h 05".
std::string date_and_time(base::Instant at, std::string_view zone);
/// How long ago or ahead, as one would say it at `now`: « à l’instant », « il y a 6 min » within
/// the hour, « 9 h 05 » the same day, « hier », « demain », « mercredi » within the week, then « 12
/// novembre », with its year when it is another. Days are those of `zone`.
std::string relative(base::Instant at, base::Instant now, std::string_view zone);
/// "45 s", "20 min", "1 h 20", "2 h", "3 j 4 h". Negative ones get a minus sign.
std::string duration(std::chrono::seconds length);

/// "1 452", with a real minus sign.
std::string number(std::int64_t value);
/// A decimal held as an integer of 10^-decimals, without useless zeros: (55, 1) is "5,5"; decimals
/// from 0 to 9.
std::string decimal(std::int64_t scaled, int decimals);
/// decimal() followed by " %".
std::string percent(std::int64_t scaled, int decimals = 0);
/// "512 octets", "340 ko", "1,8 Mo", "50 Mo": powers of 1 000.
std::string file_size(std::int64_t bytes);

/// "02 97 00 00 00", "+33 2 97 00 00 00", "+1 902 555 0100"; what is neither comes back unchanged.
std::string phone(std::string_view digits);
/// "732 829 320 00074".
std::string siret(std::string_view digits);
/// By four: "FR76 3000 …".
std::string iban(std::string_view text);

} // namespace i18n
