#include "kernel/audit/sealer.hpp"

#include "kernel/db/leased_ids.hpp"

#include <chrono>

namespace audit
{
namespace
{

using namespace std::chrono_literals;

constexpr auto recent = 1h;
constexpr std::int64_t heads_copied_at_once = 500;

struct Unsealed {
    Batch previous;
    std::vector<EntryFacts> entries;
};

/// The smallest id that a process could have made that long ago.
std::int64_t first_id_of(base::Instant at)
{
    using namespace std::chrono;
    const base::Instant epoch = *base::parse_iso("2026-01-01T00:00:00.000Z");
    const auto since = duration_cast<milliseconds>(at - epoch).count();
    return since <= 0 ? 0 : db::pack_id({.milliseconds = since});
}

Unsealed find_unsealed(const Chain& chain, Reach reach)
{
    const auto from = reach == Reach::Recent ? first_id_of(base::real_now() - recent) : 0;
    Unsealed found;
    chain.read([&](SealStore& store) {
        found = {store.last_batch().value_or(Batch{}), store.unsealed(from, batch_entries_max)};
    });
    return found;
}

/// False when another sealer was faster.
bool write_batch(const Chain& chain, const Unsealed& found)
{
    const auto made = sealed(chain.id(), found.previous, found.entries);
    bool is_ours = false;
    chain.write([&](SealStore& store) {
        is_ours = store.last_batch().value_or(Batch{}).hash == found.previous.hash;
        if (is_ours) store.insert(made);
    });
    return is_ours;
}

void copy_heads(const Chain& chain, const HeadFile& file)
{
    for (;;) {
        std::vector<Head> missing;
        const auto last = file.last_number(chain.id());
        chain.read(
            [&](SealStore& store) { missing = store.heads_after(last, heads_copied_at_once); });
        if (missing.empty()) return;
        file.append(chain.id(), missing);
    }
}

} // namespace

std::int64_t seal(const Chain& chain, Reach reach)
{
    std::int64_t count = 0;
    for (;;) {
        const auto found = find_unsealed(chain, reach);
        if (found.entries.empty() || !write_batch(chain, found)) return count;
        count += static_cast<std::int64_t>(found.entries.size());
    }
}

void sign_head(const Chain& chain, const secrets::SigningKey& key, const HeadFile& file)
{
    chain.write([&](SealStore& store) {
        const auto batch = store.last_batch();
        const auto last = store.last_head().value_or(Head{});
        if (!batch || batch->hash == last.hash) return;
        store.insert(signed_head(chain.id(),
                                 {.number = last.number + 1,
                                  .batch = batch->batch,
                                  .hash = batch->hash,
                                  .entries = store.sealed_count(),
                                  .signed_at = base::real_now(),
                                  .key = {},
                                  .signature = {}},
                                 key));
    });
    copy_heads(chain, file);
}

} // namespace audit
