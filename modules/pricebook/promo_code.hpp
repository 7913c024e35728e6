#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/pricebook/item.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pricebook
{

using CodeId = base::Id<struct PricebookCodeTag>;

/// Of a workspace, those that were stopped included.
inline constexpr int codes_max = 500;
inline constexpr std::size_t code_length_max = 30; ///< code points
inline constexpr std::size_t code_reason_length_max = 200;
inline constexpr std::int64_t code_uses_max = 1'000'000;
/// 999 999,99 of the workspace's currency.
inline constexpr base::Cents code_amount_max{99'999'999};

/// What a code takes off the lines it is of.
enum class CodeEffect { percent_off, amount_off };
BOOST_DESCRIBE_ENUM(CodeEffect, percent_off, amount_off)

/// What a client says to pay less, from one day to another.
struct PromoCode {
    CodeId id;
    std::string code;                           ///< « NOËL 2026 », as it is shown
    std::string search_key;                     ///< key_of_code(code): one of its workspace
    std::optional<tenancy::ClientId> client_id; ///< only for him; none = for everybody
    CodeEffect effect = CodeEffect::percent_off;
    std::optional<base::Rate> percent; ///< above 0 %, 100 % at most; of percent_off alone
    std::optional<base::Cents> amount; ///< above 0, as prices of the document are typed; of
                                       ///< amount_off alone
    base::Date starts_on;
    std::optional<base::Date> ends_on;           ///< last day; none = until it is stopped
    std::optional<std::int64_t> uses_max;        ///< in all; none = as often as one likes
    std::optional<std::int64_t> client_uses_max; ///< of one client
    bool adds_up = false;                        ///< of lines at a special price too
    std::string reason;                          ///< for the team
    std::optional<base::Instant> stopped_at;
    tenancy::MembershipId made_by;
    base::Instant made_at;
    std::int64_t revision = 1; ///< grows with each save
};
BOOST_DESCRIBE_STRUCT(PromoCode, (),
                      (id, code, search_key, client_id, effect, percent, amount, starts_on, ends_on,
                       uses_max, client_uses_max, adds_up, reason, stopped_at, made_by, made_at,
                       revision))

/// Folded, without spaces and dashes: « Noël-2026 » is typed « noel2026 » as well.
std::string key_of_code(std::string_view typed);

/// How often a code was used so far.
struct CodeCount {
    std::int64_t uses = 0;
    std::int64_t client_uses = 0; ///< by the client who asks
};
BOOST_DESCRIBE_STRUCT(CodeCount, (), (uses, client_uses))
/// The sentence that refuses it to that client, nullptr where it holds: "pricebook.refusal.code_…"
/// unknown (of another client too), stopped, early, ended.
const char* refusal_on(const PromoCode& code, tenancy::ClientId client, base::Date day);
/// The same for how often: "…code_exhausted", "…code_used".
const char* refusal_after(const PromoCode& code, const CodeCount& count);

} // namespace pricebook
