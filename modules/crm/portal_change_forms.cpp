#include "modules/crm/portal_change_forms.hpp"

#include "kernel/base/text.hpp"

#include <type_traits>

namespace crm
{
namespace
{

FieldUses uses_of(const SavePortalFields& typed)
{
    FieldUses uses;
    using Members =
        boost::describe::describe_members<SavePortalFields, boost::describe::mod_public>;
    boost::mp11::mp_for_each<Members>([&](auto member) {
        using Value = std::remove_cvref_t<decltype(typed.*member.pointer)>;
        if constexpr (std::is_same_v<Value, FieldUse>) uses[member.name] = typed.*member.pointer;
    });
    return uses;
}

} // namespace

void check_whole(forms::Form<SavePortalFields>& form)
{
    if (form.command.colleagues == FieldUse::approve)
        form.errors.add(colleagues_code, "forms.error.choice");
}

std::string words_of_uses(const FieldUses& uses)
{
    const auto words = [](std::string_view code, FieldUse use) {
        return std::string{code} + "=" + std::string{forms::enum_name(use)};
    };
    std::vector<std::string> all{words(colleagues_code, colleagues_use(uses))};
    for (const auto& field : portal_fields)
        all.push_back(words(field.code, use_of(uses, field)));
    return base::join(all, " ");
}

FieldUses changed_uses(const SavePortalFields& typed)
{
    auto uses = uses_of(typed);
    for (const auto& shown : base::split(typed.shown.value, ' '))
        std::erase_if(uses, [&](const auto& use) {
            return shown == use.first + "=" + std::string{forms::enum_name(use.second)};
        });
    return uses;
}

} // namespace crm
