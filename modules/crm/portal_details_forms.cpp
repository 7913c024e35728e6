#include "modules/crm/portal_details_forms.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>

namespace crm
{
namespace
{

bool is_typed(const forms::Form<SaveMyDetails>& form, std::string_view name)
{
    return std::ranges::any_of(form.typed, [&](const auto& one) { return one.first == name; });
}

/// By name, as they were read.
std::map<std::string, std::string, std::less<>> values_of(const SaveMyDetails& typed)
{
    const auto text = [](const auto& field) { return field ? field->value : std::string{}; };
    return {{"contact_name", typed.contact_name.value},
            {"contact_job", typed.contact_job.value},
            {"contact_phone", text(typed.contact_phone)},
            {"contact_email", text(typed.contact_email)},
            {"company_name", typed.company_name.value},
            {"first_name", typed.first_name.value},
            {"last_name", typed.last_name.value},
            {"type", typed.type.value},
            {"email", text(typed.email)},
            {"phone", text(typed.phone)},
            {"billing_address", typed.billing_address.value},
            {"billing_postal_code", typed.billing_postal_code.value},
            {"billing_city", typed.billing_city.value},
            {"delivery_address", typed.delivery_address.value},
            {"delivery_postal_code", typed.delivery_postal_code.value},
            {"delivery_city", typed.delivery_city.value},
            {"language", typed.language.value}};
}

void require(forms::Form<SaveMyDetails>& form, std::string_view name)
{
    if (is_typed(form, name) && base::trim(form.typed_value(name)).empty())
        form.errors.add(name, "forms.error.required");
}

void check_choice(forms::Form<SaveMyDetails>& form, std::string_view name, bool is_known)
{
    if (is_typed(form, name) && !is_known) form.errors.add(name, "forms.error.choice");
}

} // namespace

std::vector<std::string> inputs_of(std::string_view field)
{
    if (field == "person_name") return {"first_name", "last_name"};
    if (field == "billing_address")
        return {"billing_address", "billing_postal_code", "billing_city"};
    if (field == "delivery_address")
        return {"delivery_address", "delivery_postal_code", "delivery_city"};
    return {std::string{field}};
}

forms::Typed typed_of(const Details& details)
{
    forms::Typed typed{{"version", std::to_string(details.client.version)}};
    for (const auto& field : portal_fields) {
        const auto names = inputs_of(field.code);
        auto lines = base::split(value_of(details, field.code), '\n');
        lines.resize(names.size());
        for (std::size_t i = 0; i < names.size(); ++i)
            typed.emplace_back(names[i], lines[i]);
    }
    return typed;
}

std::vector<WantedField> wanted_fields(const forms::Form<SaveMyDetails>& form)
{
    const auto values = values_of(form.command);
    std::vector<WantedField> wanted;
    for (const auto& field : portal_fields) {
        std::vector<std::string> lines;
        bool is_there = false;
        for (const auto& name : inputs_of(field.code)) {
            is_there = is_there || is_typed(form, name);
            lines.push_back(values.at(name));
        }
        auto value = base::join(lines, "\n");
        if (value.find_first_not_of('\n') == std::string::npos) value.clear();
        if (is_there)
            wanted.push_back({.field = std::string{field.code}, .value = std::move(value)});
    }
    return wanted;
}

void check_whole(forms::Form<SaveMyDetails>& form, const Details& details,
                 const std::vector<std::string>& types)
{
    for (const char* name : {"contact_name", "company_name", "last_name"})
        require(form, name);
    if (!details.sign_in_email.empty()) require(form, "contact_email");
    const auto& type = form.command.type.value;
    check_choice(form, "type", type == details.client.type || std::ranges::count(types, type) > 0);
    check_choice(form, "language",
                 std::ranges::count(client_languages, form.command.language.value) > 0);
}

bool add_refusal(forms::Form<SaveMyDetails>& form, const base::Refusal& refusal)
{
    const std::string_view code = refusal.code;
    if (code == "crm.refusal.no_contact")
        form.errors.add("phone", refusal.code);
    else if (code == "crm.change.refusal.too_many")
        form.errors.add("", refusal.code, refusal.params);
    else
        return false;
    return true;
}

} // namespace crm
