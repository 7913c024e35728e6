#include "modules/signed_invoices/wish_pages.hpp"

#include "kernel/guard/form_view.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/signed_invoices/request_actions.hpp"
#include "modules/signed_invoices/wish_forms.hpp"

namespace signed_invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* invoices_path = "/reglages/factures";
constexpr const char* page_path = "/reglages/factures/signature";

html::Url url(const Call& call, const char* path)
{
    return html::checked_local(call.in_workspace(path));
}

html::Html wish_card(Call& call, forms::Form<WishSignatures> form)
{
    if (form.typed.empty()) {
        const auto wish = call.context().read([](WorkspaceTransaction& tx) { return wish_of(tx); });
        form.typed = {{"wish", std::string{forms::enum_name(wish)}}};
    }
    const guard::FormView fields{form, "signed_invoices.field"};
    std::vector<ui::Choice> choices;
    for (const auto wish : {Wish::off, Wish::asked, Wish::required}) {
        const std::string code{forms::enum_name(wish)};
        choices.push_back({.value = code,
                           .label = t("signed_invoices.wish." + code),
                           .hint = t("signed_invoices.wish_hint." + code)});
    }
    return ui::card(
        {.title = t("signed_invoices.setting.title"), .id = "signature", .classes = "mt-8"},
        ui::card_body(
            ui::form({.action = url(call, page_path), .guard = guard::form_guard(call)},
                     fields.summary(), ui::radio_group(fields.field("wish"), choices),
                     html::p(html::cls("text-13 text-fg-2"), t("signed_invoices.setting.from_now")),
                     ui::form_actions(ui::submit({.label = t("signed_invoices.setting.save")})))));
}

http::Response page(Call& call, const forms::Form<WishSignatures>& form)
{
    const auto title = t("signed_invoices.setting.title");
    return guard::render(
        call, guard::Page{.title = title,
                          .body = html::div(html::cls("mx-auto w-full max-w-[680px] px-4 py-6"),
                                            wish_card(call, form)),
                          .breadcrumbs = ui::breadcrumbs(
                              {{.label = t("guard.nav.settings"), .to = url(call, "/reglages")},
                               {.label = t("invoices.terms.title"), .to = url(call, invoices_path)},
                               {.label = title, .to = {}}}),
                          .status = form.is_valid() ? 200 : 422});
}

} // namespace

html::Html wish_panel(Call& call)
{
    if (!call.context().workspace().modules.contains("signed_invoices")) return html::none;
    return wish_card(call, {});
}

http::Response show_wish(Call& call)
{
    return page(call, call.blank_form<WishSignatures>());
}

http::Response update_wish(Call& call)
{
    auto form = call.form<WishSignatures>();
    check_whole(form);
    if (!form.is_valid()) return page(call, form);

    call.context().write([&](WorkspaceTransaction& tx) { save_wish(tx, *form.command.wish); });
    return call.redirect(call.in_workspace(invoices_path), "signed_invoices.notice.saved");
}

} // namespace signed_invoices
