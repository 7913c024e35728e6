#include "kernel/i18n/format.hpp"

#include <doctest.h>

using namespace i18n;

namespace
{

constexpr const char* paris = "Europe/Paris";

base::Date day(const char* iso)
{
    return base::Date::parse(iso).value();
}

base::Instant at(const char* iso)
{
    return base::parse_iso(iso).value();
}

} // namespace

TEST_CASE("dates are written as the design says")
{
    CHECK(long_date(day("2026-11-20")) == "20 novembre 2026");
    CHECK(long_date(day("2026-05-01")) == "1er mai 2026");
    CHECK(short_date(day("2026-11-20")) == "20/11/2026");
    CHECK(weekday_and_day(day("2026-11-20")) == "ven. 20");
    CHECK(weekday(day("2026-11-22")) == "dimanche");
    CHECK(day_and_month(day("2026-08-15")) == "15 août");
    CHECK(month_and_year(day("2026-02-01")) == "février 2026");
}

TEST_CASE("a range repeats only what differs")
{
    CHECK(date_range(day("2026-11-16"), day("2026-11-21")) == "16 – 21 novembre 2026");
    CHECK(date_range(day("2026-11-28"), day("2026-12-02")) == "28 novembre – 2 décembre 2026");
    CHECK(date_range(day("2026-12-28"), day("2027-01-01")) ==
          "28 décembre 2026 – 1er janvier 2027");
    CHECK(date_range(day("2026-11-16"), day("2026-11-16")) == "16 novembre 2026");
}

TEST_CASE("weeks are those of ISO 8601")
{
    CHECK(week_number(day("2026-11-20")) == 47);
    CHECK(week_number(day("2027-01-03")) == 53);
    CHECK(week_number(day("2027-01-04")) == 1);
    CHECK(week_number(day("2024-12-30")) == 1);
}

TEST_CASE("times use the workspace's zone")
{
    CHECK(time_of_day(at("2026-11-20T08:05:00Z"), paris) == "9\u00A0h\u00A005");
    CHECK(time_of_day(at("2026-11-20T08:00:59Z"), paris) == "9\u00A0h");
    CHECK(time_of_day(at("2026-11-20T08:05:00Z"), "America/Halifax") == "4\u00A0h\u00A005");
    CHECK(date_and_time(at("2026-11-20T23:30:00Z"), paris) ==
          "21 novembre 2026 à 0\u00A0h\u00A030");
}

TEST_CASE("a moment is told relative to now within the week, then by its date")
{
    const auto now = at("2026-11-20T11:00:00Z");
    const auto told = [&](const char* iso) { return relative(at(iso), now, paris); };
    CHECK(told("2026-11-20T10:59:30Z") == "à l’instant");
    CHECK(told("2026-11-20T10:54:00Z") == "il y a 6\u00A0min");
    CHECK(told("2026-11-20T11:06:59Z") == "dans 6\u00A0min");
    CHECK(told("2026-11-20T08:20:00Z") == "9\u00A0h\u00A020");
    CHECK(told("2026-11-19T08:20:00Z") == "hier");
    CHECK(told("2026-11-21T08:20:00Z") == "demain");
    CHECK(told("2026-11-18T08:20:00Z") == "mercredi");
    CHECK(told("2026-11-14T08:20:00Z") == "samedi");
    CHECK(told("2026-11-13T08:20:00Z") == "13 novembre");
    CHECK(told("2025-11-13T08:20:00Z") == "13 novembre 2025");
}

TEST_CASE("yesterday is the zone's yesterday, even two hours ago")
{
    const auto now = at("2026-11-20T00:30:00Z");
    CHECK(relative(at("2026-11-19T22:30:00Z"), now, paris) == "hier");
    CHECK(relative(at("2026-11-19T22:30:00Z"), now, "UTC") == "hier");
    CHECK(relative(at("2026-11-19T22:30:00Z"), now, "America/Halifax") == "18\u00A0h\u00A030");
}

TEST_CASE("durations use the two largest units")
{
    using namespace std::chrono_literals;
    CHECK(duration(45s) == "45\u00A0s");
    CHECK(duration(20min) == "20\u00A0min");
    CHECK(duration(80min) == "1\u00A0h\u00A020");
    CHECK(duration(2h) == "2\u00A0h");
    CHECK(duration(76h) == "3\u00A0j\u00A04\u00A0h");
    CHECK(duration(48h) == "2\u00A0j");
    CHECK(duration(-5min) == "\u22125\u00A0min");
}

TEST_CASE("numbers have a comma, thin thousands and a real minus")
{
    CHECK(number(1452) == "1\u202F452");
    CHECK(number(-1234567) == "\u22121\u202F234\u202F567");
    CHECK(number(INT64_MIN).ends_with("808"));
    CHECK(decimal(55, 1) == "5,5");
    CHECK(decimal(-5, 2) == "\u22120,05");
    CHECK(decimal(200, 1) == "20");
    CHECK(percent(55, 1) == "5,5\u00A0%");
    CHECK(percent(20) == "20\u00A0%");
}

TEST_CASE("file sizes keep two useful digits")
{
    CHECK(file_size(1) == "1\u00A0octet");
    CHECK(file_size(999) == "999\u00A0octets");
    CHECK(file_size(1'800'000) == "1,8\u00A0Mo");
    CHECK(file_size(50'000'000) == "50\u00A0Mo");
    CHECK(file_size(340'499) == "340\u00A0ko");
    CHECK(file_size(999'999) == "1\u00A0Mo");
    CHECK(file_size(9'960'000) == "10\u00A0Mo");
    CHECK(file_size(2'000'000'000'000) == "2\u00A0To");
}

TEST_CASE("phones, SIRET and IBAN are grouped, and what is unknown is left alone")
{
    CHECK(phone("0297000000") == "02\u00A097\u00A000\u00A000\u00A000");
    CHECK(phone("+33297000000") == "+33\u00A02\u00A097\u00A000\u00A000\u00A000");
    CHECK(phone("+19025550100") == "+1\u00A0902\u00A0555\u00A00100");
    CHECK(phone("3631") == "3631");
    CHECK(siret("12345678900012") == "123\u00A0456\u00A0789\u00A000012");
    CHECK(iban("FR76 3000 4000") == "FR76\u00A03000\u00A04000");
}
