#include "app/demonstration/quote_writing.hpp"
#include "app/demonstration/receipt.hpp"
#include "app/demonstration/year_writer.hpp"
#include "kernel/files/written_file.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/issuing_actions.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/settings/profile_store.hpp"

#include <algorithm>
#include <chrono>

namespace demonstration
{
namespace
{

using invoices::InvoiceId;
using invoices::PaymentMeans;
using std::chrono::days;
using tenancy::WorkspaceTransaction;

/// What becomes of a hundred invoices: some wait for ever, some are paid twice by half, of some a
/// part is taken back.
constexpr std::size_t forgotten = 7;
constexpr std::size_t halved = 8;
constexpr std::size_t credited = 6;
constexpr int slow_days = 40;  ///< the longest a transfer or a cheque takes
constexpr int rest_days = 28;  ///< between two halves
constexpr int credit_days = 4; ///< after the invoice
constexpr base::Rate a_half{base::hundred_percent.value / 2};
constexpr base::Rate a_tenth{base::hundred_percent.value / 10};
constexpr std::size_t without_receipt = 4; ///< of a hundred purchases
constexpr std::int64_t percent = base::hundred_percent.value / 100;

bool is_paid_on_the_spot(PaymentMeans means)
{
    return means == PaymentMeans::card || means == PaymentMeans::cash;
}

} // namespace

void YearWriter::introduce()
{
    as(year_.member).write([&](WorkspaceTransaction& tx) {
        settings::write_profile(tx, year_.seller);
        invoices::save_terms(tx, year_.terms);
    });
}

quotes::QuoteId YearWriter::sell(const Work& work)
{
    auto author = as(work.member);
    const auto quote = write_draft(author,
                                   {.client_id = people_.clients[work.client],
                                    .title = work.title,
                                    .deposit_kind = quotes::SizeKind::percent,
                                    .deposit_size = work.deposit_percent * percent},
                                   work.lines);
    send_draft(author, quote, people_.material.clients[work.client]);
    return quote;
}

void YearWriter::accept(const Work& work, quotes::QuoteId quote)
{
    as(work.member).write([&](WorkspaceTransaction& tx) {
        const auto figures = counted(quotes::quote_by_id(tx, quote).terms(), work.lines,
                                     sale_documents::books_of(tx.workspace()))
                                 .figures.value();
        quotes::accept_quote(tx, {.quote = quote, .identity = billing::identity_of(figures)});
    });
}

void YearWriter::bill_work(const Work& work, quotes::QuoteId quote)
{
    accept(work, quote);
    bill_part(work, quote, invoices::Share::deposit);
    const base::Date done{base::date_in(base::now(), workspace_.time_zone).day +
                          days{work.lasts_days}};
    plan(done, [this, &work, quote] { bill_part(work, quote, invoices::Share::balance); });
}

void YearWriter::bill_part(const Work& work, quotes::QuoteId quote, invoices::Share share)
{
    const auto invoice = as(work.member).write([&](WorkspaceTransaction& tx) {
        const auto accepted = quotes::accepted_quote(tx, quote);
        const auto asked =
            base::times(accepted.figures.totals.gross, base::Rate{work.deposit_percent * percent});
        return invoices::start_from_quote(tx, quote, share, asked);
    });
    issue(work.member, work.client, invoice);
    follow(work.member, invoice, work.means);
}

void YearWriter::bill(const Service& service, std::size_t client, PaymentMeans means)
{
    const auto invoice = as(year_.member).write([&](WorkspaceTransaction& tx) {
        const auto id = invoices::start_invoice(tx, {.client_id = people_.clients[client],
                                                     .title = service.title,
                                                     .nature = service.nature});
        auto begun = invoices::invoice_by_id(tx, id);
        const auto books = sale_documents::books_of(tx.workspace());
        begun.nature = service.nature;
        begun.gross = counted(begun.terms(), service.lines, books).figures.value().totals.gross;
        invoices::save_invoice(tx, begun, service.lines, begun.version);
        return id;
    });
    issue(year_.member, client, invoice);
    if (!is_paid_on_the_spot(means) && draw_.chance(credited)) {
        const auto today = base::date_in(base::now(), workspace_.time_zone);
        plan({today.day + days{credit_days}}, [=, this] { credit(year_.member, client, invoice); });
    }
    follow(year_.member, invoice, means);
}

void YearWriter::issue(std::size_t member, std::size_t client, InvoiceId invoice)
{
    const auto& to = people_.material.clients[client];
    const auto numbers = std::ranges::find(year_.buyers, client, &BuyerNumbers::client);
    as(member).write([&](WorkspaceTransaction& tx) {
        if (numbers != year_.buyers.end())
            invoices::save_buyer(tx, invoice, numbers->siren, numbers->vat_number);
        invoices::issue_invoice(
            tx, {.invoice = invoice,
                 .seen_version = invoices::invoice_by_id(tx, invoice).version,
                 .way = to.email.empty() ? invoices::Way::hand : invoices::Way::mail,
                 .to_name = to.name,
                 .to_email = to.email,
                 .words = {}});
    });
}

void YearWriter::follow(std::size_t member, InvoiceId invoice, PaymentMeans means)
{
    const auto today = base::date_in(base::now(), workspace_.time_zone);
    if (is_paid_on_the_spot(means)) return pay(member, invoice, means, base::hundred_percent);
    if (draw_.chance(forgotten)) return;
    const base::Date day{today.day + days{draw_.between(credit_days + 1, slow_days)}};
    const bool by_halves = draw_.chance(halved);
    plan(day,
         [=, this] { pay(member, invoice, means, by_halves ? a_half : base::hundred_percent); });
    if (by_halves)
        plan({day.day + days{rest_days}},
             [=, this] { pay(member, invoice, means, base::hundred_percent); });
}

void YearWriter::pay(std::size_t member, InvoiceId invoice, PaymentMeans means, base::Rate share)
{
    as(member).write([&](WorkspaceTransaction& tx) {
        const auto left = invoices::facts(tx, {invoice}).at(invoice).balance.left();
        if (left <= base::Cents{}) return;
        invoices::record_payment(tx,
                                 {.invoice = invoice,
                                  .amount = base::times(left, share),
                                  .received_on = base::date_in(base::now(), workspace_.time_zone),
                                  .means = means});
    });
}

void YearWriter::credit(std::size_t member, std::size_t client, InvoiceId invoice)
{
    const auto credit_note = as(member).write([&](WorkspaceTransaction& tx) {
        const auto gross = invoices::facts(tx, {invoice}).at(invoice).figures.totals.gross;
        return invoices::start_credit(tx, invoice, base::times(gross, a_tenth),
                                      year_.credit_reason);
    });
    issue(member, client, credit_note);
}

void YearWriter::buy(const Purchase& purchase)
{
    const base::Rate size{base::hundred_percent.value +
                          draw_.between(-purchase.sway_percent, purchase.sway_percent) * percent};
    const auto gross = base::times(purchase.gross, size);
    const auto taxes = expenses::taxes_within(gross, purchase.tax);
    const expenses::Expense expense{.spent_on = base::date_in(base::now(), workspace_.time_zone),
                                    .type = purchase.type,
                                    .supplier = purchase.supplier,
                                    .description = purchase.description,
                                    .gross = gross,
                                    .tax = purchase.tax,
                                    .first_tax = taxes.first,
                                    .second_tax = taxes.second,
                                    .means = purchase.means,
                                    .checked_at = base::now()};
    auto buyer = as(year_.member);
    const auto id = buyer.write(
        [&](WorkspaceTransaction& tx) { return expenses::record_expense(tx, expense); });
    if (draw_.chance(without_receipt)) return;

    const auto pdf = receipt_pdf(purchase, expense, sale_documents::books_of(workspace_).currency);
    const files::WrittenFile written{pdf};
    const auto intake = files::take_in(buyer, {{.name = purchase.supplier + ".pdf",
                                                .content = written.path(),
                                                .bytes = static_cast<std::int64_t>(pdf.size()),
                                                .upload = {}}});
    files::keep(workspace_.id, intake);
    buyer.write([&](WorkspaceTransaction& tx) { expenses::add_receipts(tx, id, intake); });
}

} // namespace demonstration
