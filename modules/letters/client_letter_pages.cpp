#include "modules/letters/client_letter_pages.hpp"

#include "kernel/documents/page_images.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/client_letter_views.hpp"
#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letter_paper.hpp"
#include "modules/letters/opened_letter_pages.hpp"
#include "modules/letters/preview_pages.hpp"
#include "modules/letters/reached_letter_pages.hpp"
#include "modules/letters/signing_desk.hpp"
#include "modules/signatures/signatures.hpp"

#include <algorithm>

namespace letters
{
namespace
{

using guard::Call;
using i18n::t;
using signatures::Sign;
using tenancy::WorkspaceTransaction;

documents::Document paper_of(const Call& call, const Issue& issue)
{
    return document_of(call.context(), paper_from(issue.paper), issue.sent_at);
}

ShownPages pages_of(const Call& call, const Issue& issue)
{
    ShownPages pages{.pictures = {}, .total = documents::page_count(paper_of(call, issue))};
    for (int page = 1; page <= std::min(pages.total, pages_previewed_max); ++page)
        pages.pictures.push_back(html::checked_local(client_path(call) + "/page")
                                     .with("version", std::to_string(issue.issue))
                                     .with("page", std::to_string(page)));
    return pages;
}

html::Url own_list(const Call& call)
{
    return html::checked_local("/p/" + call.context().workspace().slug + "/courriers");
}

void mark_seen(Call& call, const ReachedLetter& found)
{
    if (found.issue.seen_at) return;
    call.context().write([&](WorkspaceTransaction& tx) { see_letter(tx, found.letter.id); });
}

std::vector<LetterRow> rows_of(Call& call)
{
    return call.context().read([&](WorkspaceTransaction& tx) {
        if (!may_see_letters(tx)) return std::vector<LetterRow>{};
        return LetterStore{tx}.sent_to(tx.actor().client);
    });
}

http::Response signing_page(Call& call, const ReachedLetter& found, const signatures::Desk& desk,
                            const forms::Form<Sign>& form)
{
    if (has_link(call)) call.forbid_storing();
    const SigningView view{.letter = found.letter,
                           .issue = found.issue,
                           .paper = html::checked_local(client_path(call) + "/signature/pdf"),
                           .back = html::checked_local(client_path(call)),
                           .form = signatures::signing_form(call, desk, form),
                           .pages = pages_of(call, found.issue)};
    return guard::render(
        call, guard::Page{.title = t("letters.client.sign") + " · " + found.letter.number,
                          .body = signing_view(view),
                          .status = signatures::status_of(form.errors),
                          .has_tab_bar = false});
}

/// Signed, replaced or not drawn yet: its page says so.
bool is_over(const ReachedLetter& found)
{
    return !is_signable(found);
}

} // namespace

http::Response list_own_letters(Call& call)
{
    return guard::render(call, guard::Page{.title = t("letters.nav"),
                                           .body = own_letters(own_list(call), rows_of(call)),
                                           .topics = {"letters"}});
}

html::Html own_letters_panel(Call& call)
{
    auto rows = rows_of(call);
    std::erase_if(rows, [](const LetterRow& row) {
        return row.kind != LetterKind::contract || row.state != LetterState::sent;
    });
    return own_letters_card(own_list(call), rows);
}

http::Response show_client_letter(Call& call)
{
    const auto found = reached(call);
    mark_seen(call, found);
    const auto& zone = call.context().workspace().time_zone;
    const auto path = client_path(call);
    const ClientLetterView view{.letter = found.letter,
                                .issue = found.issue,
                                .content = paper_from(found.issue.paper).content,
                                .paper = html::checked_local(path + "/pdf"),
                                .sign = html::checked_local(path + "/signature"),
                                .pages = pages_of(call, found.issue),
                                .sent = i18n::date_and_time(found.issue.sent_at, zone),
                                .signed_on = found.issue.signed_at
                                                 ? i18n::date_and_time(*found.issue.signed_at, zone)
                                                 : std::string{},
                                .business = call.context().workspace().name,
                                .is_signable = is_signable(found)};
    if (has_link(call)) call.forbid_storing();
    std::vector<std::string> topics;
    if (!has_link(call)) topics = {"letter:" + found.letter.id.text()};
    return guard::render(call, guard::Page{.title = found.letter.number + " · " + view.business,
                                           .body = client_letter(view),
                                           .has_tab_bar = false,
                                           .topics = topics});
}

http::Response serve_client_page(Call& call)
{
    return preview_page(call, paper_of(call, reached(call).issue));
}

http::Response serve_client_paper(Call& call)
{
    const auto found = reached(call);
    return kept_paper(call, found.letter, found.issue.issue);
}

http::Response show_signing(Call& call)
{
    const auto found = reached(call);
    if (is_over(found)) return call.redirect(client_path(call));
    return signing_page(call, found, desk_of(call, found), call.blank_form<Sign>());
}

http::Response serve_signing_paper(Call& call)
{
    const auto found = reached(call);
    if (is_over(found)) return call.redirect(client_path(call));
    return preview_paper(paper_of(call, found.issue));
}

http::Response create_signature(Call& call)
{
    const auto found = reached(call);
    if (is_over(found)) return call.redirect(client_path(call));
    const auto desk = desk_of(call, found);
    auto form = call.form<Sign>();
    const auto made = signatures::sign(
        call, desk, form, [&](WorkspaceTransaction& tx, const signatures::Signature& signature) {
            sign_contract(tx, {.id = found.letter.id,
                               .issue = found.issue.issue,
                               .signature = signature.id.value,
                               .paper = signature.file_id});
        });
    if (!made) return signing_page(call, found, desk, form);
    return call.redirect(client_path(call), "letters.notice.you_signed");
}

http::Response create_signing_code(Call& call)
{
    const auto found = reached(call);
    if (is_over(found)) return call.redirect(client_path(call));
    const auto desk = desk_of(call, found);
    auto form = call.form<Sign>();
    signatures::ask_code(call, desk, form);
    return signing_page(call, found, desk, form);
}

} // namespace letters
