#include "kernel/audit/head_file.hpp"
#include "kernel/audit/seal.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/text.hpp"
#include "modules/ledger/append_actions.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/ledger/ledger_store.hpp"
#include "modules/ledger/replay.hpp"
#include "modules/ledger/trusted_keys_store.hpp"

#include <stdexcept>

namespace ledger
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::int64_t records_at_once = 1'000;

void sign_head(tenancy::Context& context, const audit::HeadFile& file)
{
    const auto id = context.workspace().id.value;
    const auto last = context.read([](WorkspaceTransaction& tx) { return LedgerStore{tx}.last(); });
    if (!last) return;
    const auto lines = file.lines(id);
    if (!lines.empty() && lines.back().head.batch >= last->seq) return;
    const auto head = audit::signed_head(id,
                                         {.number = file.last_number(id) + 1,
                                          .batch = last->seq,
                                          .hash = last->hash,
                                          .entries = last->seq,
                                          .signed_at = base::real_now(),
                                          .key = {},
                                          .signature = {}},
                                         ledger_key());
    file.append(id, {head});
}

/// The whole chain, by the keys it names.
bool is_whole(const tenancy::Context& context, const std::set<std::string>& keys)
{
    Replay replay{context.workspace().id.value, keys};
    for (;;) {
        const auto records = context.read([&](WorkspaceTransaction& tx) {
            return LedgerStore{tx}.after(replay.last().seq, records_at_once);
        });
        for (const auto& record : records)
            if (replay.take(record)) return false;
        if (records.size() < records_at_once) return true;
    }
}

} // namespace

std::filesystem::path heads_in(const std::filesystem::path& seals)
{
    return seals / "ledger";
}

void keep_heads(db::Database& database, const std::filesystem::path& folder)
{
    const audit::HeadFile file{folder};
    for (const auto& workspace : tenancy::Platform{database}.read(auth::every_workspace)) {
        tenancy::Context context{database, workspace, tenancy::Actor::system()};
        sign_head(context, file);
    }
}

void adopt(tenancy::Context& context)
{
    auto keys = named_keys(context);
    if (keys.empty()) return;
    if (!is_whole(context, keys)) throw std::runtime_error("the ledger that came is not whole");
    keys.erase(ledger_key().public_key());
    context.write([&](WorkspaceTransaction& tx) {
        if (!keys.empty())
            note(tx, Incident::keys_accepted,
                 base::join(std::vector<std::string>{keys.begin(), keys.end()}, " "));
        note(tx, Incident::restored, "import");
    });
}

} // namespace ledger
