#include "modules/crm/portal_field.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace crm
{
namespace
{

/// The texts of a record that one field stands for, in the order they are typed.
using Parts = std::vector<std::string Client::*>;

Parts parts_of(std::string_view code)
{
    if (code == "company_name") return {&Client::company_name};
    if (code == "person_name") return {&Client::first_name, &Client::last_name};
    if (code == "type") return {&Client::type};
    if (code == "email") return {&Client::email};
    if (code == "phone") return {&Client::phone};
    if (code == "language") return {&Client::language};
    if (code == "billing_address")
        return {&Client::billing_address, &Client::billing_postal_code, &Client::billing_city};
    if (code == "delivery_address")
        return {&Client::delivery_address, &Client::delivery_postal_code, &Client::delivery_city};
    throw std::logic_error("not a field of a record: " + std::string{code});
}

std::string Contact::*contact_part(std::string_view code)
{
    if (code == "contact_name") return &Contact::name;
    if (code == "contact_job") return &Contact::job;
    if (code == "contact_phone") return &Contact::phone;
    return nullptr;
}

/// A private person's address is his record's too.
void set_email(Details& details, const std::string& value)
{
    const auto before = value_of(details, "contact_email");
    const bool is_same = details.client.email == base::lower_ascii(before);
    if (!details.sign_in_email.empty()) details.sign_in_email = value;
    if (details.contact) details.contact->email = base::lower_ascii(value);
    if (details.client.kind == ClientKind::person && is_same) details.client.email = value;
}

bool is_blank(const std::string& value)
{
    return value.find_first_not_of('\n') == std::string::npos;
}

} // namespace

FieldUse use_of(const FieldUses& uses, const PortalField& field)
{
    const auto found = uses.find(field.code);
    return found == uses.end() ? field.usual : found->second;
}

FieldUse colleagues_use(const FieldUses& uses)
{
    const auto found = uses.find(colleagues_code);
    return found == uses.end() ? FieldUse::hidden : found->second;
}

bool may_change(FieldUse use)
{
    return use == FieldUse::edit || use == FieldUse::approve;
}

bool is_email(std::string_view code)
{
    return code == "email" || code == "contact_email";
}

bool is_shown(const PortalField& field, const Details& details)
{
    const bool is_person = details.client.kind == ClientKind::person;
    if (field.code == "contact_email")
        return !details.sign_in_email.empty() || details.contact.has_value();
    if (field.of == FieldOf::person) return !is_person && details.contact.has_value();
    if (field.code == "person_name") return is_person;
    if (field.code == "company_name" || field.code == "type") return !is_person;
    return field.code != "email" || !is_person;
}

std::string value_of(const Details& details, std::string_view code)
{
    if (code == "contact_email") {
        if (!details.sign_in_email.empty()) return details.sign_in_email;
        return details.contact ? details.contact->email : std::string{};
    }
    if (const auto part = contact_part(code))
        return details.contact ? (*details.contact).*part : std::string{};
    std::vector<std::string> values;
    for (const auto part : parts_of(code))
        values.push_back(details.client.*part);
    const auto value = base::join(values, "\n");
    return is_blank(value) ? std::string{} : value;
}

void set_value(Details& details, std::string_view code, const std::string& value)
{
    if (code == "contact_email") {
        set_email(details, value);
        return;
    }
    if (const auto part = contact_part(code)) {
        if (details.contact) (*details.contact).*part = value;
        return;
    }
    auto lines = base::split(value, '\n');
    const auto parts = parts_of(code);
    lines.resize(std::max(lines.size(), parts.size()));
    for (std::size_t i = 0; i < parts.size(); ++i)
        details.client.*parts[i] = lines[i];
}

std::string shown_value(std::string_view code, const std::string& value)
{
    if (!code.ends_with("_address")) return base::trim(base::replace_all(value, "\n", " "));
    const auto lines = base::split(value, '\n');
    const auto town =
        base::trim(base::join(std::vector<std::string>{lines.begin() + 1, lines.end()}, " "));
    return lines.front().empty() || town.empty() ? lines.front() + town
                                                 : lines.front() + ", " + town;
}

} // namespace crm
