#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"
#include "kernel/files/s3_storage.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>

/// A space outside where a copy of the books goes each month. Pure.
namespace accounting
{

using SafeMonthId = base::Id<struct SafeMonthTag>;
using SafeObjectId = base::Id<struct SafeObjectTag>;

/// draft → (a trial succeeded) active → stopped by hand.
enum class SafeState { draft, active, stopped };
BOOST_DESCRIBE_ENUM(SafeState, draft, active, stopped)

struct Safe {
    std::string address; ///< « https://s3.fr-par.example », without an end slash; empty = never set
    std::string bucket;
    std::string region;
    std::string access_name;   ///< of the key; no secret
    std::string sealed_secret; ///< base64; empty = none
    SafeState state = SafeState::draft;
    std::string last_error; ///< French, for the settings
    std::optional<base::Instant> failed_at;
    std::optional<base::Instant> verified_at;

    /// What tells one space from another.
    std::string place() const { return address + "/" + bucket; }
};
BOOST_DESCRIBE_STRUCT(Safe, (),
                      (address, bucket, region, access_name, sealed_secret, state, last_error,
                       failed_at, verified_at))

/// All of a month was there, once more when entries were added to it since.
struct SafeMonth {
    SafeMonthId id;
    std::string place;
    std::string month; ///< « 2026-10 »
    std::int64_t entries = 0;
    std::int64_t objects = 0;
    std::int64_t bytes = 0;
    base::Instant sent_at;
};
BOOST_DESCRIBE_STRUCT(SafeMonth, (), (id, place, month, entries, objects, bytes, sent_at))

/// Bytes that were seen there after they were sent.
struct SafeObject {
    SafeObjectId id;
    std::string place;
    std::string month;
    std::string name; ///< « 2026-10/ecritures-2026-10-0f3a….csv »
    std::string sha256;
    std::int64_t bytes = 0;
    std::string etag; ///< the service's own mark; may be empty
    base::Instant sent_at;
};
BOOST_DESCRIBE_STRUCT(SafeObject, (), (id, place, month, name, sha256, bytes, etag, sent_at))

/// As Amazon names them: 3 to 63 small letters, digits, points and hyphens.
bool is_bucket_name(std::string_view name);

/// « 2026-10/FACT-2026-0001-0f3a5b7c9d1e3f50.pdf »: what is no letter, digit, point, underscore or
/// hyphen of `stem` becomes one.
std::string object_name(std::string_view month, std::string_view stem, std::string_view sha256,
                        std::string_view ending);

} // namespace accounting
