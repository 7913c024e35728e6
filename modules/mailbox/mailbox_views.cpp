#include "modules/mailbox/mailbox_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace mailbox
{

using namespace html;
using i18n::t;

namespace
{

/// The same said where no answers of clients come in.
std::string of(const MailboxView& view, const std::string& key)
{
    return view.has_tickets ? key : key + "_alone";
}

Html situation(const MailboxView& view)
{
    const auto& box = view.mailbox;
    if (box.is_connected())
        return ui::banner({.tone = ui::Tone::Green,
                           .icon = "circle-check",
                           .words = t(of(view, "mailbox.settings.connected"),
                                      {{"address", box.address}, {"when", view.connected_when}})});
    if (box.address.empty())
        return ui::banner({.tone = ui::Tone::Gray,
                           .icon = "inbox",
                           .words = t(of(view, "mailbox.settings.none"))});
    if (box.state == mail::MailboxState::stopped)
        return ui::banner(
            {.tone = ui::Tone::Gray, .icon = "inbox", .words = t("mailbox.settings.stopped")});
    return ui::banner(
        {.tone = ui::Tone::Amber,
         .icon = "triangle-alert",
         .words = t(box.check_id != 0 ? "mailbox.settings.checking" : "mailbox.settings.draft")});
}

Html address_form(const MailboxView& view, const Url& page)
{
    auto address = view.fields.field("address", view.mailbox.address);
    address.type = "email";
    address.placeholder = "support@entreprise.example";
    if (!view.has_tickets) address.hint = t("mailbox.settings.address_alone");
    auto server = view.fields.field("trusted_server", view.mailbox.trusted_server);
    server.placeholder = "mx.entreprise.example";
    return ui::card(
        {.title = t("mailbox.settings.address"), .id = "adresse"},
        ui::card_body(ui::form({.action = page, .guard = view.guard}, ui::input_field(address),
                               ui::input_field(server),
                               ui::form_actions(ui::submit({.label = t("mailbox.settings.save"),
                                                            .kind = ui::ButtonKind::Primary})))));
}

Html small_form(const MailboxView& view, const Url& action, const ui::Button& button)
{
    return ui::form({.action = action, .guard = view.guard, .classes = ""}, ui::submit(button));
}

Html connection(const MailboxView& view, const Url& page)
{
    if (view.mailbox.address.empty()) return none;
    const bool is_on = view.mailbox.state != mail::MailboxState::stopped;
    const auto check = small_form(view, checked_local(page.text() + "/essai"),
                                  {.label = t("mailbox.settings.check"), .icon = "send"});
    const auto stop = small_form(view, checked_local(page.text() + "/arret"),
                                 {.label = t("mailbox.settings.stop")});
    return ui::card(
        {.title = t("mailbox.settings.connection"), .id = "branchement"},
        ui::card_body(
            div(cls("grid grid-cols-1 gap-3"), p(cls("text-13"), t("mailbox.settings.how")),
                div(cls("overflow-x-auto"), code(cls("text-13 break-all"), view.command)),
                p(cls("text-13 text-fg-2"), t(of(view, "mailbox.settings.check_lead"))),
                view.sends_mail
                    ? none
                    : p(cls("text-13"), ui::tone(t("mailbox.settings.no_sender"), ui::Tone::Amber)),
                div(cls("flex flex-wrap gap-2"), check, when(is_on, stop)))));
}

} // namespace

Html mailbox_page(const MailboxView& view)
{
    const auto page = route("/e/{}/reglages/reception", view.slug);
    const auto waiting =
        !view.has_tickets ? none
                          : ui::card({}, ui::row_link(route("/e/{}/courrier", view.slug),
                                                      {.lead = ui::tile("mail", ui::Tone::Gray),
                                                       .title = t("mailbox.title"),
                                                       .detail = t("mailbox.settings.waiting_hint"),
                                                       .aside = {}}));
    return div(cls("mx-auto w-full max-w-[760px] px-4 py-6 grid grid-cols-1 gap-5"),
               p(cls("text-13 text-fg-2"), t(of(view, "mailbox.settings.lead"))), situation(view),
               view.fields.summary(), address_form(view, page), connection(view, page), waiting);
}

} // namespace mailbox
