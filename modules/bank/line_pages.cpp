#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/forms/money_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/bank/bank_actions.hpp"
#include "modules/bank/bank_forms.hpp"
#include "modules/bank/bank_pages.hpp"
#include "modules/bank/bank_store.hpp"
#include "modules/bank/line_views.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <algorithm>

namespace bank
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

/// What was sent and refused; nothing of it on a page that was only opened.
struct Sent {
    forms::Form<SettleLine> form{};
    std::vector<Choice> choices{};
    std::string refusal{};
    int status = 200;
};

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

base::Currency currency_of(const Call& call)
{
    return sale_documents::books_of(call.context().workspace()).currency;
}

std::string amount_field(invoices::InvoiceId invoice)
{
    return "amount_" + invoice.text();
}

/// What was typed beside each chosen invoice; nothing where nothing was.
Sent sent_in(const Call& call)
{
    Sent sent{.form = call.form<SettleLine>()};
    for (const auto invoice : sent.form.command.invoices) {
        Choice choice{.invoice = invoice, .asked = {}};
        const auto field = amount_field(invoice);
        const auto text = sent.form.typed_value(field);
        if (!base::trim(text).empty())
            if (const auto error =
                    forms::FieldType<base::Cents>::read({text}, choice.asked.emplace()))
                sent.form.errors.add(field, error->key, error->params);
        sent.choices.push_back(choice);
    }
    return sent;
}

bool is_found(const Owed& owed, const std::string& query)
{
    const auto text = base::fold(owed.number + " " + owed.client_name + " " + owed.title);
    return query.empty() || text.find(query) != std::string::npos;
}

Candidate candidate_of(const Owed& owed, const Proposal& proposal, const Sent& sent)
{
    const auto& chosen = sent.form.command.invoices;
    const bool is_sent = sent.status != 200;
    const bool is_proposed =
        (proposal.is_whole() || proposal.reason == Reason::named) &&
        std::ranges::find(proposal.invoices, owed.id) != proposal.invoices.end();
    const auto field = amount_field(owed.id);
    const auto* const error = sent.form.errors.find(field);
    return {.owed = owed,
            .is_chosen = is_sent ? std::ranges::find(chosen, owed.id) != chosen.end() : is_proposed,
            .amount = std::string{sent.form.typed_value(field)},
            .error = error == nullptr ? std::string{} : t(error->key, error->params)};
}

/// Those proposed or chosen, then those that the words find, the oldest first.
void add_candidates(LineView& view, const std::vector<Owed>& owed, const Sent& sent)
{
    const auto& proposal = view.line.proposal;
    const auto query = base::fold(view.query);
    const auto is_first = [&](const Candidate& one) {
        return one.is_chosen ||
               std::ranges::find(proposal.invoices, one.owed.id) != proposal.invoices.end();
    };
    for (const auto& one : owed) {
        auto candidate = candidate_of(one, proposal, sent);
        if (is_first(candidate) || is_found(one, query))
            view.candidates.push_back(std::move(candidate));
    }
    std::ranges::stable_partition(view.candidates, is_first);
    if (view.candidates.size() > candidates_shown) view.candidates.resize(candidates_shown);
    view.has_more = view.candidates.size() < owed.size();
}

http::Response render(Call& call, const Line& line, const html::Html& body, int status)
{
    const auto title = i18n::money(line.amount, currency_of(call));
    return guard::render(
        call, guard::Page{.title = title,
                          .body = body,
                          .breadcrumbs = ui::breadcrumbs(
                              {{t("bank.title"), bank_path(slug_of(call))}, {title, {}}}),
                          .status = status});
}

http::Response waiting_page(Call& call, const Line& line, const Sent& sent)
{
    constexpr std::size_t query_max = 80;
    LineView view{.slug = slug_of(call),
                  .line = {.line = line},
                  .candidates = {},
                  .query = base::shorten(base::trim(call.query("q")), query_max),
                  .keeps_surplus = sent.form.command.keeps_surplus,
                  .currency = currency_of(call),
                  .guard = guard::form_guard(call),
                  .refusal = sent.refusal};
    const auto owed =
        call.context().read([](WorkspaceTransaction& tx) { return BankStore{tx}.owed(); });
    view.line.proposal = Proposer{owed}.propose(line.said());
    add_candidates(view, owed, sent);
    return render(call, line, line_page(view), sent.status);
}

http::Response done_page(Call& call, const Line& line, const Sent& sent)
{
    DoneLineView view{.slug = slug_of(call),
                      .line = line,
                      .paid = {},
                      .currency = currency_of(call),
                      .guard = guard::form_guard(call),
                      .refusal = sent.refusal};
    call.context().read([&](WorkspaceTransaction& tx) {
        const auto shares = BankStore{tx}.shares(line.id);
        std::vector<invoices::InvoiceId> ids;
        for (const auto& share : shares)
            ids.push_back(share.invoice_id);
        const auto facts = invoices::facts(tx, ids);
        for (const auto& share : shares) {
            const auto& invoice = facts.at(share.invoice_id);
            view.paid.push_back({.id = share.invoice_id,
                                 .number = invoice.number,
                                 .client = invoice.parties.client.name,
                                 .amount = share.amount});
        }
    });
    return render(call, line, done_line_page(view), sent.status);
}

http::Response page(Call& call, const Sent& sent)
{
    const auto line = call.context().read(
        [&](WorkspaceTransaction& tx) { return line_by_id(tx, call.path_id<LineId>("line")); });
    if (line.state == LineState::waiting) return waiting_page(call, line, sent);
    return done_page(call, line, sent);
}

/// Does it, or shows the line again with why not.
template <class Deed>
http::Response done(Call& call, Sent sent, std::string_view notice, Deed deed)
{
    try {
        call.context().write(deed);
    } catch (const base::Refusal& refusal) {
        sent.refusal = t(refusal.code, refusal.params);
        sent.status = refusal.kind == base::Refusal::Kind::Conflict ? 409 : 422;
        return page(call, sent);
    }
    return call.redirect(bank_path(slug_of(call)).text(), notice, {{"count", "1"}});
}

} // namespace

http::Response show_line(Call& call)
{
    return page(call, {});
}

http::Response create_settlement(Call& call)
{
    auto sent = sent_in(call);
    if (!sent.form.is_valid()) {
        sent.status = 422;
        return page(call, sent);
    }
    const Settlement settlement{.line = call.path_id<LineId>("line"),
                                .choices = sent.choices,
                                .surplus = sent.form.command.keeps_surplus
                                               ? invoices::Surplus::kept
                                               : invoices::Surplus::refused};
    return done(call, sent, "bank.notice.settled",
                [&](WorkspaceTransaction& tx) { settle_line(tx, settlement); });
}

http::Response create_dismissal(Call& call)
{
    return done(call, {}, "bank.notice.ignored",
                [&](WorkspaceTransaction& tx) { ignore_line(tx, call.path_id<LineId>("line")); });
}

http::Response create_reopening(Call& call)
{
    return done(call, {}, "bank.notice.reopened",
                [&](WorkspaceTransaction& tx) { reopen_line(tx, call.path_id<LineId>("line")); });
}

} // namespace bank
