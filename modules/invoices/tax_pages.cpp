#include "kernel/base/refusal.hpp"
#include "kernel/guard/form_view.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/tax_actions.hpp"
#include "modules/invoices/tax_forms.hpp"

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/taxes";

std::vector<billing::Regime> regimes_offered(const Call& call)
{
    return billing::regimes_of(presets::find(call.context().workspace().preset).tax_regime);
}

std::vector<ui::Choice> regime_choices(const Call& call)
{
    std::vector<ui::Choice> choices;
    for (const auto regime : regimes_offered(call)) {
        const std::string code{billing::code_of(regime)};
        choices.push_back({.value = code,
                           .label = t("invoices.taxes.regime." + code),
                           .hint = t("invoices.taxes.regime." + code + "_hint")});
    }
    return choices;
}

/// Of the regime that asks taxes: in the other there is hardly a choice.
std::vector<ui::Choice> tax_options(const Call& call)
{
    std::vector<ui::Choice> choices{{.value = "", .label = t("invoices.taxes.first")}};
    for (const auto& tax : billing::tax_choices(regimes_offered(call).front()))
        choices.push_back({.value = std::string{tax.code}, .label = t(tax.name)});
    return choices;
}

http::Response page(Call& call, const forms::Form<SaveTaxes>& form)
{
    const guard::FormView fields{form, "invoices.taxes.field"};
    const auto title = t("invoices.taxes.title");
    const auto body = html::div(
        html::cls("mx-auto w-full max-w-[680px] px-4 py-6"), html::h1(html::cls("h1 mb-2"), title),
        html::p(html::cls("mb-5 text-14 text-fg-2"), t("invoices.taxes.detail")), fields.summary(),
        ui::form({.action = html::checked_local(call.in_workspace(page_path)),
                  .guard = guard::form_guard(call)},
                 ui::hidden_field("seen", version_of(taxes_of(call.context().workspace()))),
                 ui::radio_group(fields.field("regime"), regime_choices(call)),
                 ui::select_field(fields.field("usual"), tax_options(call)),
                 ui::form_actions(ui::submit(
                     {.label = t("invoices.editor.save"), .kind = ui::ButtonKind::Primary}))));
    return guard::render(
        call, guard::Page{.title = title,
                          .body = body,
                          .breadcrumbs = ui::breadcrumbs(
                              {{.label = t("guard.nav.settings"),
                                .to = html::checked_local(call.in_workspace("/reglages"))},
                               {.label = title, .to = {}}}),
                          .status = form.is_valid() ? 200 : 422});
}

} // namespace

http::Response show_taxes(Call& call)
{
    auto form = call.blank_form<SaveTaxes>();
    if (form.typed.empty()) {
        const auto taxes = taxes_of(call.context().workspace());
        form.typed = {{"regime", std::string{billing::code_of(taxes.regime)}},
                      {"usual", taxes.usual}};
    }
    return page(call, form);
}

http::Response update_taxes(Call& call)
{
    auto form = call.form<SaveTaxes>();
    if (!form.is_valid()) return page(call, form);
    const auto regime = billing::find_regime(form.command.regime.value);
    if (!regime) throw base::NotFound{};
    const Taxes taxes{.regime = *regime, .usual = form.command.usual.value};
    call.context().write(
        [&](WorkspaceTransaction& tx) { save_taxes(tx, taxes, form.command.seen.value); });
    return call.redirect(call.in_workspace(page_path), "invoices.notice.taxes");
}

} // namespace invoices
