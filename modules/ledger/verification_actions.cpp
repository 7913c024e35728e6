#include "kernel/audit/head_file.hpp"
#include "kernel/audit/seal.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/log/log.hpp"
#include "modules/ledger/append_actions.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/ledger/ledger_store.hpp"
#include "modules/ledger/replay.hpp"
#include "modules/ledger/trusted_keys_store.hpp"

#include <algorithm>
#include <map>

namespace ledger
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::int64_t records_at_once = 1'000;
/// What the file outside says of records, by their place.
class KeptHeads
{
  public:
    KeptHeads(std::int64_t workspace, const std::filesystem::path& folder)
    {
        if (folder.empty()) return;
        std::int64_t expected = 1;
        for (const auto& line : audit::HeadFile{folder}.lines(workspace)) {
            const auto& head = line.head;
            if (!line.is_readable || head.number != expected++ ||
                !audit::is_signed(workspace, head, ledger_key()))
                is_damaged_ = true;
            else
                hashes_[head.batch] = head.hash;
        }
    }
    bool is_damaged() const { return is_damaged_; }
    bool contradicts(const Record& record) const
    {
        const auto found = hashes_.find(record.seq);
        return found != hashes_.end() && found->second != record.hash;
    }
    std::int64_t last_seq() const { return hashes_.empty() ? 0 : hashes_.rbegin()->first; }

  private:
    std::map<std::int64_t, std::string> hashes_;
    bool is_damaged_ = false;
};

std::optional<Broken> replayed(const tenancy::Context& context, const KeptHeads& heads,
                               Replay& replay)
{
    for (;;) {
        const auto records = context.read([&](WorkspaceTransaction& tx) {
            return LedgerStore{tx}.after(replay.last().seq, records_at_once);
        });
        for (const auto& record : records) {
            if (auto broken = replay.take(record)) return broken;
            if (heads.contradicts(record))
                return Broken{.seq = record.seq, .what = Wrong::head_mismatch};
        }
        if (records.size() < records_at_once) return {};
    }
}

/// What only the end of the chain shows.
std::optional<Broken> end_fault(const tenancy::Context& context, const KeptHeads& heads,
                                std::int64_t last)
{
    std::optional<std::int64_t> counter;
    std::int64_t now_last = 0; // others may have added to it meanwhile
    context.read([&](WorkspaceTransaction& tx) {
        LedgerStore store{tx};
        counter = store.counter();
        const auto record = store.last();
        now_last = record ? record->seq : 0;
    });
    if (counter && *counter > now_last) return Broken{.seq = now_last + 1, .what = Wrong::missing};
    if (counter && *counter < now_last)
        return Broken{.seq = *counter + 1, .what = Wrong::counter_wrong};
    if (heads.last_seq() > std::max(last, now_last))
        return Broken{.seq = now_last + 1, .what = Wrong::missing};
    if (heads.is_damaged()) return Broken{.seq = last, .what = Wrong::head_damaged};
    return {};
}

/// A chain that lost its end takes no record either: the log of the program has it then.
void note_failure(tenancy::Context& context, const Check& check)
{
    try {
        context.write([&](WorkspaceTransaction& tx) {
            note(tx, Incident::integrity_failed,
                 std::to_string(check.broken_seq) + " " + check.wrong);
        });
    } catch (const std::exception& cause) {
        logs::error("ledger.not_noted", {{"cause", cause.what()}});
    }
}

} // namespace

Verdict verify(const tenancy::Context& context, const std::filesystem::path& heads)
{
    const KeptHeads kept{context.workspace().id.value, heads}; // first: each was a record before
    Replay replay{context.workspace().id.value, trusted_keys(context)};
    auto broken = replayed(context, kept, replay);
    const auto last = replay.last().seq;
    if (!broken) broken = end_fault(context, kept, last);
    return {.checked = last, .broken = broken};
}

Verdict verify_and_record(tenancy::Context& context, const std::filesystem::path& heads)
{
    const auto verdict = verify(context, heads);
    const Check check{
        .at = base::now(),
        .checked = verdict.checked,
        .broken_seq = verdict.broken ? verdict.broken->seq : 0,
        .wrong = std::string{verdict.broken ? forms::enum_name(verdict.broken->what) : ""}};
    const auto before = context.write([&](WorkspaceTransaction& tx) {
        LedgerStore store{tx};
        auto last = store.last_check().value_or(Check{});
        store.write_check(check);
        return last;
    });
    const bool is_told = before.broken_seq == check.broken_seq && before.wrong == check.wrong;
    if (verdict.broken && !is_told) note_failure(context, check);
    return verdict;
}

} // namespace ledger
