#include "modules/crm/portal_access_forms.hpp"

#include "kernel/auth/people.hpp"

namespace crm
{

void check_whole(forms::Form<GivePortalAccess>& form)
{
    const auto& typed = form.command;
    const auto& user_name = typed.user_name.value;
    const auto has_email = !form.typed_value("email").empty();
    if (has_email && !user_name.empty())
        form.errors.add("user_name", "crm.access.refusal.both");
    else if (!has_email && user_name.empty() && form.errors.find("user_name") == nullptr)
        form.errors.add("email", "crm.access.refusal.neither");
    else if (!user_name.empty() && !auth::is_user_name(user_name))
        form.errors.add("user_name", "crm.access.refusal.user_name");
}

bool add_refusal(forms::Form<GivePortalAccess>& form, const base::Refusal& refusal)
{
    const std::string_view code = refusal.code;
    if (code == "auth.refusal.user_name_taken")
        form.errors.add("user_name", refusal.code, refusal.params);
    else if (code == "identity.refusal.already_member")
        form.errors.add("email", "crm.access.refusal.already_in", refusal.params);
    else if (code == "crm.access.refusal.archived")
        form.errors.add("", refusal.code, refusal.params);
    else
        return false;
    return true;
}

} // namespace crm
