#include "modules/accounting/safe_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/secrets/installed.hpp"
#include "modules/accounting/events.hpp"
#include "modules/accounting/safe_jobs.hpp"

#include <stdexcept>

namespace accounting
{
namespace
{

using tenancy::WorkspaceTransaction;

secrets::Place place_of(const std::string& workspace)
{
    return {.table = "accounting_safe", .column = "sealed_secret", .row = workspace};
}

void tell(WorkspaceTransaction& tx, std::string_view action, std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = std::move(changes)});
    events::touch(tx, "accounting_safe");
}

void save(WorkspaceTransaction& tx, const Safe& safe, std::string_view action)
{
    SafeStore{tx}.save(safe);
    tell(tx, action, {{"address", "", safe.place()}});
}

void enqueue_copies(WorkspaceTransaction& tx)
{
    jobs::enqueue(tx, {.kind = copy_job, .payload = {}, .dedupe = "safe"});
}

} // namespace

void save_safe(WorkspaceTransaction& tx, const SafeChange& change)
{
    const auto kept = SafeStore{tx}.find();
    Safe safe{.address = change.address,
              .bucket = change.bucket,
              .region = change.region,
              .access_name = change.access_name,
              .sealed_secret = kept.sealed_secret,
              .last_error = {},
              .failed_at = {},
              .verified_at = {}};
    if (!change.secret.empty())
        safe.sealed_secret = base::base64(
            secrets::installed_vault().seal(change.secret, place_of(tx.workspace().id.text())));
    save(tx, safe, "accounting.safe_saved");
}

void note_trial(WorkspaceTransaction& tx, const Safe& tried,
                const std::optional<SafeFailure>& failure)
{
    auto safe = SafeStore{tx}.find();
    if (safe.sealed_secret != tried.sealed_secret || safe.place() != tried.place()) return;
    safe.last_error = failure ? sentence_of(*failure) : std::string{};
    if (failure) return save(tx, safe, "accounting.safe_refused");
    if (safe.failed_at) events::publish(tx, SafeRecovered{});
    safe.failed_at.reset();
    safe.verified_at = base::now();
    safe.state = SafeState::active;
    save(tx, safe, "accounting.safe_on");
    enqueue_copies(tx);
}

void stop_safe(WorkspaceTransaction& tx)
{
    auto safe = SafeStore{tx}.find();
    if (safe.state != SafeState::active) return;
    safe.state = SafeState::stopped;
    safe.last_error.clear();
    safe.failed_at.reset();
    save(tx, safe, "accounting.safe_off");
    events::publish(tx, SafeRecovered{});
}

void send_copies_now(WorkspaceTransaction& tx)
{
    base::refuse_unless(SafeStore{tx}.find().state == SafeState::active,
                        "accounting.refusal.safe_off");
    enqueue_copies(tx);
}

void note_kept(WorkspaceTransaction& tx, SafeObject object)
{
    SafeStore store{tx};
    if (store.has(object.place, object.name)) return;
    object.id = tx.make_id<SafeObjectId>();
    object.sent_at = base::now();
    store.insert(object);
}

void note_month(WorkspaceTransaction& tx, SafeMonth month)
{
    SafeStore store{tx};
    month.id = tx.make_id<SafeMonthId>();
    month.sent_at = base::now();
    store.insert(month);
    auto safe = store.find();
    if (safe.failed_at) {
        safe.failed_at.reset();
        safe.last_error.clear();
        store.save(safe);
        events::publish(tx, SafeRecovered{});
    }
    tell(tx, "accounting.safe_sent",
         {{"month", "", month.month}, {"objects", "", std::to_string(month.objects)}});
}

void note_failure(WorkspaceTransaction& tx, const std::string& why)
{
    SafeStore store{tx};
    auto safe = store.find();
    safe.last_error = why;
    safe.failed_at = base::now();
    store.save(safe);
    tell(tx, "accounting.safe_failed", {{"cause", "", why}});
    events::publish(tx, SafeFailed{.why = why});
}

SafeClient client_of(const Safe& safe, tenancy::WorkspaceId workspace)
{
    const auto sealed = base::unbase64(safe.sealed_secret);
    auto secret = sealed ? secrets::installed_vault().open(*sealed, place_of(workspace.text()))
                         : std::optional<std::string>{};
    if (!secret) throw std::runtime_error{"the secret of the safe does not open"};
    return SafeClient{safe, std::move(*secret)};
}

} // namespace accounting
