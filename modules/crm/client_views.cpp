#include "modules/crm/client_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/duplicate_views.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Html state_of(ClientStatus status)
{
    if (status == ClientStatus::active) return none;
    return ui::badge(t("crm.status." + std::string{forms::enum_name(status)}), ui::Tone::Gray);
}

Html priority_of(ClientPriority priority)
{
    if (priority == ClientPriority::normal) return none;
    const auto word = t("crm.priority." + std::string{forms::enum_name(priority)});
    if (priority == ClientPriority::low) return ui::badge(word, ui::Tone::Gray);
    return ui::badge(word, priority == ClientPriority::vip ? ui::Tone::Violet : ui::Tone::Amber);
}

Html contact_line(const Contact& contact)
{
    return ui::row({.lead = ui::avatar({.name = contact.name}),
                    .title = contact.name,
                    .detail = contact.job.empty() ? contact.email : contact.job,
                    .aside = contact.membership_id
                                 ? ui::badge(t("crm.contact.on_portal"), ui::Tone::Green)
                                 : none});
}

Html email_link(const std::string& email)
{
    const auto url = mail_to(email);
    return url ? ui::link(*url, email) : text(email);
}

Html phone_link(const std::string& number)
{
    const auto url = telephone(number);
    return url ? ui::link(*url, i18n::phone(number)) : text(number);
}

/// Somebody is alike, and nothing forbids another one.
bool is_doubtful(const ClientFormView& view)
{
    return !view.alikes.empty() && view.fields.field("email").error.empty();
}

Html despite_button(const ClientFormView& view)
{
    return ui::submit(
        {.label = t(view.is_new ? "crm.duplicate.add_despite" : "crm.duplicate.save_despite"),
         .name = "despite_alike",
         .value = "on"});
}

} // namespace

Url client_path(std::string_view slug, tenancy::ClientId client)
{
    return route("/e/{}/clients/{}", slug, client);
}

Html client_form(const ClientFormView& view)
{
    const auto field = [&](std::string_view name) { return view.fields.field(name); };
    auto type = field("type");
    type.placeholder = t("crm.field.type_none");
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"),
        h1(cls("h1 mb-5"), t(view.is_new ? "crm.list.new" : "crm.form.edit")),
        view.fields.summary(),
        ui::form(
            {.action = view.action, .guard = view.guard},
            ui::radio_group(field("kind"), {{.value = "company", .label = t("crm.kind.company")},
                                            {.value = "person", .label = t("crm.kind.person")}}),
            ui::input_field(field("company_name")),
            div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), ui::input_field(field("first_name")),
                ui::input_field(field("last_name"))),
            ui::select_field(type, view.types),
            div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), ui::input_field(field("email")),
                ui::input_field(field("phone"))),
            view.self.empty() ? none : ui::hidden_field("self", view.self),
            div(id("alikes"), role("status"), attribute<"data-controller">("suggest"),
                attribute<"data-suggest-url-value">(view.alikes_at.text()),
                attribute<"data-suggest-fields-value">(
                    "company_name first_name last_name email phone self"),
                alike_lines({.slug = view.slug, .alikes = view.alikes})),
            ui::input_field(field("billing_address")),
            div(cls("grid grid-cols-1 gap-4 sm:grid-cols-[120px_1fr]"),
                ui::input_field(field("billing_postal_code")),
                ui::input_field(field("billing_city"))),
            ui::select_field(field("priority"),
                             {{.value = "low", .label = t("crm.priority.low")},
                              {.value = "normal", .label = t("crm.priority.normal")},
                              {.value = "high", .label = t("crm.priority.high")},
                              {.value = "vip", .label = t("crm.priority.vip")}}),
            view.is_new
                ? none
                : ui::select_field(field("status"),
                                   {{.value = "active", .label = t("crm.status.active")},
                                    {.value = "inactive", .label = t("crm.status.inactive")},
                                    {.value = "archived", .label = t("crm.status.archived")}}),
            view.is_new ? none : ui::hidden_field("version", field("version").value),
            ui::form_actions(ui::submit({.label = t(view.is_new ? "crm.form.add" : "crm.form.save"),
                                         .kind = ui::ButtonKind::Primary}),
                             when(is_doubtful(view), despite_button(view)),
                             ui::link_button(view.back, {.label = t("crm.form.cancel"),
                                                         .kind = ui::ButtonKind::Ghost}))));
}

Html client_page(const ClientPageView& view)
{
    const auto& client = view.client;
    const auto address = base::trim(client.billing_address + " " + client.billing_postal_code +
                                    " " + client.billing_city);
    const auto details = ui::properties(
        {{t("crm.field.type"), text(view.type_label)},
         {t("crm.field.email"), client.email.empty() ? none : email_link(client.email)},
         {t("crm.field.phone"), client.phone.empty() ? none : phone_link(client.phone)},
         {t("crm.field.billing_address"), text(address)},
         {t("crm.field.priority"), priority_of(client.priority)},
         {t("crm.field.status"), state_of(client.status)}});
    const auto people = view.contacts.empty()
                            ? ui::card_body(p(cls("text-13 text-fg-3"), t("crm.contact.none")))
                            : each(view.contacts, contact_line);
    return div(
        cls("mx-auto grid w-full max-w-[1240px] grid-cols-1 gap-6 px-4 py-6 lg:px-8 "
            "xl:grid-cols-[1fr_340px]"),
        div(cls("grid min-w-0 grid-cols-1 content-start gap-6"),
            when(!view.alerts.empty(), div(cls("grid gap-2"), view.alerts)),
            div(cls("grid gap-3"),
                div(cls("flex items-center gap-3"),
                    ui::avatar({.name = client.name, .size = ui::AvatarSize::Huge}),
                    h1(cls("h1 min-w-0 truncate"), client.name), priority_of(client.priority)),
                view.tags),
            view.panels),
        div(cls("grid grid-cols-1 content-start gap-6"),
            ui::card({.title = t("crm.page.details"), .id = "details"}, ui::card_body(details)),
            ui::card({.title = t("crm.page.contacts"),
                      .id = "contacts",
                      .count = static_cast<int>(view.contacts.size())},
                     people),
            view.history));
}

} // namespace crm
