#include "modules/crm/portal_details_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/portal_details_forms.hpp"

#include <algorithm>

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

std::string label_of(const std::string& field)
{
    return t("crm.details.field." + field);
}

std::string record_title(bool is_company)
{
    return t(is_company ? "crm.details.company" : "crm.details.record");
}

Html asked_line(const AskedLine& line)
{
    return div(cls("mt-1.5 grid gap-1"), div(ui::badge(line.badge, line.tone)),
               p(cls("text-13 text-fg-2"), line.words));
}

Html detail(const DetailLine& line)
{
    const auto value = line.value.empty() ? span(cls("text-fg-3"), t("crm.details.empty"))
                                          : span(cls("break-words"), line.value);
    return div(cls("border-t border-line first:border-t-0 px-4 py-3 sm:grid sm:gap-4 "
                   "sm:grid-cols-2"),
               dt(cls("text-13 text-fg-3"), label_of(line.field)),
               dd(cls("min-w-0 text-14"), value, each(line.asked, asked_line)));
}

Html details_card(const std::string& title, const char* id, const std::vector<DetailLine>& lines)
{
    if (lines.empty()) return none;
    return ui::card({.title = title, .id = id}, dl(each(lines, detail)));
}

std::string autocomplete_of(std::string_view name)
{
    if (name.ends_with("email")) return "email";
    if (name.ends_with("phone")) return "tel";
    if (name == "contact_name") return "name";
    if (name == "contact_job") return "organization-title";
    if (name == "company_name") return "organization";
    if (name == "first_name") return "given-name";
    if (name == "last_name") return "family-name";
    if (name == "billing_address") return "street-address";
    if (name == "billing_postal_code") return "postal-code";
    if (name == "billing_city") return "address-level2";
    return {};
}

ui::Field input(const DetailsFormView& view, const std::string& name)
{
    auto field = view.fields.field(name);
    field.autocomplete = autocomplete_of(name);
    if (name.ends_with("email")) field.type = "email";
    if (name.ends_with("phone")) field.type = "tel";
    return field;
}

std::vector<ui::Choice> language_choices()
{
    std::vector<ui::Choice> choices;
    for (const auto code : client_languages)
        choices.push_back({.value = std::string{code},
                           .label = t("crm.details.language." + std::string{code}),
                           .hint = {}});
    return choices;
}

Html address_inputs(const DetailsFormView& view, const std::vector<std::string>& names,
                    const ui::Field& street)
{
    return group(ui::input_field(street),
                 div(cls("grid grid-cols-1 gap-4 sm:grid-cols-[120px_1fr]"),
                     ui::input_field(input(view, names[1])),
                     ui::input_field(input(view, names[2]))));
}

Html own_password(const DetailsFormView& view)
{
    auto field = view.fields.field("current_password");
    field.autocomplete = "current-password";
    return ui::password_field(field);
}

Html field_inputs(const DetailsFormView& view, const std::string& code)
{
    const auto names = inputs_of(code);
    auto first = input(view, names.front());
    if (first.hint.empty() && std::ranges::count(view.approved, code) > 0)
        first.hint = t("crm.details.approve_hint");
    if (code == "type") return ui::select_field(first, view.types);
    if (code == "language") return ui::select_field(first, language_choices());
    if (names.size() == 3) return address_inputs(view, names, first);
    if (names.size() == 2)
        return div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), ui::input_field(first),
                   ui::input_field(input(view, names[1])));
    if (code == "contact_email" && view.asks_password)
        return group(ui::input_field(first), own_password(view));
    return ui::input_field(first);
}

Html inputs_card(const DetailsFormView& view, const std::string& title,
                 const std::vector<std::string>& codes)
{
    if (codes.empty()) return none;
    return fieldset(cls("card grid grid-cols-1 gap-4 p-4"), legend(cls("sr-only"), title),
                    p(cls("h2"), attribute<"aria-hidden">("true"), title),
                    each(codes, [&](const auto& code) { return field_inputs(view, code); }));
}

} // namespace

Html my_details_page(const MyDetailsView& view)
{
    if (view.person.empty() && view.record.empty())
        return div(cls("grid grid-cols-1 gap-6"), h1(cls("h1"), t("crm.details.title")),
                   ui::empty_state({.icon = "user-round",
                                    .title = t("crm.details.none"),
                                    .detail = t("crm.details.none_words")}),
                   view.panels);
    const auto edit = view.edit ? ui::link_button(*view.edit, {.label = t("crm.details.edit"),
                                                               .icon = "pencil",
                                                               .kind = ui::ButtonKind::Primary})
                                : none;
    return div(cls("mx-auto grid w-full max-w-[720px] grid-cols-1 gap-6"),
               div(cls("flex flex-wrap items-center gap-3"),
                   h1(cls("h1 min-w-0 flex-1"), t("crm.details.title")), edit),
               p(cls("text-14 text-fg-2"), t("crm.details.words")),
               details_card(t("crm.details.person"), "vous", view.person),
               details_card(record_title(view.is_company), "dossier", view.record), view.panels);
}

Html my_details_form(const DetailsFormView& view)
{
    return div(
        cls("mx-auto grid w-full max-w-[720px] grid-cols-1 gap-6"),
        h1(cls("h1"), t("crm.details.edit_title")), view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard, .classes = "grid grid-cols-1 gap-6"},
                 ui::hidden_field("version", view.fields.field("version").value),
                 inputs_card(view, t("crm.details.person"), view.person),
                 inputs_card(view, record_title(view.is_company), view.record),
                 ui::form_actions(
                     ui::submit({.label = t("crm.details.save"), .kind = ui::ButtonKind::Primary}),
                     ui::link_button(view.back, {.label = t("crm.form.cancel"),
                                                 .kind = ui::ButtonKind::Ghost}))));
}

Html address_link_page(const AddressLinkView& view)
{
    return div(
        cls("mx-auto grid w-full max-w-[720px] grid-cols-1 gap-6"),
        h1(cls("h1"), t("crm.details.address.title")),
        p(cls("text-14 break-words"), t("crm.details.address.words", {{"address", view.address}})),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::form_actions(ui::submit({.label = t("crm.details.address.confirm"),
                                              .kind = ui::ButtonKind::Primary}))));
}

} // namespace crm
