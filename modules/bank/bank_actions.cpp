#include "modules/bank/bank_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/format_money.hpp"
#include "modules/bank/bank_store.hpp"
#include "modules/bank/shares.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <algorithm>

namespace bank
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

constexpr std::size_t reference_max = 120; ///< code points, of a payment

base::Currency currency_of(const WorkspaceTransaction& tx)
{
    return sale_documents::books_of(tx.workspace()).currency;
}

void tell(WorkspaceTransaction& tx, std::string_view action, const Line& line)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "bank_line",
                       .subject = line.id.value,
                       .changes = {{"amount", "", i18n::money(line.amount, currency_of(tx))}}});
    events::touch(tx, "bank");
}

std::vector<Chosen> chosen_of(WorkspaceTransaction& tx, const std::vector<Choice>& choices)
{
    const auto owed = BankStore{tx}.owed();
    std::vector<Chosen> chosen;
    for (const auto& choice : choices) {
        const auto found = std::ranges::find(owed, choice.invoice, &Owed::id);
        refuse_unless(found != owed.end(), "bank.refusal.not_owed");
        const auto is_same = [&](const Chosen& one) { return one.owed.id == choice.invoice; };
        if (std::ranges::none_of(chosen, is_same))
            chosen.push_back({.owed = *found, .asked = choice.asked});
    }
    return chosen;
}

void move(WorkspaceTransaction& tx, const Line& line, LineState to)
{
    const bool is_back = to == LineState::waiting;
    const auto from = is_back ? line.state : LineState::waiting;
    const bool is_ours = from != to && BankStore{tx}.move(line.id, from, to);
    if (is_ours) return;
    throw base::Refusal{is_back ? "bank.refusal.waiting" : "bank.refusal.settled",
                        {},
                        base::Refusal::Kind::Conflict};
}

/// The bank's own words for it, or the file it came in.
std::string reference_of(WorkspaceTransaction& tx, const Line& line)
{
    if (!line.reference.empty()) return base::shorten(line.reference, reference_max);
    const auto statement = BankStore{tx}.statement(line.statement_id);
    return statement ? base::shorten(statement->name, reference_max) : std::string{};
}

} // namespace

Line line_by_id(WorkspaceTransaction& tx, LineId id)
{
    const auto line = BankStore{tx}.find(id);
    if (!line) throw base::NotFound{};
    return *line;
}

void settle_line(WorkspaceTransaction& tx, const Settlement& settlement)
{
    const auto line = line_by_id(tx, settlement.line);
    move(tx, line, LineState::settled);
    const auto shares = shares_of(line.amount, chosen_of(tx, settlement.choices),
                                  settlement.surplus, currency_of(tx));
    for (const auto& share : shares) {
        const auto payment =
            invoices::record_payment(tx, {.invoice = share.invoice,
                                          .kind = invoices::PaymentKind::payment,
                                          .amount = share.amount,
                                          .received_on = line.booked_on,
                                          .means = invoices::PaymentMeans::transfer,
                                          .provider = {},
                                          .reference = reference_of(tx, line),
                                          .surplus = settlement.surplus});
        BankStore{tx}.insert(LineShare{.line_id = line.id,
                                       .invoice_id = share.invoice,
                                       .amount = share.amount,
                                       .payment_id = payment,
                                       .reversal_id = {}});
    }
    tell(tx, "bank.settled", line);
}

void ignore_line(WorkspaceTransaction& tx, LineId id)
{
    const auto line = line_by_id(tx, id);
    move(tx, line, LineState::ignored);
    tell(tx, "bank.ignored", line);
}

void reopen_line(WorkspaceTransaction& tx, LineId id)
{
    const auto line = line_by_id(tx, id);
    move(tx, line, LineState::waiting);
    const auto today = base::date_in(base::now(), tx.workspace().time_zone);
    BankStore store{tx};
    for (const auto& share : store.shares(id)) {
        const auto reversal =
            invoices::record_payment(tx, {.invoice = share.invoice_id,
                                          .kind = invoices::PaymentKind::rejection,
                                          .amount = share.amount,
                                          .received_on = today,
                                          .means = invoices::PaymentMeans::transfer,
                                          .provider = {},
                                          .reference = reference_of(tx, line)});
        store.take_back(share, reversal);
    }
    tell(tx, "bank.reopened", line);
}

} // namespace bank
