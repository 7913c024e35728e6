#pragma once

#include "modules/crm/client.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace crm
{

/// What a client may do with one field of his own record. `approve`: he asks, the team decides.
enum class FieldUse { hidden, read, edit, approve };
BOOST_DESCRIBE_ENUM(FieldUse, hidden, read, edit, approve)

/// Whose value it is: of the person signed in, or of the record he belongs to.
enum class FieldOf { person, record };

struct PortalField {
    std::string_view code; ///< "billing_address": label "crm.details.field.billing_address"
    FieldOf of = FieldOf::record;
    FieldUse usual = FieldUse::read; ///< until the workspace says otherwise
};
inline constexpr std::array<PortalField, 12> portal_fields{
    {{"contact_name", FieldOf::person, FieldUse::read},
     {"contact_job", FieldOf::person, FieldUse::edit},
     {"contact_phone", FieldOf::person, FieldUse::edit},
     {"contact_email", FieldOf::person, FieldUse::edit},
     {"company_name", FieldOf::record, FieldUse::read},
     {"person_name", FieldOf::record, FieldUse::read},
     {"type", FieldOf::record, FieldUse::read},
     {"email", FieldOf::record, FieldUse::edit},
     {"phone", FieldOf::record, FieldUse::edit},
     {"billing_address", FieldOf::record, FieldUse::edit},
     {"delivery_address", FieldOf::record, FieldUse::edit},
     {"language", FieldOf::record, FieldUse::edit}}};
/// Languages a client may prefer to be written to in.
inline constexpr std::array<std::string_view, 6> client_languages{"fr", "en", "de",
                                                                  "es", "it", "nl"};

/// By code; a field that is not there has its usual use.
using FieldUses = std::map<std::string, FieldUse, std::less<>>;
FieldUse use_of(const FieldUses& uses, const PortalField& field);
bool may_change(FieldUse use);
/// Whether the people of one client know each other in the portal: hidden, read, or edit, which is
/// to invite a colleague. Kept beside the fields.
inline constexpr std::string_view colleagues_code = "colleagues";
FieldUse colleagues_use(const FieldUses& uses);
/// A new address counts once its owner followed the link sent to it.
bool is_email(std::string_view code);

/// A portal user and his record, as « Mes informations » shows them.
struct Details {
    Client client;
    std::optional<Contact> contact; ///< who he is in the record, when somebody wrote him down
    std::string sign_in_email;      ///< of his account; empty when he has a user name
};
/// A particular is his record: his own telephone is not asked twice.
bool is_shown(const PortalField& field, const Details& details);
/// One line a part: "12 quai Sud\n29900\nConcarneau". Throws std::logic_error for no field.
std::string value_of(const Details& details, std::string_view code);
void set_value(Details& details, std::string_view code, const std::string& value);
/// On one line: "12 quai Sud, 29900 Concarneau"; of a name, "Malo Kervella".
std::string shown_value(std::string_view code, const std::string& value);

} // namespace crm
