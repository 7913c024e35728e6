#include "modules/quotes/acceptance_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/acceptance_views.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/offered_quote_pages.hpp"
#include "modules/quotes/reached_quote_pages.hpp"
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

Desk desk_of(Call& call, const Offered& offer)
{
    return {.shown = offer.shown,
            .signer = signer_of(call, offer.issue),
            .proof = has_link(call) ? signatures::Proof::code : signatures::Proof::none,
            .sign = signing_path(call, "", offer.lines).text(),
            .ask_code = signing_path(call, "/code", offer.lines).text()};
}

http::Response signing_page(Call& call, const Offered& table, const Desk& desk,
                            const forms::Form<Sign>& form)
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
                              .form = signatures::signing_form(call, desk, form)};
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
    const auto table = offered(call, reached(call));
    return signing_page(call, table, desk_of(call, table), call.blank_form<Sign>());
}

http::Response serve_signing_paper(Call& call)
{
    if (auto elsewhere = over(call)) return *std::move(elsewhere);
    return serve_offered(offered(call, reached(call)));
}

http::Response create_signature(Call& call)
{
    if (auto elsewhere = over(call)) return *std::move(elsewhere);
    const auto table = offered(call, reached(call));
    const auto desk = desk_of(call, table);
    auto form = call.form<Sign>();
    const auto made = signatures::sign(
        call, desk, form, [&](WorkspaceTransaction& tx, const signatures::Signature& signature) {
            accept_quote(tx, acceptance_of(table, signature));
        });
    if (!made) return signing_page(call, table, desk, form);
    return call.redirect(client_path(call), "quotes.notice.you_accepted");
}

http::Response create_signing_code(Call& call)
{
    if (auto elsewhere = over(call)) return *std::move(elsewhere);
    const auto table = offered(call, reached(call));
    const auto desk = desk_of(call, table);
    auto form = call.form<Sign>();
    signatures::ask_code(call, desk, form);
    return signing_page(call, table, desk, form);
}

} // namespace quotes
