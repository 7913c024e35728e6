#include "modules/portability/order_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace portability
{

using namespace html;
using i18n::t;

namespace
{

Html line_row(const OrderLine& line)
{
    const auto aside =
        line.download ? ui::link_button(*line.download, {.label = t("portability.page.download"),
                                                         .icon = "download",
                                                         .size = ui::ButtonSize::Small,
                                                         .more = attribute<"data-turbo">("false")})
                      : ui::badge(t(line.state_key), ui::Tone::Gray);
    return ui::row({.lead = ui::tile("archive", ui::Tone::Gray),
                    .title = line.when,
                    .detail = line.detail,
                    .aside = aside});
}

Html proof_field(const ExportsView& view)
{
    if (view.proof != Proof::password) return none;
    auto field = view.fields.field("current_password");
    field.autocomplete = "current-password";
    field.is_required = true;
    return ui::password_field(field);
}

Html ask_card(const ExportsView& view)
{
    const auto button = ui::form_actions(ui::submit(
        {.label = t("portability.page.ask"), .icon = "archive", .kind = ui::ButtonKind::Primary}));
    const auto form = ui::form({.action = view.ask, .guard = view.guard}, view.fields.summary(),
                               proof_field(view), button);
    const auto again = p(cls("text-14"), t("portability.page.sign_in_again"));
    return ui::card(
        {.title = t("portability.page.new"), .id = "nouvel-export"},
        ui::card_body(group(p(cls("mb-4 text-13 text-fg-2"), t("portability.page.words")),
                            view.proof == Proof::sign_in_again ? again : form)));
}

Html list_card(const ExportsView& view)
{
    const auto rows = view.orders.empty()
                          ? ui::empty_state({.icon = "archive",
                                             .title = t("portability.page.none"),
                                             .detail = t("portability.page.none_words")})
                          : each(view.orders, [](const auto& line) { return line_row(line); });
    return ui::card({.title = t("portability.page.list"), .id = "exports"}, rows);
}

} // namespace

Html exports_page(const ExportsView& view)
{
    return div(
        cls("mx-auto grid w-full max-w-[720px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
        ask_card(view), list_card(view),
        ui::card({.title = t("portability.page.leave"), .id = "partir"},
                 ui::card_body(p(cls("text-13 text-fg-2"), t("portability.page.leave_words")))));
}

} // namespace portability
