#include "modules/einvoicing/status_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/log/log.hpp"
#include "modules/einvoicing/events.hpp"
#include "modules/einvoicing/lifecycle.hpp"
#include "modules/einvoicing/lifecycle_words.hpp"
#include "modules/einvoicing/transmission_store.hpp"
#include "modules/invoices/invoices.hpp"

#include <algorithm>

namespace einvoicing
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::size_t siren_digits = 9;

void tell(WorkspaceTransaction& tx, const Transmission& transmission, const Status& status)
{
    audit::append(tx, {.action = "einvoicing.told",
                       .subject_kind = "invoice",
                       .subject = transmission.invoice_id.value,
                       .changes = {{"number", "", transmission.number},
                                   {"status", "", status.code},
                                   {"reason", "", status.reason}}});
    events::touch(tx, "invoice:" + transmission.invoice_id.text());
    events::touch(tx, "invoices");
    if (turns_down(status.code))
        events::publish(tx, IssuedInvoiceTurnedDown{.invoice = transmission.invoice_id,
                                                    .number = transmission.number,
                                                    .code = status.code,
                                                    .words = why_words(status)});
}

/// Two firms may number alike: the SIREN it was issued under decides, when the message says one.
bool is_about(WorkspaceTransaction& tx, const Transmission& transmission,
              const LifecycleNotice& notice)
{
    if (notice.sellers.empty()) return true;
    const auto found = invoices::facts(tx, {transmission.invoice_id});
    const auto one = found.find(transmission.invoice_id);
    if (one == found.end()) return false;
    const auto ours = one->second.parties.business.siret.substr(0, siren_digits);
    return std::ranges::find(notice.sellers, ours) != notice.sellers.end();
}

/// Why it is set aside, for who reads the settings.
std::string aside_words(const LifecycleNotice& notice, std::string_view sentence)
{
    const auto siren = notice.sellers.empty() ? std::string{} : notice.sellers.front();
    return t(sentence, {{"number", notice.number}, {"code", notice.code}, {"siren", siren}});
}

void record(WorkspaceTransaction& tx, Status status, const LifecycleNotice& notice)
{
    TransmissionStore store{tx};
    status.id = tx.make_id<StatusId>();
    status.code = notice.code;
    status.reason = notice.reason;
    status.words = notice.words;
    status.happened_at = notice.happened_at.value_or(status.recorded_at);
    auto transmission = store.numbered(notice.number);
    const bool is_ours = transmission && is_about(tx, *transmission, notice);
    if (!is_ours) {
        status.words = aside_words(notice, transmission ? "einvoicing.aside.another_firm"
                                                        : "einvoicing.aside.unknown");
        events::touch(tx, "einvoicing_platform");
    } else {
        status.transmission_id = transmission->id;
        status.round = transmission->round;
    }
    store.record(status);
    if (!is_ours) return;
    if (const auto* const last = last_told(store.history(transmission->id), transmission->round))
        transmission->told = last->code;
    store.save(*transmission);
    tell(tx, *transmission, status);
}

} // namespace

void record_message(WorkspaceTransaction& tx, const std::string& flow, std::string_view bytes)
{
    TransmissionStore store{tx};
    if (store.has_flow(flow)) return;
    const auto now = base::now();
    Status status{.id = tx.make_id<StatusId>(),
                  .transmission_id = {},
                  .flow = flow,
                  .code = {},
                  .reason = {},
                  .words = {},
                  .by_member = {},
                  .happened_at = now,
                  .recorded_at = now};
    const auto notices = read_lifecycle(bytes);
    if (notices.empty()) {
        logs::warn("einvoicing.unread_message", {{"flow", flow}});
        status.words = t("einvoicing.aside.unread");
        return store.record(status);
    }
    for (const auto& notice : notices) {
        record(tx, status, notice);
        ++status.place;
    }
}

} // namespace einvoicing
