#pragma once

#include "kernel/audit/seal.hpp"
#include "kernel/db/transaction.hpp"

#include <optional>
#include <vector>

namespace audit
{

/// A seal beside what it seals, as they are now.
struct SealedEntry : Seal {
    bool is_present = false; ///< the entry is there
    EntryFacts facts;
    bool has_payload = false; ///< not erased
    std::string salt;
    std::string payload;
};

struct UnsealedEntry {
    EntryFacts facts;
    bool has_payload = false;
    std::string salt;
    std::string payload;
};

/// A head beside the hash its batch has now; empty when the batch is gone.
struct CheckedHead : Head {
    std::string batch_hash;
};
BOOST_DESCRIBE_STRUCT(CheckedHead, (Head), (batch_hash))

/// The log of a transaction: its workspace's entries and seals, or the platform's own.
class SealStore
{
  public:
    explicit SealStore(db::Transaction& tx) : tx_(tx) {}

    /// Entries from that id on without a seal, by id.
    std::vector<EntryFacts> unsealed(std::int64_t from, std::int64_t limit);
    void insert(const SealedBatch& sealed);
    std::optional<Batch> last_batch();
    std::int64_t sealed_count();
    std::optional<Head> last_head();
    void insert(const Head& head);
    std::vector<Head> heads_after(std::int64_t number, std::int64_t limit);

    std::vector<Batch> batches_after(std::int64_t batch, std::int64_t limit);
    std::vector<SealedEntry> sealed_in(std::int64_t first_batch, std::int64_t last_batch);
    /// Of the entries that have no seal, after that id.
    std::vector<UnsealedEntry> unsealed_after(std::int64_t id, std::int64_t limit);
    /// Entries named by a seal whose batch does not exist.
    std::vector<std::int64_t> seals_without_batch(std::int64_t limit);
    /// Ids of payloads whose entry does not exist.
    std::vector<std::int64_t> payloads_without_entry(std::int64_t limit);
    std::vector<CheckedHead> checked_heads_after(std::int64_t number, std::int64_t limit);

  private:
    bool is_platform() const;
    db::Binds bound(db::Binds binds) const;

    db::Transaction& tx_;
};

} // namespace audit
