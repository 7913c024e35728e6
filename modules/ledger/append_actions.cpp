#include "modules/ledger/append_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/secrets/installed.hpp"
#include "modules/ledger/closing.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/ledger/ledger_store.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <stdexcept>

namespace ledger
{
namespace
{

using namespace std::chrono_literals;
using tenancy::WorkspaceTransaction;

/// Clocks of two machines, and their correction, are this far apart at most.
constexpr auto clocks_apart_max = 1min;

std::string note_payload(std::string_view detail)
{
    return boost::json::serialize(boost::json::object{{"version", 1}, {"detail", detail}});
}

std::int64_t actor_of(const WorkspaceTransaction& tx)
{
    return tx.actor().membership.value;
}

/// Of this moment, never before the day of the one it follows.
Record placed(WorkspaceTransaction& tx, const Link& link, std::int64_t seq, const Record& before,
              base::Instant now)
{
    const auto today = base::date_in(now, tx.workspace().time_zone).text();
    return signed_record(tx.workspace().id.value,
                         {.seq = seq,
                          .family = std::string{link.family},
                          .kind = std::string{link.kind},
                          .day = std::max(today, before.day),
                          .at = now,
                          .actor = actor_of(tx),
                          .payload = link.payload,
                          .key = {},
                          .previous = before.hash,
                          .hash = {},
                          .signature = {}},
                         ledger_key());
}

bool has_jumped(const Record& before, base::Instant now)
{
    return now + clocks_apart_max < before.at &&
           before.kind != forms::enum_name(Incident::clock_jumped);
}

/// The last record of the chain, once nobody else adds to it.
struct End {
    std::int64_t next = 1;
    Record last;
};
End taken_end(LedgerStore& store)
{
    const auto seq = store.take_seq();
    auto last = store.by_seq(seq - 1);
    if (seq > 1 && !last) throw std::runtime_error("the ledger has lost records: verify it");
    return {.next = seq, .last = last.value_or(Record{})};
}

} // namespace

secrets::SigningKey ledger_key()
{
    struct Made {
        secrets::Key seed;
        secrets::SigningKey key;
    };
    thread_local std::optional<Made> kept; // making it costs as much as a signature
    const auto seed = secrets::installed_vault().key_for("ledger.sign");
    if (!kept || kept->seed.bytes() != seed.bytes())
        kept = Made{.seed = seed, .key = secrets::SigningKey{seed}};
    return kept->key;
}

Record add_link(WorkspaceTransaction& tx, const Link& link)
{
    LedgerStore store{tx};
    const auto now = base::now();
    auto end = taken_end(store);
    if (has_jumped(end.last, now)) {
        const Link jump{.family = journal_family,
                        .kind = forms::enum_name(Incident::clock_jumped),
                        .payload = note_payload(base::iso(end.last.at))};
        store.insert(placed(tx, jump, end.next, end.last, now));
        end = taken_end(store);
    }
    auto made = placed(tx, link, end.next, end.last, now);
    store.insert(made);
    return made;
}

void append(WorkspaceTransaction& tx, const Event& event)
{
    check(event);
    // A transfer of the 30th is found on the bank's statement of the 2nd.
    if (is_document(event.kind)) refuse_closed(tx, event.dated);

    add_link(tx, {.family = money_family,
                  .kind = forms::enum_name(event.kind),
                  .payload = payload_of(event)});
}

void refuse_closed(WorkspaceTransaction& tx, base::Date day)
{
    if (tx.workspace().is_demonstration) return;
    const auto last = LedgerStore{tx}.last_of_kind(kind_of(Period::month));
    if (!last) return;
    const auto closed = closing_from(last->payload).span;
    base::refuse_unless(
        day > closed.last, "ledger.refusal.closed",
        {{"month", i18n::month_and_year(closed.last)}, {"first", i18n::long_date(after(closed))}});
}

void note(WorkspaceTransaction& tx, Incident incident, std::string_view detail)
{
    if (!LedgerStore{tx}.last()) return;

    add_link(tx, {.family = journal_family,
                  .kind = forms::enum_name(incident),
                  .payload = note_payload(detail.substr(0, text_bytes_max))});
}

} // namespace ledger
