#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_forms.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/invoice_paper.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/invoice_words.hpp"
#include "modules/invoices/kept_regime_pages.hpp"
#include "modules/invoices/payment_link_views.hpp"

#include <map>

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;
using namespace html;

Html share_form(Call& call, quotes::QuoteId quote)
{
    std::vector<ui::Choice> shares;
    for (const char* code : {"whole", "deposit", "balance"})
        shares.push_back({.value = code, .label = t("invoices.share." + std::string{code})});
    return ui::card_body(ui::form(
        {.action = checked_local(invoices_path(slug_of(call)).text() + "/devis/" + quote.text()),
         .guard = guard::form_guard(call)},
        ui::select_field({.name = "share", .label = t("invoices.share.title")}, shares),
        ui::input_field({.name = "amount",
                         .label = t("invoices.share.amount"),
                         .inputmode = "decimal",
                         .is_numeric = true}),
        ui::form_actions(ui::submit({.label = t("invoices.share.submit"), .icon = "receipt"}))));
}

Html link_of(const Call& call, const std::map<InvoiceId, PaymentLink>& links, InvoiceId invoice)
{
    const auto found = links.find(invoice);
    if (found == links.end()) return none;
    const auto send =
        call.may("invoices.manage") ? under(slug_of(call), invoice, "/lien").text() : std::string{};
    return div(cls("px-4 pb-3"), payment_link_row(found->second, send));
}

} // namespace

Html quote_invoices_panel(Call& call)
{
    const auto quote = call.path_id<quotes::QuoteId>("quote");
    const auto currency = sale_documents::books_of(call.context().workspace()).currency;
    bool may_share = call.may("invoices.manage");
    std::map<InvoiceId, PaymentLink> links;
    const auto rows = call.context().read([&](WorkspaceTransaction& tx) {
        if (quotes::accepted_quote(tx, quote).is_cancelled) may_share = false;
        auto parts = InvoiceStore{tx}.of_quote(quote);
        for (const auto& one : parts)
            if (const auto link = payment_link(tx, one)) links.emplace(one.id, *link);
        return parts;
    });
    if (rows.empty() && !may_share) return none;
    const auto row = [&](const Invoice& one) {
        const auto amount = one.gross ? i18n::money(*one.gross, currency) : std::string{};
        return group(ui::row_link(invoice_path(slug_of(call), one.id),
                                  {.title = title_of(one),
                                   .detail = document_words(one.state),
                                   .aside = span(cls("num font-[560]"), amount)}),
                     link_of(call, links, one.id));
    };
    const auto notice = kept_regime_notice(call, quote);
    return ui::card({.title = t("invoices.share.panel"), .id = "quote-invoices", .classes = "mb-5"},
                    group(notice.empty() ? none : ui::card_body(notice), each(rows, row),
                          may_share ? share_form(call, quote) : none));
}

http::Response create_from_quote(Call& call)
{
    const auto quote = call.path_id<quotes::QuoteId>("quote");
    const auto form = call.form<InvoiceQuote>();
    base::refuse_unless(form.is_valid(), "invoices.refusal.share");
    const auto& typed = form.command;
    const auto id = call.context().write([&](WorkspaceTransaction& tx) {
        return start_from_quote(tx, quote, typed.share, typed.amount.value_or(base::Cents{}));
    });
    return call.redirect(invoice_path(slug_of(call), id).text(), "invoices.notice.started");
}

} // namespace invoices
