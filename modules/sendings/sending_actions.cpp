#include "modules/sendings/sending_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/sendings/sending_jobs.hpp"
#include "modules/sendings/sending_store.hpp"

namespace sendings
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

std::string place_of(const Item& item)
{
    return "/factures/" + item.invoice_id.text();
}

/// Who looks on reads the page again now and then, not a thousand times.
constexpr int told_each = 20; // invoices

void touch(WorkspaceTransaction& tx, const Item& item)
{
    if (item.position % told_each == 0 || !SendingStore{tx}.next(item.sending_id))
        events::touch(tx, "sending:" + item.sending_id.text());
}

Item failed(Item item, const std::string& problem, const std::string& path)
{
    item.state = ItemState::failed;
    item.problem = problem;
    item.path = path.empty() ? place_of(item) : path;
    return item;
}

/// What became of it. Refused by the front door: nothing was written.
Item sent(WorkspaceTransaction& tx, Item item)
{
    const auto open = invoices::open_invoice(tx, item.invoice_id);
    if (!open) return failed(item, t("sendings.problem.gone"), {});
    const auto problems = problems_of(tx, *open);
    if (!problems.empty()) return failed(item, problems.front().sentence, problems.front().path);

    item.number = invoices::issue_by_mail(tx, *open, item.seen_version);
    item.state = ItemState::sent;
    return item;
}

std::vector<invoices::OpenVersion> not_waiting(SendingStore& store,
                                               const std::vector<invoices::OpenVersion>& wanted)
{
    auto fresh = wanted;
    std::erase_if(fresh, [&](const auto& one) { return store.waiting_in(one.id).has_value(); });
    return fresh;
}

void keep(tenancy::Context& context, const Item& item)
{
    context.write([&](WorkspaceTransaction& tx) {
        if (SendingStore{tx}.settle(item)) touch(tx, item);
    });
}

} // namespace

std::vector<invoices::Missing> problems_of(WorkspaceTransaction& tx,
                                           const invoices::OpenInvoice& invoice)
{
    auto problems = invoice.missing;
    const auto record = "/clients/" + invoice.client.text();
    const auto add = [&](const char* key, const std::string& path) {
        problems.push_back({.sentence = t(key), .rule = {}, .path = path});
    };
    if (invoice.to_email.empty()) add("sendings.problem.no_address", record + "/modifier");
    if (!SendingStore{tx}.is_active(invoice.client)) add("sendings.problem.inactive", record);
    for (auto& problem : problems)
        if (problem.path.empty()) problem.path = "/factures/" + invoice.id.text() + "/emission";
    return problems;
}

void check_together(WorkspaceTransaction& tx, const std::vector<invoices::OpenVersion>& seen)
{
    for (const auto& one : seen) {
        const auto open = invoices::open_invoice(tx, one.id);
        if (open && !open->is_checked) invoices::check_open_invoice(tx, one);
    }
}

SendingId begin_sending(WorkspaceTransaction& tx, const std::vector<invoices::OpenVersion>& wanted)
{
    base::refuse_unless(!wanted.empty(), "sendings.refusal.nothing");
    base::refuse_unless(wanted.size() <= sending_invoices_max, "sendings.refusal.too_many");
    SendingStore store{tx};
    const auto fresh = not_waiting(store, wanted);
    if (fresh.empty()) return store.waiting_in(wanted.front().id).value();

    const auto id = tx.make_id<SendingId>();
    store.insert(Sending{.id = id, .asked_by = tx.actor().membership, .asked_at = base::now()});
    std::int64_t count = 0;
    for (const auto& one : fresh)
        if (store.insert(Item{.sending_id = id,
                              .invoice_id = one.id,
                              .position = count + 1,
                              .seen_version = one.version}))
            ++count;
    base::refuse_unless(count > 0, "sendings.refusal.settled");
    audit::append(tx, {.action = "sendings.asked",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"count", "", std::to_string(count)}}});
    jobs::enqueue(tx, {.kind = sending_job, .payload = id.text(), .dedupe = id.text()});
    return id;
}

bool send_next(tenancy::Context& context, SendingId sending)
{
    const auto next =
        context.read([&](WorkspaceTransaction& tx) { return SendingStore{tx}.next(sending); });
    if (!next) return false;
    try {
        context.write([&](WorkspaceTransaction& tx) {
            const auto item = sent(tx, *next);
            // Somebody who runs beside settled it: what was just issued goes back with this.
            if (!SendingStore{tx}.settle(item)) throw base::Refusal{"sendings.refusal.settled"};
            touch(tx, item);
        });
    } catch (const base::Refusal& refusal) {
        keep(context, failed(*next, t(refusal.code, refusal.params), {}));
    }
    return true;
}

} // namespace sendings
