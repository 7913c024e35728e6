#pragma once

#include "kernel/auth/auth.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace auth
{

enum class Outcome { success, wrong_password, locked, wrong_code, second_factor };
BOOST_DESCRIBE_ENUM(Outcome, success, wrong_password, locked, wrong_code, second_factor)

struct NewSignIn {
    tenancy::PersonId person; ///< zero when nobody has the identifier
    tenancy::Side side = tenancy::Side::staff;
    Outcome outcome = Outcome::success;
};
/// One attempt, with the address and device of the transaction's origin.
void record_sign_in(tenancy::PlatformTransaction& tx, const NewSignIn& attempt);

struct SignIn {
    std::string name; ///< of the person
    tenancy::Side side = tenancy::Side::staff;
    Outcome outcome = Outcome::success;
    base::Instant attempted_at;
    std::string address;
    std::string user_agent;
};
/// Newest first, at most 50.
std::vector<SignIn> sign_ins_of(db::Transaction& tx, tenancy::PersonId person);
/// Of the members of the workspace since they are members, newest first, at most 100.
std::vector<SignIn> sign_ins(tenancy::WorkspaceTransaction& tx);

/// Failures are counted per identifier (whether somebody has it or not) and per address,
/// inside a window that restarts once it is over.
inline constexpr std::chrono::minutes failure_window{15};
inline constexpr std::int64_t failures_before_captcha = 5;
inline constexpr std::int64_t failures_before_lock = 20;
inline constexpr std::chrono::minutes lock_for{30};
/// Wrong codes of a second factor before it rests for `failure_window`.
inline constexpr std::int64_t wrong_codes_max = 5;

struct Failures {
    std::int64_t count = 0;
    base::Instant locked_until;

    bool asks_captcha() const { return count >= failures_before_captcha; }
    bool is_locked(base::Instant now) const { return now < locked_until; }
};
/// `subject` names what is counted: "account:<hash>", "address:203.0.113.9", "code:<person>".
Failures failures_of(db::Transaction& tx, std::string_view subject);
/// Counts one more; the one that reaches `lock_at` locks for `lock_time` and starts counting again.
struct FailureLimit {
    std::int64_t lock_at = failures_before_lock;
    std::chrono::minutes lock_time = lock_for;
};
Failures count_failure(tenancy::PlatformTransaction& tx, std::string_view subject,
                       const FailureLimit& limit = {});
void forgive(tenancy::PlatformTransaction& tx, std::string_view subject);

} // namespace auth
