#include "modules/einvoicing/platform_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/secrets/vault.hpp"
#include "modules/einvoicing/dispatch_actions.hpp"
#include "modules/einvoicing/platform_jobs.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/transmission_actions.hpp"
#include "modules/einvoicing/transmission_jobs.hpp"

#include <stdexcept>

namespace einvoicing
{
namespace
{

using tenancy::WorkspaceTransaction;

secrets::Place place_of(const std::string& workspace)
{
    return {.table = "einvoicing_platform", .column = "sealed_secret", .row = workspace};
}

void save(WorkspaceTransaction& tx, const Platform& platform, std::string_view action)
{
    PlatformStore{tx}.save(platform);
    audit::append(tx, {.action = action,
                       .subject_kind = "einvoicing_platform",
                       .subject = tx.workspace().id.value,
                       .changes = {{"address", "", platform.address},
                                   {"mode", "", std::string{forms::enum_name(platform.mode)}},
                                   {"state", "", std::string{forms::enum_name(platform.state)}}}});
    events::touch(tx, "einvoicing_platform");
}

} // namespace

void save_platform(WorkspaceTransaction& tx, const secrets::Vault& vault,
                   const PlatformChange& change)
{
    const auto kept = PlatformStore{tx}.find();
    const bool is_same = kept.address == change.address;
    Platform platform{.address = change.address,
                      .token_address = change.token_address,
                      .client = change.client,
                      .sealed_secret = is_same ? kept.sealed_secret : std::string{},
                      .mode = change.mode,
                      .last_error = {},
                      .verified_at = {},
                      .seen_until = is_same ? kept.seen_until : std::string{},
                      .statuses_until = is_same ? kept.statuses_until : std::string{},
                      .asked_at = kept.asked_at};
    if (!change.secret.empty())
        platform.sealed_secret =
            base::base64(vault.seal(change.secret, place_of(tx.workspace().id.text())));
    save(tx, platform, "einvoicing.platform_saved");
}

void try_platform(WorkspaceTransaction& tx)
{
    const auto platform = PlatformStore{tx}.find();
    base::refuse_unless(!platform.address.empty(), "einvoicing.refusal.no_platform");
    jobs::enqueue(tx, {.kind = trial_job, .payload = {}, .dedupe = "trial"});
}

void switch_on(WorkspaceTransaction& tx)
{
    auto platform = PlatformStore{tx}.find();
    base::refuse_unless(platform.verified_at.has_value(), "einvoicing.refusal.not_tried");
    platform.state = PlatformState::active;
    save(tx, platform, "einvoicing.platform_on");
    jobs::enqueue(tx, {.kind = fetching_job, .payload = {}, .dedupe = "fetch"});
    jobs::enqueue(tx, {.kind = following_job, .payload = {}, .dedupe = "follow"});
    send_waiting(tx);
    send_waiting_dispatches(tx);
}

void switch_off(WorkspaceTransaction& tx)
{
    auto platform = PlatformStore{tx}.find();
    if (platform.state != PlatformState::active) return;
    platform.state = PlatformState::stopped;
    save(tx, platform, "einvoicing.platform_off");
}

void fetch_now(WorkspaceTransaction& tx)
{
    base::refuse_unless(PlatformStore{tx}.find().state == PlatformState::active,
                        "einvoicing.refusal.not_on");
    jobs::enqueue(tx, {.kind = fetching_job, .payload = {}, .dedupe = "fetch"});
    jobs::enqueue(tx, {.kind = following_job, .payload = {}, .dedupe = "follow"});
    send_waiting(tx);
    send_waiting_dispatches(tx);
}

std::optional<PlatformAccount> account_of(const Platform& platform, const secrets::Vault& vault,
                                          tenancy::WorkspaceId workspace)
{
    if (platform.address.empty() || platform.sealed_secret.empty()) return {};
    const auto sealed = base::unbase64(platform.sealed_secret);
    const auto secret =
        sealed ? vault.open(*sealed, place_of(workspace.text())) : std::optional<std::string>{};
    if (!secret) throw std::runtime_error("the secret of the platform does not open");
    return PlatformAccount{.address = platform.address,
                           .token_address = platform.token_address,
                           .client = platform.client,
                           .secret = *secret};
}

std::string sentence_of(const Failure& failure)
{
    const base::Params words{
        {"words", failure.words.empty() ? std::to_string(failure.code) : failure.words}};
    switch (failure.trouble) {
    case Trouble::bad_credentials:
        return i18n::t("einvoicing.platform.error.bad_credentials");
    case Trouble::refused:
        return i18n::t("einvoicing.platform.error.refused", words);
    case Trouble::later:
        break;
    }
    return i18n::t(failure.code == 0 ? "einvoicing.platform.error.unreachable"
                                     : "einvoicing.platform.error.later",
                   words);
}

} // namespace einvoicing
