#include "modules/invoices/payment_link_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace invoices
{

using namespace html;
using i18n::t;

namespace
{

/// Read and copied by hand without script.
Html link_text(const PaymentLink& link)
{
    return p(cls("select-all break-all text-12 text-fg-2"), attribute<"data-copy-target">("text"),
             link.url);
}

Html copy_button()
{
    return ui::button(
        {.label = t("invoices.payment_link.copy"),
         .icon = "copy",
         .size = ui::ButtonSize::Small,
         .more = attributes(attribute<"data-action">("copy#copy"),
                            attribute<"data-copied">(t("invoices.payment_link.copied")))});
}

} // namespace

Html payment_link_row(const PaymentLink& link, const std::string& send)
{
    if (!link.waits_for.empty())
        return p(cls("text-13 text-fg-2"),
                 t("invoices.payment_link.waits", {{"number", link.waits_for}}));
    const auto sending =
        send.empty() ? none
                     : ui::link_button(checked_local(send), {.label = t("invoices.payment_link."
                                                                        "send"),
                                                             .icon = "send",
                                                             .size = ui::ButtonSize::Small});
    return div(cls("grid grid-cols-1 gap-2"), attribute<"data-controller">("copy"), link_text(link),
               div(cls("flex flex-wrap gap-2"), copy_button(), sending));
}

Html payment_link_card(const std::optional<PaymentLink>& link, const std::string& send)
{
    if (!link) return none;
    return ui::card(
        {.title = t("invoices.payment_link.title"), .id = "pay-link", .classes = "mb-5"},
        ui::card_body(group(when(link->waits_for.empty(), p(cls("mb-2 text-13 text-fg-2"),
                                                            t("invoices.payment_link.detail"))),
                            payment_link_row(*link, send))));
}

Html link_sending_page(const LinkSendingView& view)
{
    auto email = view.fields.field("email");
    email.type = "email";
    return div(cls("mx-auto w-full max-w-[640px] px-4 py-6"),
               h1(cls("h1 mb-3"), t("invoices.payment_link.heading")),
               p(cls("num mb-2 font-[560]"), view.number, " · ", view.client_name),
               p(cls("mb-5 text-14 text-fg-2"),
                 t("invoices.payment_link.what", {{"amount", view.amount}})),
               view.fields.summary(),
               ui::form({.action = view.action, .guard = view.guard}, ui::input_field(email),
                        ui::form_actions(
                            ui::submit({.label = t("invoices.payment_link.submit"),
                                        .icon = "send",
                                        .kind = ui::ButtonKind::Primary}),
                            ui::link_button(view.back, {.label = t("invoices.payment_link.back"),
                                                        .kind = ui::ButtonKind::Ghost}))));
}

} // namespace invoices
