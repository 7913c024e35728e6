#include "kernel/audit/verify.hpp"

#include "kernel/audit/payload.hpp"
#include "kernel/db/leased_ids.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <tuple>

namespace audit
{
namespace
{

using namespace std::chrono_literals;

constexpr std::int64_t batches_at_once = 20;
constexpr std::int64_t rows_at_once = 1'000;
constexpr std::int64_t orphans_max = 100;
/// Every entry is sealed within the hour (Reach::Everything); one that is much older than a batch
/// it is not in, though older ids are, was not there when that batch was sealed.
constexpr auto sealed_within = 2h;

base::Instant made_at(std::int64_t id)
{
    const base::Instant epoch = *base::parse_iso("2026-01-01T00:00:00.000Z");
    return epoch + std::chrono::milliseconds{db::unpack_id(id).milliseconds};
}

class Verification
{
  public:
    Verification(const Chain& chain, const secrets::SigningKey& key, const HeadFile& file)
        : chain_(chain), key_(key), file_(file)
    {
    }

    Verdict run()
    {
        const auto lines = file_.lines(chain_.id()); // before the heads: each was one first
        check_batches();
        check_unsealed();
        check_orphans();
        check_heads();
        check_file(lines);
        return std::move(verdict_);
    }

  private:
    void find(Wrong what, std::int64_t id)
    {
        ++verdict_.finding_count;
        if (verdict_.findings.size() < findings_max) verdict_.findings.push_back({what, id});
    }

    void check_batches()
    {
        for (;;) {
            std::vector<Batch> batches;
            std::vector<SealedEntry> seals;
            chain_.read([&](SealStore& store) {
                batches = store.batches_after(previous_.batch, batches_at_once);
                if (!batches.empty())
                    seals = store.sealed_in(batches.front().batch, batches.back().batch);
            });
            if (batches.empty()) return;
            auto from = seals.begin();
            for (const auto& batch : batches) {
                from = std::find_if(from, seals.end(),
                                    [&](const auto& seal) { return seal.batch >= batch.batch; });
                const auto to = std::find_if(
                    from, seals.end(), [&](const auto& seal) { return seal.batch != batch.batch; });
                check_batch(batch, {from, to});
                from = to;
            }
        }
    }

    void check_batch(const Batch& batch, const std::vector<SealedEntry>& entries)
    {
        if (batch.batch != previous_.batch + 1) find(Wrong::batch_missing, previous_.batch + 1);
        if (batch.previous != previous_.hash) find(Wrong::chain_broken, batch.batch);
        const std::vector<Seal> seals{entries.begin(), entries.end()};
        const bool is_counted = batch.entries == static_cast<std::int64_t>(seals.size());
        if (!is_counted || hash_of(chain_.id(), batch, seals) != batch.hash)
            find(Wrong::batch_changed, batch.batch);
        auto highest = highest_;
        for (const auto& entry : entries) {
            check_sealed(entry);
            highest = std::max(highest, entry.entry);
        }
        highest_ = highest;
        verdict_.sealed += static_cast<std::int64_t>(entries.size());
        previous_ = batch;
    }

    void check_sealed(const SealedEntry& entry)
    {
        if (!entry.is_present) {
            find(Wrong::entry_missing, entry.entry);
            return;
        }
        if (hash_of(chain_.id(), entry.facts) != entry.hash)
            find(Wrong::entry_changed, entry.entry);
        check_payload(entry);
        check_late(entry.entry);
    }

    /// An erased payload is no finding.
    template <class Entry>
    void check_payload(const Entry& entry)
    {
        if (entry.has_payload &&
            payload_hash(entry.salt, entry.payload) != entry.facts.payload_sha256)
            find(Wrong::payload_changed, entry.facts.id);
    }

    void check_late(std::int64_t id)
    {
        if (id < highest_ && made_at(id) + sealed_within < previous_.sealed_at)
            find(Wrong::entry_inserted, id);
    }

    void check_unsealed()
    {
        std::int64_t last = -1;
        for (;;) {
            std::vector<UnsealedEntry> entries;
            chain_.read(
                [&](SealStore& store) { entries = store.unsealed_after(last, rows_at_once); });
            for (const auto& entry : entries) {
                check_payload(entry);
                check_late(entry.facts.id);
                const auto at = made_at(entry.facts.id);
                if (!verdict_.oldest_unsealed || at < *verdict_.oldest_unsealed)
                    verdict_.oldest_unsealed = at;
            }
            if (entries.empty()) return;
            last = entries.back().facts.id;
            verdict_.unsealed += static_cast<std::int64_t>(entries.size());
        }
    }

    void check_orphans()
    {
        chain_.read([&](SealStore& store) {
            for (const auto entry : store.seals_without_batch(orphans_max))
                find(Wrong::seal_moved, entry);
            for (const auto id : store.payloads_without_entry(orphans_max))
                find(Wrong::payload_moved, id);
        });
    }

    void check_heads()
    {
        std::int64_t last = 0;
        for (;;) {
            std::vector<CheckedHead> heads;
            chain_.read(
                [&](SealStore& store) { heads = store.checked_heads_after(last, rows_at_once); });
            if (heads.empty()) return;
            for (const auto& head : heads) {
                if (head.number != last + 1) find(Wrong::head_missing, last + 1);
                check_head(head);
                last = head.number;
            }
        }
    }

    void check_head(const CheckedHead& head)
    {
        ++verdict_.heads;
        signatures_[head.number] = head.signature;
        if (!is_signed(chain_.id(), head, key_))
            find(Wrong::head_forged, head.number);
        else if (head.batch_hash.empty())
            find(Wrong::batch_missing, head.batch);
        else if (head.batch_hash != head.hash)
            find(Wrong::head_mismatch, head.batch);
    }

    /// Heads not copied yet are no finding; a line without its head is.
    void check_file(const std::vector<HeadFile::Line>& lines)
    {
        std::int64_t expected = 1;
        for (const auto& line : lines) {
            const auto& head = line.head;
            if (!line.is_readable || !is_signed(chain_.id(), head, key_) || head.number != expected)
                find(Wrong::file_changed, expected);
            else if (const auto known = signatures_.find(head.number); known == signatures_.end())
                find(Wrong::head_missing, head.number);
            else if (known->second != head.signature)
                find(Wrong::head_mismatch, head.batch);
            ++expected;
        }
    }

    const Chain& chain_;
    const secrets::SigningKey& key_;
    const HeadFile& file_;
    Verdict verdict_;
    Batch previous_;
    std::int64_t highest_ = 0;                       ///< id sealed in the batches before this one
    std::map<std::int64_t, std::string> signatures_; ///< of the heads, by number
};

} // namespace

Verdict verify(const Chain& chain, const secrets::SigningKey& key, const HeadFile& file)
{
    return Verification{chain, key, file}.run();
}

} // namespace audit
