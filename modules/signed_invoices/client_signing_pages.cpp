#include "modules/signed_invoices/client_signing_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/signed_invoices/client_signing_views.hpp"
#include "modules/signed_invoices/reached_invoice_pages.hpp"

namespace signed_invoices
{
namespace
{

using guard::Call;
using i18n::t;
using signatures::Sign;
using tenancy::WorkspaceTransaction;

http::Response signing_page(Call& call, const ReachedInvoice& found, const signatures::Desk& desk,
                            const forms::Form<Sign>& form)
{
    if (has_link(call)) call.forbid_storing();
    const auto& facts = found.facts;
    const auto currency = facts.figures.currency;
    const SigningView view{.number = facts.number,
                           .title = facts.title,
                           .issued_on = i18n::long_date(facts.issued_on),
                           .gross = i18n::money(facts.figures.totals.gross, currency),
                           .left = i18n::money(facts.balance.left(), currency),
                           .paper = html::checked_local(found.at.path + "/pdf"),
                           .back = html::checked_local(found.at.path),
                           .form = signatures::signing_form(call, desk, form)};
    return guard::render(
        call, guard::Page{.title = t("signed_invoices.client.sign") + " · " + facts.number,
                          .body = signing_view(view),
                          .status = signatures::status_of(form.errors),
                          .has_tab_bar = false});
}

} // namespace

html::Html client_panel(Call& call)
{
    const auto found = reached(call);
    if (!found.standing.waits() && !found.reads_signed_paper(call)) return html::none;
    ClientPanelView view{.standing = found.standing,
                         .sign = html::checked_local(found.at.path + "/signature"),
                         .signed_paper = html::checked_local(found.at.path + "/signee"),
                         .is_signable = found.is_signable(call),
                         .needs_account = has_link(call) && found.reach.email.empty()};
    if (found.signature) {
        const auto& zone = call.context().workspace().time_zone;
        view.signed_on = i18n::date_and_time(found.signature->signed_at, zone);
        view.signed_by = found.signature->signer_name;
    }
    return client_card(view);
}

html::Html waiting_panel(Call& call)
{
    const auto rows = call.context().read([](WorkspaceTransaction& tx) { return waiting(tx); });
    return waiting_card("/p/" + call.context().workspace().slug + "/factures/", rows);
}

http::Response show_signing(Call& call)
{
    const auto found = reached(call);
    if (!found.is_signable(call)) return call.redirect(found.at.path);
    return signing_page(call, found, desk_of(call, found), call.blank_form<Sign>());
}

http::Response create_signature(Call& call)
{
    const auto found = reached(call);
    if (!found.is_signable(call)) return call.redirect(found.at.path);
    const auto desk = desk_of(call, found);
    auto form = call.form<Sign>();
    const auto made = signatures::sign(
        call, desk, form, [](WorkspaceTransaction& tx, const signatures::Signature& signature) {
            note_signed(tx, signature);
        });
    if (!made) return signing_page(call, found, desk, form);
    return call.redirect(found.at.path, "signed_invoices.notice.you_signed");
}

http::Response create_code(Call& call)
{
    const auto found = reached(call);
    if (!found.is_signable(call)) return call.redirect(found.at.path);
    const auto desk = desk_of(call, found);
    auto form = call.form<Sign>();
    signatures::ask_code(call, desk, form);
    return signing_page(call, found, desk, form);
}

http::Response serve_signed_paper(Call& call)
{
    const auto found = reached(call);
    if (!found.reads_signed_paper(call)) throw base::NotFound{};
    return signatures::signed_paper(call.context(), *found.signature);
}

} // namespace signed_invoices
