#pragma once

#include "kernel/forms/form.hpp"
#include "modules/crm/portal_field.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace crm
{

enum class Decision { accept, refuse };
BOOST_DESCRIBE_ENUM(Decision, accept, refuse)

/// The team answers a change that a client asked for.
struct SettleChange {
    Decision decision = Decision::accept;
    forms::LongText<0, 500> reason; ///< asked of a refusal; the client reads it
    std::optional<forms::Number<1, 1'000'000'000>> version; ///< of the record that was shown
};
BOOST_DESCRIBE_STRUCT(SettleChange, (), (decision, reason, version))

/// What clients may do with each field: one use a PortalField, by its code.
struct SavePortalFields {
    FieldUse contact_name = FieldUse::read;
    FieldUse contact_job = FieldUse::read;
    FieldUse contact_phone = FieldUse::read;
    FieldUse contact_email = FieldUse::read;
    FieldUse company_name = FieldUse::read;
    FieldUse person_name = FieldUse::read;
    FieldUse type = FieldUse::read;
    FieldUse email = FieldUse::read;
    FieldUse phone = FieldUse::read;
    FieldUse billing_address = FieldUse::read;
    FieldUse delivery_address = FieldUse::read;
    FieldUse language = FieldUse::read;
    FieldUse colleagues = FieldUse::hidden; ///< not `approve`
    forms::Text<0, 500> shown;              ///< words_of_uses when the page was made
};
BOOST_DESCRIBE_STRUCT(SavePortalFields, (),
                      (contact_name, contact_job, contact_phone, contact_email, company_name,
                       person_name, type, email, phone, billing_address, delivery_address, language,
                       colleagues, shown))

/// Adds to the form that colleagues are hidden, seen or invited.
void check_whole(forms::Form<SavePortalFields>& form);

/// "phone=edit language=read …", of every field and the colleagues: what a page sends back.
std::string words_of_uses(const FieldUses& uses);
/// Those that differ from what was shown.
FieldUses changed_uses(const SavePortalFields& typed);

} // namespace crm
