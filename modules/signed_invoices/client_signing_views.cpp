#include "modules/signed_invoices/client_signing_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

namespace signed_invoices
{

using namespace html;
using i18n::t;

namespace
{

Html signed_card(const ClientPanelView& view)
{
    const auto words =
        t("signed_invoices.client.signed", {{"on", view.signed_on}, {"name", view.signed_by}});
    const auto paper =
        ui::link_button(view.signed_paper, {.label = t("signed_invoices.client.signed_paper"),
                                            .icon = "download",
                                            .classes = "w-full",
                                            .more = attribute<"data-turbo">("false")});
    return ui::card_body(div(cls("grid grid-cols-1 gap-3"), p(cls("text-14"), words), paper));
}

/// Why it cannot be signed here and now.
const char* hindrance_key(const ClientPanelView& view)
{
    return view.needs_account ? "signed_invoices.client.needs_account"
                              : "signed_invoices.client.paper_waits";
}

Html waiting_body(const ClientPanelView& view)
{
    const auto* const why = view.standing.holds_back() ? "signed_invoices.client.required"
                                                       : "signed_invoices.client.asked";
    const auto sign = ui::link_button(view.sign, {.label = t("signed_invoices.client.sign"),
                                                  .icon = "signature",
                                                  .kind = ui::ButtonKind::Primary,
                                                  .size = ui::ButtonSize::Large,
                                                  .classes = "w-full"});
    return ui::card_body(
        div(cls("grid grid-cols-1 gap-3"), p(cls("text-14"), t(why)),
            view.is_signable ? sign : p(cls("text-14 text-fg-2"), t(hindrance_key(view)))));
}

Html sum_row(const std::string& label, const std::string& amount)
{
    return div(cls("flex items-baseline justify-between gap-4 py-1"),
               span(cls("text-14 text-fg-2"), label), span(cls("num font-[560]"), amount));
}

} // namespace

Html client_card(const ClientPanelView& view)
{
    const bool is_signed = !view.signed_on.empty();
    return ui::card(
        {.title = t("signed_invoices.client.title"), .id = "signature", .classes = "mb-5"},
        is_signed ? signed_card(view) : waiting_body(view));
}

Html waiting_card(const std::string& invoices, const std::vector<WaitingInvoice>& rows)
{
    if (rows.empty()) return none;
    const auto badge = ui::badge(t("signed_invoices.mark.waits"), ui::Tone::Amber);
    return ui::card({.title = t("signed_invoices.client.waiting"),
                     .id = "unsigned-invoices",
                     .count = static_cast<int>(rows.size()),
                     .classes = "mb-5"},
                    each(rows, [&](const WaitingInvoice& row) {
                        return ui::row_link(
                            checked_local(invoices + row.id.text()),
                            {.title = row.title, .detail = row.number, .aside = badge});
                    }));
}

Html signing_view(const SigningView& view)
{
    const auto paper = ui::link_button(view.paper, {.label = t("signed_invoices.client.read"),
                                                    .icon = "file-text",
                                                    .more = attribute<"data-turbo">("false")});
    const auto back = ui::link_button(
        view.back, {.label = t("signed_invoices.client.back"), .kind = ui::ButtonKind::Ghost});
    return div(
        div(cls("mb-5"),
            p(cls("num text-14 text-fg-2"),
              t("signed_invoices.paper.title", {{"number", view.number}})),
            h1(cls("h1 break-words"), t("signed_invoices.client.heading", {{"title", view.title}})),
            p(cls("mt-1 text-14 text-fg-2"), t("signed_invoices.client.intro"))),
        div(cls("grid grid-cols-1 gap-x-6 lg:grid-cols-2"),
            div(ui::card(
                {.title = t("signed_invoices.client.what"), .id = "document", .classes = "mb-5"},
                group(ui::card_body(
                          group(sum_row(t("signed_invoices.client.issued_on"), view.issued_on),
                                sum_row(t("signed_invoices.client.gross"), view.gross),
                                sum_row(t("signed_invoices.client.left"), view.left))),
                      div(cls("flex flex-wrap gap-2 border-t border-line p-4"), paper, back)))),
            div(ui::card(
                {.title = t("signed_invoices.client.sign"), .id = "sign", .classes = "mb-5"},
                ui::card_body(view.form)))));
}

} // namespace signed_invoices
