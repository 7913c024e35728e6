#include "kernel/guard/form_view.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_forms.hpp"
#include "modules/invoices/invoice_pages.hpp"

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/factures";

html::Html receipts_form(const Call& call, const std::string& are_sent)
{
    return ui::card({.title = t("invoices.receipt.title"), .id = "recus", .classes = "mt-8"},
                    ui::card_body(ui::form(
                        {.action = html::checked_local(call.in_workspace(page_path) + "/recus"),
                         .guard = guard::form_guard(call)},
                        ui::check_box({.name = "are_sent",
                                       .label = t("invoices.receipt.are_sent"),
                                       .value = are_sent,
                                       .hint = t("invoices.receipt.are_sent_hint")}),
                        ui::form_actions(ui::submit({.label = t("invoices.editor.save")})))));
}

html::Html terms_form(Call& call, const forms::Form<SaveTerms>& form, const std::string& are_sent)
{
    const guard::FormView fields{form, "invoices.terms.field"};
    auto days = fields.field("payment_days");
    days.type = "number";
    days.is_numeric = true;
    auto iban = fields.field("iban");
    iban.is_numeric = true;
    return html::div(
        html::cls("mx-auto w-full max-w-[680px] px-4 py-6"),
        html::h1(html::cls("h1 mb-2"), t("invoices.terms.title")),
        html::p(html::cls("mb-5 text-14 text-fg-2"), t("invoices.terms.detail")), fields.summary(),
        ui::form(
            {.action = html::checked_local(call.in_workspace(page_path)),
             .guard = guard::form_guard(call)},
            ui::input_field(days), ui::input_field(iban), ui::input_field(fields.field("bic")),
            ui::input_field(fields.field("holder")), ui::text_area(fields.field("penalties"), 3),
            ui::text_area(fields.field("early"), 2), ui::text_area(fields.field("mentions"), 3),
            ui::text_area(fields.field("conditions"), 6),
            ui::form_actions(
                ui::submit({.label = t("invoices.editor.save"), .kind = ui::ButtonKind::Primary}))),
        receipts_form(call, are_sent), guard::panels_in(call, "invoice_settings"));
}

http::Response page(Call& call, const forms::Form<SaveTerms>& form)
{
    const bool are_sent =
        call.context().read([](WorkspaceTransaction& tx) { return ReceiptStore{tx}.are_sent(); });
    const auto title = t("invoices.terms.title");
    return guard::render(
        call, guard::Page{.title = title,
                          .body = terms_form(call, form, are_sent ? "on" : ""),
                          .breadcrumbs = ui::breadcrumbs(
                              {{.label = t("guard.nav.settings"),
                                .to = html::checked_local(call.in_workspace("/reglages"))},
                               {.label = title, .to = {}}}),
                          .status = form.is_valid() ? 200 : 422});
}

} // namespace

http::Response show_terms(Call& call)
{
    auto form = call.blank_form<SaveTerms>();
    if (form.typed.empty()) {
        const auto terms =
            call.context().read([](WorkspaceTransaction& tx) { return terms_of(tx); });
        form.typed = {{"payment_days", std::to_string(terms.payment_days)},
                      {"iban", terms.iban},
                      {"bic", terms.bic},
                      {"holder", terms.holder},
                      {"penalties", terms.penalties},
                      {"early", terms.early},
                      {"mentions", terms.mentions},
                      {"conditions", terms.conditions}};
    }
    return page(call, form);
}

http::Response update_terms(Call& call)
{
    auto form = call.form<SaveTerms>();
    check_whole(form);
    if (!form.is_valid()) return page(call, form);
    const auto& typed = form.command;
    const Terms terms{.payment_days = typed.payment_days.value,
                      .iban = typed.iban.value,
                      .bic = typed.bic.value,
                      .holder = typed.holder.value,
                      .penalties = typed.penalties.value,
                      .early = typed.early.value,
                      .conditions = typed.conditions.value,
                      .mentions = typed.mentions.value};
    call.context().write([&](WorkspaceTransaction& tx) { save_terms(tx, terms); });
    return call.redirect(call.in_workspace(page_path), "invoices.notice.terms");
}

http::Response update_receipts(Call& call)
{
    const auto form = call.form<SaveReceipts>();
    const auto sent =
        form.command.are_sent ? ReceiptStore::Sent::always : ReceiptStore::Sent::never;
    call.context().write([&](WorkspaceTransaction& tx) { save_receipts(tx, sent); });
    return call.redirect(call.in_workspace(page_path), "invoices.notice.receipts");
}

} // namespace invoices
