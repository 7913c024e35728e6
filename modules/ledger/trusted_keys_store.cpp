#include "modules/ledger/trusted_keys_store.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/ledger/append_actions.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/ledger/ledger_store.hpp"

#include <boost/json.hpp>

namespace ledger
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::int64_t acceptances_max = 1'000;

constexpr db::Query find_keys{"ledger.keys", R"sql(
    SELECT DISTINCT key FROM ledger_event WHERE workspace_id = :workspace ORDER BY key
)sql"};

/// Public keys a note of ours says to trust, one after the other.
void add_accepted(std::set<std::string>& keys, const Record& record)
{
    boost::system::error_code error;
    const auto value = boost::json::parse(record.payload, error);
    if (error || !value.is_object()) return;
    const auto* const detail = value.get_object().if_contains("detail");
    if (detail == nullptr || !detail->is_string()) return;
    for (auto& key : base::split(std::string_view{detail->get_string()}, ' '))
        keys.insert(std::move(key));
}

} // namespace

std::set<std::string> trusted_keys(const tenancy::Context& context)
{
    const auto ours = ledger_key().public_key();
    std::set<std::string> keys{ours};
    const auto records = context.read([](WorkspaceTransaction& tx) {
        return LedgerStore{tx}.of_kind(forms::enum_name(Incident::keys_accepted), acceptances_max);
    });
    for (const auto& record : records)
        if (record.key == ours && is_signed(record) &&
            hash_of(context.workspace().id.value, record) == record.hash)
            add_accepted(keys, record);
    return keys;
}

std::set<std::string> named_keys(const tenancy::Context& context)
{
    const auto keys =
        context.read([](WorkspaceTransaction& tx) { return tx.values<std::string>(find_keys); });
    return {keys.begin(), keys.end()};
}

} // namespace ledger
