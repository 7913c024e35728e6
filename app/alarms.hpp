#pragma once

#include "kernel/tenancy/context.hpp"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace app
{

/// What the operator is woken for.
enum class Alarm { errors, slowness, jobs, mail, disk, backup };
BOOST_DESCRIBE_ENUM(Alarm, errors, slowness, jobs, mail, disk, backup)

inline constexpr std::int64_t errors_a_minute_max = 10;
/// Answers over 2.5 s, of 100; asked only of twenty answers or more.
inline constexpr std::int64_t slow_percent_max = 5;
inline constexpr std::int64_t answers_judged_min = 20;
inline constexpr std::int64_t failed_jobs_max = 0; ///< in the last hour
inline constexpr std::int64_t stuck_mail_max = 0;  ///< waiting for over an hour
inline constexpr std::int64_t free_bytes_min = 1024LL * 1024 * 1024;

/// The installation as one minute showed it.
struct Reading {
    std::int64_t errors = 0;
    std::int64_t answers = 0;
    std::int64_t slow_answers = 0;
    std::int64_t failed_jobs = 0;
    std::int64_t stuck_mail = 0;
    std::int64_t free_bytes = 0;
    bool is_backup_late = false;
};
std::vector<Alarm> alarms_of(const Reading& reading);

/// Those of `now` that did not stand a minute ago: each is said in the log, whoever is written to.
std::vector<Alarm> begun(const std::vector<Alarm>& standing, const std::vector<Alarm>& now);

/// One mail an alarm to `email`, not again within six hours; nothing for an empty address. Returns
/// those told now.
std::vector<Alarm> tell_operator(tenancy::PlatformTransaction& tx, const std::string& email,
                                 const std::vector<Alarm>& alarms, const Reading& reading);

} // namespace app
