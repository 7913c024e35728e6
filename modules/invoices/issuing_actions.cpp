#include "modules/invoices/issuing_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/cancelled_quote_actions.hpp"
#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/invoice_count_actions.hpp"
#include "modules/invoices/invoice_index.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_paper.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/issue_jobs.hpp"
#include "modules/invoices/issue_store.hpp"
#include "modules/invoices/issued_facts.hpp"
#include "modules/invoices/payment_store.hpp"
#include "modules/invoices/terms_store.hpp"
#include "modules/numbering/numbering.hpp"

#include <algorithm>
#include <chrono>

namespace invoices
{
namespace
{

using base::Refusal;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* profile_path = "/reglages/entreprise";

/// An open invoice with all it would be issued with today.
struct Ready {
    Invoice invoice;
    std::vector<Line> lines;
    Counted counted;
    sale_documents::Parties parties;
    Buyer buyer;
    Terms terms;
};

Ready ready_today(WorkspaceTransaction& tx, const Invoice& open)
{
    Ready ready{.invoice = open,
                .lines = InvoiceStore{tx}.lines(open.id),
                .counted = {},
                .parties = sale_documents::parties_today(tx, open.client_id),
                .buyer = TermsStore{tx}.buyer(open.client_id),
                .terms = terms_of(tx)};
    auto& legal_name = ready.parties.business.legal_name;
    if (legal_name.empty()) legal_name = tx.workspace().name; // typed where it differs
    ready.counted = figures_of(tx, open, ready.lines);
    ready.buyer.email = crm::client(tx, open.client_id).email;
    const auto today = base::date_in(base::now(), tx.workspace().time_zone);
    ready.invoice.issued_on = today;
    if (open.kind != InvoiceKind::credit_note)
        ready.invoice.due_on = base::Date{today.day + std::chrono::days{open.payment_days}};
    if (ready.counted.figures) ask(ready.invoice, *ready.counted.figures);
    return ready;
}

std::string quote_number(WorkspaceTransaction& tx, const Invoice& invoice)
{
    return invoice.quote_id ? quotes::accepted_quote(tx, *invoice.quote_id).number : std::string{};
}

/// Where what a rule speaks of is typed.
std::string path_of(const Ready& ready, const einvoice::Target& target)
{
    using einvoice::Field;
    const auto place = "/factures/" + ready.invoice.id.text();
    switch (target.part) {
    case einvoice::Part::seller:
        return profile_path;
    case einvoice::Part::payment:
    case einvoice::Part::note:
        return "/reglages/factures";
    case einvoice::Part::buyer:
        if (target.field == Field::siren || target.field == Field::vat_number) return {};
        return "/clients/" + ready.invoice.client_id.text();
    default:
        return place;
    }
}

std::vector<Missing> faults_in(WorkspaceTransaction& tx, const Ready& ready)
{
    std::vector<Missing> missing;
    auto numbered = ready.invoice;
    numbered.number = "X-1"; // any that fits: the rules are asked before it is taken
    const auto document = e_document({.invoice = numbered,
                                      .lines = ready.lines,
                                      .figures = *ready.counted.figures,
                                      .parties = ready.parties,
                                      .buyer = ready.buyer,
                                      .terms = ready.terms,
                                      .preceding = preceding_of(tx, ready.invoice),
                                      .quote = quote_number(tx, ready.invoice)});
    for (const auto& fault : faults_to_mend(document))
        missing.push_back({.sentence = einvoice::sentence_of(fault),
                           .rule = fault.rule,
                           .path = path_of(ready, fault.target)});
    return missing;
}

/// A Canadian invoice of that much or more names the registrations it asks taxes under: Input Tax
/// Credit Information (GST/HST) Regulations, SOR/91-45, s. 3 (100 $ since 20 April 2021); Revenu
/// Québec asks the same of the TVQ.
constexpr base::Cents registered_from{10'000};

std::vector<Missing> registrations_missing(const Ready& ready)
{
    const auto& business = ready.parties.business;
    const auto& figures = *ready.counted.figures;
    std::vector<Missing> missing;
    const auto ask = [&](std::string_view tax, const std::string& number, const char* sentence) {
        if (number.empty() && std::ranges::count(figures.rows, tax, &billing::TaxRow::code) > 0)
            missing.push_back({.sentence = t(sentence), .rule = {}, .path = profile_path});
    };
    if (figures.totals.gross < registered_from) return missing;
    ask("TPS", business.tps_number, "invoices.missing.tps_number");
    ask("TVQ", business.tvq_number, "invoices.missing.tvq_number");
    return missing;
}

std::vector<Missing> missing_of(WorkspaceTransaction& tx, const Ready& ready)
{
    const auto page = "/factures/" + ready.invoice.id.text();
    std::vector<Missing> missing;
    const auto add = [&](const std::string& sentence, const std::string& path) {
        missing.push_back({.sentence = sentence, .rule = {}, .path = path});
    };
    if (const auto number = cancelled_quote(tx, ready.invoice); !number.empty())
        add(t("invoices.missing.quote_cancelled", {{"number", number}}), {});
    if (const auto& problem = ready.counted.problem)
        add(t(problem->key, problem->params), page);
    else if (!ready.counted.figures)
        add(t("invoices.missing.lines"), page);
    const auto books = sale_documents::books_of(tx.workspace());
    if (ready.invoice.kind == InvoiceKind::invoice && !ready.invoice.quote_id)
        if (const auto* line = sale_documents::line_of_other_regime(ready.lines, books))
            add(t("sale_documents.refusal.other_regime", {{"line", line->name}}), page);
    if (ready.buyer.is_business && (ready.buyer.street.empty() || ready.buyer.city.empty()))
        add(t("invoices.missing.address"), "/clients/" + ready.invoice.client_id.text());
    if (!ready.counted.figures) return missing;
    auto faults =
        is_electronic(books, ready.buyer) ? faults_in(tx, ready) : registrations_missing(ready);
    missing.insert(missing.end(), std::make_move_iterator(faults.begin()),
                   std::make_move_iterator(faults.end()));
    return missing;
}

void refuse_incomplete(WorkspaceTransaction& tx, const Ready& ready)
{
    const auto missing = missing_of(tx, ready);
    if (missing.empty()) return;
    throw Refusal{"invoices.refusal.incomplete", {{"fault", missing.front().sentence}}};
}

/// The use of a code that took something off counts once, with the quote or with the invoice.
void take_code(WorkspaceTransaction& tx, const Ready& ready)
{
    const auto& invoice = ready.invoice;
    if (ready.counted.code.empty()) return;
    if (!has_typed_lines(invoice.kind) || has_promised_code(tx, invoice)) return;
    const auto promotion = invoice.terms().promotion;
    sale_documents::check_code(tx, promotion, bearer_of(invoice));
    sale_documents::use_code(tx, promotion, bearer_of(invoice), invoice.number);
}

void write_move(WorkspaceTransaction& tx, Invoice invoice, std::int64_t seen_version)
{
    invoice.updated_at = base::now();
    if (!InvoiceStore{tx}.move(invoice, seen_version))
        throw Refusal{"invoices.refusal.changed_since", {}, Refusal::Kind::Conflict};
}

Issue issue_of(WorkspaceTransaction& tx, const Ready& ready, const Issuing& issuing)
{
    const bool is_mailed = issuing.way == Way::mail;
    return {.invoice_id = ready.invoice.id,
            .way = issuing.way,
            .to_name = issuing.to_name,
            .to_email = is_mailed ? issuing.to_email : std::string{},
            .words = is_mailed ? issuing.words : std::string{},
            .issued_by = tx.actor().membership,
            .figures = billing::frozen(*ready.counted.figures),
            .identity = billing::identity_of(*ready.counted.figures),
            .parties = sale_documents::frozen(ready.parties),
            .buyer = frozen(ready.buyer),
            .terms = frozen(ready.terms),
            .look = sale_documents::look_today(tx, look_type_of(ready.invoice.kind)),
            .paper = {},
            .paper_sha256 = {}};
}

/// What a credit note takes back says so, and is cancelled once nothing of it is left.
void tell_credited(WorkspaceTransaction& tx, const Invoice& credit)
{
    const auto credited = invoice_by_id(tx, *credit.credits_id);
    PaymentStore payments{tx};
    payments.held(credited.id);
    payments.sum(credited.id);
    tell(tx, credited.id, What::credited, credit.number);
    if (payments.balance(credited.id).owed() > base::Cents{}) return;
    write_move(tx, moved(credited, InvoiceMove::cancel), credited.version);
    tell(tx, credited.id, What::cancelled, credit.number);
    events::publish(tx, InvoiceCancelled{.invoice = credited.id,
                                         .credit_note = credit.id,
                                         .number = credited.number,
                                         .client = credited.client_id});
}

/// What is read of it from now on, read once for all who listen.
void publish_issue(WorkspaceTransaction& tx, const Invoice& invoice, const Issue& issue)
{
    const auto facts = std::make_shared<const Facts>(
        facts_from(tx, invoice, issue, PaymentStore{tx}.balance(invoice.id)));
    const auto& totals = facts->figures.totals;
    events::publish(tx, InvoiceIssued{.invoice = invoice.id,
                                      .facts = facts,
                                      .kind = invoice.kind,
                                      .number = invoice.number,
                                      .issued_on = *invoice.issued_on,
                                      .due_on = invoice.due_on,
                                      .client = invoice.client_id,
                                      .issued_by = tx.actor().membership,
                                      .net = totals.net,
                                      .tax = totals.tax,
                                      .gross = totals.gross,
                                      .due = totals.due,
                                      .credits = invoice.credits_id});
}

} // namespace

std::vector<einvoice::Preceding> preceding_of(WorkspaceTransaction& tx, const Invoice& invoice)
{
    std::vector<einvoice::Preceding> preceding;
    const auto add = [&](const Invoice& earlier) {
        preceding.push_back({.number = earlier.number, .issued_on = earlier.issued_on});
    };
    if (invoice.credits_id) add(invoice_by_id(tx, *invoice.credits_id));
    if (invoice.kind != InvoiceKind::balance || !invoice.quote_id) return preceding;
    for (const auto& one : InvoiceStore{tx}.of_quote(*invoice.quote_id))
        if (one.kind == InvoiceKind::deposit && one.state == InvoiceState::issued) add(one);
    return preceding;
}

std::vector<Missing> missing_in(WorkspaceTransaction& tx, const Invoice& invoice)
{
    return missing_of(tx, ready_today(tx, invoice));
}

void check_invoice(WorkspaceTransaction& tx, InvoiceId id, std::int64_t seen_version)
{
    const auto invoice = moved(invoice_by_id(tx, id), InvoiceMove::check);
    refuse_incomplete(tx, ready_today(tx, invoice));
    write_move(tx, invoice, seen_version);
    audit::append(tx,
                  {.action = "invoices.checked", .subject_kind = "invoice", .subject = id.value});
    touch_invoice(tx, id);
}

void issue_invoice(WorkspaceTransaction& tx, const Issuing& issuing)
{
    const auto open = invoice_by_id(tx, issuing.invoice);
    if (open.quote_id) quotes::hold_quote(tx, *open.quote_id);
    auto ready = ready_today(tx, moved(open, InvoiceMove::issue));
    auto& invoice = ready.invoice;
    if (open.version != issuing.seen_version)
        throw Refusal{"invoices.refusal.changed_since", {}, Refusal::Kind::Conflict};
    refuse_incomplete(tx, ready);

    invoice.number = numbering::take(tx, series_of(invoice.kind), *invoice.issued_on);
    take_code(tx, ready);
    invoice.issued_at = base::now();
    write_move(tx, invoice, issuing.seen_version);
    const auto issue = issue_of(tx, ready, issuing);
    IssueStore{tx}.insert(issue);
    PaymentStore{tx}.open(invoice.id, ready.counted.figures->totals.due);
    tell(tx, invoice.id, What::issued, issuing.way == Way::mail ? issuing.to_email : std::string{});
    search::replace(tx, names_of(open), names_of(invoice).terms);
    if (invoice.credits_id) tell_credited(tx, invoice);
    jobs::enqueue(tx,
                  {.kind = issue_job, .payload = invoice.id.text(), .dedupe = invoice.id.text()});
    publish_issue(tx, invoice, issue);
}

} // namespace invoices
