#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/secrets/signature.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <string_view>

/// One link of the chain. Pure.
namespace ledger
{

/// What sort of facts a link holds: money, a closing, or the journal of the system.
inline constexpr std::string_view money_family = "money";
inline constexpr std::string_view closing_family = "closing";
inline constexpr std::string_view journal_family = "journal";

/// A row of `ledger_event`. `hash` covers the workspace and every other column but the signature,
/// the hash of the record before among them; the signature covers the hash. Texts as the database
/// holds them: a row somebody altered must still be readable.
struct Record {
    std::int64_t seq = 0; ///< 1, 2, 3… without a hole
    std::string family;
    std::string kind;
    std::string day; ///< ISO 8601: when it was recorded, in the zone of the workspace; never falls
    base::Instant at;
    std::int64_t actor = 0; ///< membership; 0 = the system
    std::string payload;
    std::string key;      ///< public, 64 hexadecimal digits
    std::string previous; ///< hash of the record before; empty for the first
    std::string hash;
    std::string signature;
};
BOOST_DESCRIBE_STRUCT(Record, (),
                      (seq, family, kind, day, at, actor, payload, key, previous, hash, signature))

/// Hexadecimal SHA-256 over every field with its length.
std::string hash_of(std::int64_t workspace, const Record& record);
/// With key, hash and signature.
Record signed_record(std::int64_t workspace, Record record, const secrets::SigningKey& key);
/// By the key the record names; whether to trust that key is another question.
bool is_signed(const Record& record);

} // namespace ledger
