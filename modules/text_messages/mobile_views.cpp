#include "modules/text_messages/mobile_views.hpp"

#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace text_messages
{

using namespace html;
using i18n::t;

Html mobile_page(const MobileView& view)
{
    const guard::FormView fields{view.form, "text_messages.field"};
    auto mobile = fields.field("mobile");
    mobile.type = "tel";
    mobile.autocomplete = "tel";
    const auto form = ui::form(
        {.action = view.page, .guard = view.guard}, ui::input_field(mobile),
        ui::form_actions(
            ui::submit({.label = t("text_messages.save"), .kind = ui::ButtonKind::Primary}),
            ui::link_button(view.back, {.label = t("text_messages.mobile.back")})));
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[560px] gap-4 p-4 sm:p-6"),
               p(cls("text-fg-2"), t("text_messages.mobile.lead")), fields.summary(),
               ui::card({}, ui::card_body(form)));
}

Html mobile_card(const std::string& mobile, const Url& page)
{
    return ui::card(
        {}, ui::row_link(page, {.lead = ui::tile("smartphone", ui::Tone::Gray),
                                .title = t("text_messages.mobile.title"),
                                .detail = mobile.empty() ? t("text_messages.mobile.none") : mobile,
                                .aside = ui::icon("chevron-right", "i-sm")}));
}

} // namespace text_messages
