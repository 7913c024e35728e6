#include "kernel/base/clock.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/story_clock.hpp"

#include <charconv>
#include <fstream>
#include <stdexcept>

namespace base
{

namespace
{

using namespace std::chrono;
using namespace std::string_view_literals;

constexpr std::int64_t micros_per_day = 86'400'000'000;

/// What ETABLI_NOW asked for; written once before threads start.
struct TestClock {
    enum class Kind { Real, Frozen, Shifted, File };
    Kind kind = Kind::Real;
    Instant frozen{};
    microseconds shift{0};
    std::string file{};
};

TestClock& test_clock()
{
    static TestClock clock;
    return clock;
}

/// What a StoryClock of this thread says.
std::optional<Instant>& told_instant()
{
    thread_local std::optional<Instant> told;
    return told;
}

/// Exactly `text.size()` digits, or nothing.
std::optional<int> digits(std::string_view text)
{
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional{value};
}

std::optional<microseconds> unit(char letter)
{
    switch (letter) {
    case 'd':
        return days{1};
    case 'h':
        return hours{1};
    case 'm':
        return minutes{1};
    case 's':
        return seconds{1};
    default:
        return {};
    }
}

std::optional<microseconds> parse_shift(std::string_view text)
{
    constexpr std::size_t longest = 8;
    if (text.size() < 3 || text.size() > longest || (text[0] != '+' && text[0] != '-')) return {};
    const auto amount = digits(text.substr(1, text.size() - 2));
    const auto step = unit(text.back());
    if (!amount || !step) return {};
    return *step * (text[0] == '-' ? -*amount : *amount);
}

std::optional<TestClock> parse_clock(std::string_view spec)
{
    if (const auto at = parse_iso(spec))
        return TestClock{.kind = TestClock::Kind::Frozen, .frozen = *at};
    if (const auto shift = parse_shift(spec))
        return TestClock{.kind = TestClock::Kind::Shifted, .shift = *shift};
    if (spec.size() > 1 && spec[0] == '@')
        return TestClock{.kind = TestClock::Kind::File, .file = std::string{spec.substr(1)}};
    return {};
}

TestClock parse_clock_or_throw(std::string_view spec)
{
    auto clock = parse_clock(spec);
    if (!clock) throw std::invalid_argument("wrong clock: " + std::string{spec});
    return std::move(*clock);
}

TestClock read_clock_file(const std::string& path)
{
    std::ifstream file{path};
    std::string spec;
    std::getline(file, spec);
    auto clock = parse_clock_or_throw(spec);
    if (clock.kind == TestClock::Kind::File) throw std::invalid_argument("clock file in " + path);
    return clock;
}

Instant read(const TestClock& clock)
{
    switch (clock.kind) {
    case TestClock::Kind::Frozen:
        return clock.frozen;
    case TestClock::Kind::Shifted:
        return real_now() + clock.shift;
    case TestClock::Kind::File:
        return read(read_clock_file(clock.file));
    case TestClock::Kind::Real:
        break;
    }
    return real_now();
}

/// `value` in exactly `width` digits; the formats of the C library cost ten times as much.
void append_digits(std::string& to, std::int64_t value, int width)
{
    const auto from = to.size();
    to.resize(from + static_cast<std::size_t>(width));
    for (auto at = to.size(); at > from; value /= 10)
        to[--at] = static_cast<char>('0' + value % 10);
}

/// Microseconds of ".5" or ".123456"; 0 for an empty text.
std::optional<int> parse_fraction(std::string_view text)
{
    if (text.empty()) return 0;
    if (text[0] != '.' || text.size() < 2 || text.size() > 7) return {};
    auto value = digits(text.substr(1));
    for (auto i = text.size(); value && i < 7; ++i)
        *value *= 10;
    return value;
}

} // namespace

std::string Date::text() const
{
    const year_month_day date{day};
    const int years = static_cast<int>(date.year());
    std::string text;
    if (years < 0 || years > 9999)
        text = std::to_string(years);
    else
        append_digits(text, years, 4);
    text += '-';
    append_digits(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    append_digits(text, static_cast<unsigned>(date.day()), 2);
    return text;
}

std::optional<Date> Date::parse(std::string_view iso)
{
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
    const auto y = digits(iso.substr(0, 4));
    const auto m = digits(iso.substr(5, 2));
    const auto d = digits(iso.substr(8, 2));
    if (!y || !m || !d) return {};
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)},
                              std::chrono::day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return {};
    return Date{sys_days{date}};
}

Instant now()
{
    const auto& told = told_instant();
    return told ? *told : read(test_clock());
}

StoryClock::StoryClock(std::optional<Instant> at)
{
    KERNEL_ASSERT(!told_instant());
    told_instant() = at;
}

StoryClock::~StoryClock()
{
    told_instant().reset();
}

std::optional<Instant> StoryClock::told()
{
    return told_instant();
}

Instant real_now()
{
    const auto since = system_clock::now().time_since_epoch();
    return {duration_cast<microseconds>(since).count()};
}

void set_test_clock(std::string_view spec)
{
    auto clock = parse_clock_or_throw(spec);
    read(clock);
    test_clock() = std::move(clock);
}

std::string iso(Instant at)
{
    const sys_time<microseconds> point{microseconds{at.micros}};
    const auto day = floor<days>(point);
    const hh_mm_ss time{floor<milliseconds>(point - day)};
    std::string text = Date{day}.text();
    text.reserve(text.size() + "T00:00:00.000Z"sv.size());
    text += 'T';
    append_digits(text, time.hours().count(), 2);
    text += ':';
    append_digits(text, time.minutes().count(), 2);
    text += ':';
    append_digits(text, time.seconds().count(), 2);
    text += '.';
    append_digits(text, time.subseconds().count(), 3);
    text += 'Z';
    return text;
}

std::optional<Instant> parse_iso(std::string_view text)
{
    if (text.size() < 20 || text[10] != 'T' || text.back() != 'Z') return {};
    if (text[13] != ':' || text[16] != ':') return {};
    const auto date = Date::parse(text.substr(0, 10));
    const auto h = digits(text.substr(11, 2));
    const auto m = digits(text.substr(14, 2));
    const auto s = digits(text.substr(17, 2));
    const auto fraction = parse_fraction(text.substr(19, text.size() - 20));
    if (!date || !h || !m || !s || !fraction || *h > 23 || *m > 59 || *s > 59) return {};
    const std::int64_t day = date->day.time_since_epoch().count();
    const std::int64_t second = (*h * 60 + *m) * 60 + *s;
    return Instant{day * micros_per_day + second * 1'000'000 + *fraction};
}

} // namespace base
