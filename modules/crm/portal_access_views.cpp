#include "modules/crm/portal_access_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Html contact_button(const ContactChoice& contact)
{
    return ui::link_button(
        contact.to, {.label = contact.name,
                     .kind = contact.is_chosen ? ui::ButtonKind::Primary : ui::ButtonKind::Plain,
                     .size = ui::ButtonSize::Small});
}

Html contact_choice(const PortalAccessView& view)
{
    if (view.contacts.empty()) return none;
    return nav(attribute<"aria-label">(t("crm.access.contacts")), cls("mb-5 grid gap-2"),
               p(cls("text-13 text-fg-2"), t("crm.access.contacts")),
               div(cls("flex flex-wrap gap-2"), each(view.contacts, contact_button)));
}

} // namespace

Html portal_access_form(const PortalAccessView& view)
{
    auto email = view.fields.field("email");
    email.inputmode = "email";
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"), h1(cls("h1 mb-2"), t("crm.access.title")),
        p(cls("mb-5 text-fg-2"), t("crm.access.lead", {{"client", view.client_name}})),
        view.fields.summary(), contact_choice(view),
        ui::form({.action = view.action, .guard = view.guard},
                 view.contact.empty() ? none : ui::hidden_field("contact", view.contact),
                 ui::input_field(view.fields.field("name")), ui::input_field(email),
                 ui::input_field(view.fields.field("user_name")),
                 ui::form_actions(
                     ui::submit({.label = t("crm.access.submit"), .kind = ui::ButtonKind::Primary}),
                     ui::link_button(view.back, {.label = t("crm.form.cancel"),
                                                 .kind = ui::ButtonKind::Ghost}))));
}

} // namespace crm
