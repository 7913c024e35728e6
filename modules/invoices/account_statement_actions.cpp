#include "modules/invoices/account_statement_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/documents/letterhead.hpp"
#include "kernel/files/kept_pdf.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/attachment.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/account_statement_paper.hpp"
#include "modules/invoices/account_statement_store.hpp"

#include <chrono>

namespace invoices
{
namespace
{

using base::refuse_unless;
using i18n::t;
using tenancy::WorkspaceTransaction;

/// A message that has not left by then failed, and is told to the team.
constexpr std::chrono::days papers_kept{7};

StatementPaper paper_now(const tenancy::Context& context, const AccountSpan& span)
{
    auto paper = context.read([&](WorkspaceTransaction& tx) {
        return StatementPaper{.statement = account_statement(tx, span, context.today()),
                              .parties = sale_documents::parties_today(tx, span.client),
                              .books = sale_documents::books_of(tx.workspace())};
    });
    paper.from = documents::letterhead_of(context);
    paper.colour = documents::paper_colour(context.workspace());
    paper.made_at = context.now();
    return paper;
}

mail::NewMessage message_of(const WorkspaceTransaction& tx, const crm::ClientSummary& client,
                            const StatementPaper& paper)
{
    const auto& statement = paper.statement;
    const base::Params params{{"name", client.name},
                              {"business", tx.workspace().name},
                              {"from", i18n::long_date(statement.span.from)},
                              {"to", i18n::long_date(statement.span.to)},
                              {"closing", i18n::money(statement.closing(), paper.books.currency)},
                              {"late", i18n::money(statement.ageing.late(), paper.books.currency)}};
    mail::NewMessage message{.to_name = client.name,
                             .to_email = client.email,
                             .subject = t("invoices.account.mail.subject", params),
                             .paragraphs = {t("invoices.mail.greeting", params),
                                            t("invoices.account.mail.body", params)},
                             .quote = {},
                             .button = {},
                             .small_print = t("invoices.account.mail.why", params),
                             .template_name = "invoices.statement_sent"};
    if (statement.ageing.late() > base::Cents{})
        message.paragraphs.push_back(t("invoices.account.mail.late", params));
    return message;
}

void remove_papers_before(WorkspaceTransaction& tx, tenancy::ClientId client, base::Instant before)
{
    for (const auto& file : files::files_of(tx, statement_papers, client.value))
        if (file.uploaded_at < before) files::remove(tx, file);
}

} // namespace

AccountStatement account_statement(WorkspaceTransaction& tx, const AccountSpan& span,
                                   base::Date today)
{
    crm::client(tx, span.client); // or there is none
    AccountStatementStore store{tx};
    AccountStatement statement{.span = span,
                               .opening = store.opening(span.client, span.from),
                               .lines = store.lines(span),
                               .ageing = store.ageing(span.client, today),
                               .aged_on = today};
    refuse_unless(std::ssize(statement.lines) <= account_lines_max,
                  "invoices.refusal.account_too_long",
                  {{"max", i18n::number(std::int64_t{account_lines_max})}});
    auto running = statement.opening;
    for (auto& line : statement.lines)
        line.running = running += line.amount;
    return statement;
}

std::string statement_pdf(const tenancy::Context& context, const AccountSpan& span)
{
    return documents::pdf_of(paper_of(paper_now(context, span)));
}

void mail_statement(tenancy::Context& context, const AccountSpan& span)
{
    const auto client =
        context.read([&](WorkspaceTransaction& tx) { return crm::client(tx, span.client); });
    refuse_unless(!client.email.empty(), "invoices.refusal.no_address");
    const auto paper = paper_now(context, span);
    const files::KeptPdf pdf{context.workspace().id,
                             t("invoices.account.file", {{"day", span.to.text()}}),
                             documents::pdf_of(paper_of(paper))};
    context.write([&](WorkspaceTransaction& tx) {
        remove_papers_before(tx, span.client, context.now() - papers_kept);
        const auto file = pdf.attach(tx, {.kind = statement_papers, .id = span.client.value});
        mail::attach(tx, mail::send(tx, message_of(tx, client, paper)), file);
        audit::append(tx, {.action = "invoices.statement_sent",
                           .subject_kind = "client",
                           .subject = span.client.value});
    });
}

void forget_statements(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    for (const auto& file : files::files_of(tx, statement_papers, client.value))
        files::remove(tx, file);
}

} // namespace invoices
