#include "modules/notifications/wording_forms.hpp"

#include "kernel/base/text.hpp"

namespace notifications
{

void check_variables(forms::Form<SaveWording>& form, const mail::Template& one)
{
    const auto known = base::join(mail::variables_of(one), ", ");
    const auto check = [&](const char* field, const std::string& text) {
        if (form.errors.find(field) != nullptr) return;
        if (const auto unknown = mail::unknown_variable(one, text))
            form.errors.add(field, "notifications.wording.refusal.unknown_variable",
                            {{"word", *unknown}, {"known", known}});
    };
    check("subject", form.command.subject.value);
    check("body", form.command.body.value);
}

mail::Wording wording_in(const SaveWording& command)
{
    return {.subject = command.subject.value, .body = command.body.value};
}

} // namespace notifications
