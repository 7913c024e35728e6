#include "modules/reminders/reminder_forms.hpp"

#include <algorithm>

namespace reminders
{

void check_whole(forms::Form<SaveReminders>& form)
{
    const auto& typed = form.command;
    auto last = typed.first.value;
    const auto check = [&](const char* field, const auto& days) {
        if (!days) return;
        if (days->value <= last && form.errors.find(field) == nullptr)
            form.errors.add(field, "reminders.refusal.order");
        last = std::max(last, days->value);
    };
    check("second", typed.second);
    check("third", typed.third);
}

} // namespace reminders
