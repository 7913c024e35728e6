#include "modules/crm/portal_change_forms.hpp"

namespace crm
{

void check_whole(forms::Form<SavePortalFields>& form)
{
    if (form.command.colleagues == FieldUse::approve)
        form.errors.add(colleagues_code, "forms.error.choice");
}

FieldUses uses_of(const SavePortalFields& typed)
{
    FieldUses uses;
    using Members =
        boost::describe::describe_members<SavePortalFields, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>(
        [&](auto member) { uses[member.name] = typed.*member.pointer; });
    return uses;
}

} // namespace crm
