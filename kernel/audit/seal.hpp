#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/secrets/signature.hpp"
#include "kernel/secrets/vault.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace audit
{

/// Most entries of one batch.
inline constexpr std::int64_t batch_entries_max = 1'000;

/// What an entry says, all of it covered by its hash. `actor` is a membership, or a person on the
/// platform's own log.
struct EntryFacts {
    std::int64_t id = 0;
    base::Instant at;
    std::int64_t actor = 0;
    std::string action;
    std::string subject_kind;
    std::int64_t subject = 0;
    std::string payload_sha256;
};
BOOST_DESCRIBE_STRUCT(EntryFacts, (),
                      (id, at, actor, action, subject_kind, subject, payload_sha256))

/// An entry's place in its batch; `hash` is the entry's.
struct Seal {
    std::int64_t batch = 0;
    std::int64_t position = 0; ///< 1 to the batch's entries
    std::int64_t entry = 0;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(Seal, (), (batch, position, entry, hash))

/// Its hash covers its seals in order and the hash of the batch before.
struct Batch {
    std::int64_t batch = 0; ///< 1, 2, 3…
    base::Instant sealed_at;
    std::int64_t entries = 0;
    std::string previous; ///< empty for the first
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(Batch, (), (batch, sealed_at, entries, previous, hash))

/// The signed statement that a chain had come to that batch.
struct Head {
    std::int64_t number = 0; ///< 1, 2, 3…
    std::int64_t batch = 0;
    std::string hash;
    std::int64_t entries = 0; ///< sealed until then
    base::Instant signed_at;
    std::string key; ///< public
    std::string signature;
};
BOOST_DESCRIBE_STRUCT(Head, (), (number, batch, hash, entries, signed_at, key, signature))

/// Hexadecimal SHA-256 over every field with its length; `chain` is the workspace, zero for the
/// platform, so that no row means the same in another chain.
std::string hash_of(std::int64_t chain, const EntryFacts& entry);
std::string hash_of(std::int64_t chain, const Batch& batch, const std::vector<Seal>& seals);
/// The text a head's signature covers.
std::string text_of(std::int64_t chain, const Head& head);

/// The next batch of these entries after `previous` (batch 0 when there is none), and its seals.
struct SealedBatch {
    Batch batch;
    std::vector<Seal> seals;
};
SealedBatch sealed(std::int64_t chain, const Batch& previous,
                   const std::vector<EntryFacts>& entries);

/// What the heads of an installation are signed with.
secrets::SigningKey head_key(const secrets::Vault& vault);
Head signed_head(std::int64_t chain, Head head, const secrets::SigningKey& key);
bool is_signed(std::int64_t chain, const Head& head, const secrets::SigningKey& key);

} // namespace audit
