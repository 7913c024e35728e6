#include "modules/signed_invoices/team_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"

namespace signed_invoices
{

using namespace html;
using i18n::t;

namespace
{

Html waiting_body(const Standing& standing)
{
    const auto* const detail =
        standing.holds_back() ? "signed_invoices.team.required" : "signed_invoices.team.asked";
    return group(p(cls("text-14 font-[560]"), t("signed_invoices.mark.waits")),
                 p(cls("mt-1 text-14 text-fg-2"), t(detail)));
}

Html signed_body(const TeamPanelView& view)
{
    const auto paper = ui::link_button(view.paper, {.label = t("signed_invoices.team.paper"),
                                                    .icon = "download",
                                                    .size = ui::ButtonSize::Small,
                                                    .more = attribute<"data-turbo">("false")});
    const auto evidence =
        view.evidence ? ui::link_button(*view.evidence, {.label = t("signed_invoices.team.proof"),
                                                         .kind = ui::ButtonKind::Ghost,
                                                         .size = ui::ButtonSize::Small})
                      : none;
    return group(p(cls("text-14 break-words"),
                   t("signed_invoices.team.signed",
                     {{"on", view.signed_on}, {"name", view.signature->signer_name}})),
                 p(cls("mt-1 text-13 text-fg-2"), t("signed_invoices.team.signed_detail")),
                 div(cls("mt-3 flex flex-wrap gap-2"), paper, evidence));
}

} // namespace

Html team_card(const TeamPanelView& view)
{
    return ui::card(
        {.title = t("signed_invoices.client.title"), .id = "signature", .classes = "mb-5"},
        ui::card_body(view.signature ? signed_body(view) : waiting_body(view.standing)));
}

} // namespace signed_invoices
