#include "modules/quotes/acceptance_pages.hpp"

#include "kernel/files/serving.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/acceptance_views.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/reached_quote_pages.hpp"
#include "modules/quotes/sent_paper.hpp"
#include "modules/signatures/signatures.hpp"

namespace quotes
{
namespace
{

using guard::Call;
using i18n::t;
using signatures::Desk;
using signatures::Sign;
using tenancy::WorkspaceTransaction;

/// What is on the table: the lines with the options that are ticked, counted, and their paper.
struct Offered {
    Quote quote;
    std::vector<Line> lines;
    Counted counted;
    Desk desk;
};

signatures::Signer signer_of(Call& call, const Issue& issue)
{
    if (has_link(call)) return {.name = issue.to_name, .email = issue.to_email, .membership = {}};
    const auto& actor = call.actor();
    const auto session = call.signed_in();
    return {.name = actor.name,
            .email = session ? session->person.email : std::string{},
            .membership = actor.membership};
}

html::Url signing_path(const Call& call, std::string_view end, const std::vector<Line>& lines)
{
    return with_choice(html::checked_local(client_path(call) + "/signature" + std::string{end}),
                       lines);
}

Offered offered(Call& call)
{
    const auto quote = reached(call);
    auto& context = call.context();
    Issue issue;
    auto paper = context.read([&](WorkspaceTransaction& tx) {
        issue = IssueStore{tx}.find(quote.id).value();
        if (!issue.paper)
            throw base::Refusal{"quotes.refusal.paper_waits", {}, base::Refusal::Kind::Conflict};
        return sent_paper(tx, quote.id);
    });
    const auto chosen = lines_chosen(call, paper.lines);
    if (chosen != paper.lines) paper.frozen = counted(quote.terms(), chosen, paper.books);
    paper.lines = chosen;
    Offered made{.quote = quote, .lines = chosen, .counted = *paper.frozen, .desk = {}};
    if (made.counted.problem)
        throw base::Refusal{made.counted.problem->key, made.counted.problem->params};
    made.desk = {.shown = {.kind = "quote",
                           .document = quote.id.value,
                           .number = quote.number,
                           .title = t("quotes.client.number", {{"number", quote.number}}),
                           .pdf = drawn(context, std::move(paper))},
                 .signer = signer_of(call, issue),
                 .proof = has_link(call) ? signatures::Proof::code : signatures::Proof::none,
                 .sign = signing_path(call, "", chosen).text(),
                 .ask_code = signing_path(call, "/code", chosen).text()};
    return made;
}

http::Response signing_page(Call& call, const Offered& table, const forms::Form<Sign>& form)
{
    const auto& workspace = call.context().workspace();
    const auto books = sale_documents::books_of(workspace);
    if (has_link(call)) call.forbid_storing();
    const AcceptanceView view{.quote = table.quote,
                              .lines = table.lines,
                              .counted = table.counted,
                              .books = books,
                              .back =
                                  with_choice(html::checked_local(client_path(call)), table.lines),
                              .paper = signing_path(call, "/pdf", table.lines),
                              .form = signatures::signing_form(call, table.desk, form)};
    return guard::render(call, guard::Page{.title = t("quotes.accept.title"),
                                           .body = acceptance_page(view),
                                           .status = signatures::status_of(form.errors),
                                           .has_tab_bar = false});
}

/// The page of the quote says what it has become.
std::optional<http::Response> over(Call& call)
{
    if (is_answerable(call, reached(call))) return {};
    return call.redirect(client_path(call));
}

} // namespace

http::Response show_signing(Call& call)
{
    if (auto elsewhere = over(call)) return *std::move(elsewhere);
    return signing_page(call, offered(call), call.blank_form<Sign>());
}

http::Response serve_signing_paper(Call& call)
{
    if (auto elsewhere = over(call)) return *std::move(elsewhere);
    auto table = offered(call);
    auto response = http::Response::text({});
    response.headers.set("Content-Type", "application/pdf");
    response.headers.set("Content-Disposition",
                         files::content_disposition("inline", table.quote.number + ".pdf"));
    response.headers.set("Cache-Control", "no-store");
    response.body = std::move(table.desk.shown.pdf);
    return response;
}

http::Response create_signature(Call& call)
{
    if (auto elsewhere = over(call)) return *std::move(elsewhere);
    const auto table = offered(call);
    auto form = call.form<Sign>();
    const auto made = signatures::sign(
        call, table.desk, form,
        [&](WorkspaceTransaction& tx, const signatures::Signature& signature) {
            accept_quote(tx, {.quote = table.quote.id,
                              .chosen = options_of(table.lines),
                              .identity = billing::identity_of(table.counted.figures.value()),
                              .signature = signature.id.value});
        });
    if (!made) return signing_page(call, table, form);
    return call.redirect(client_path(call), "quotes.notice.you_accepted");
}

http::Response create_signing_code(Call& call)
{
    if (auto elsewhere = over(call)) return *std::move(elsewhere);
    const auto table = offered(call);
    auto form = call.form<Sign>();
    signatures::ask_code(call, table.desk, form);
    return signing_page(call, table, form);
}

} // namespace quotes
