#include "modules/quotes/sending_forms.hpp"

#include "kernel/forms/field_types.hpp"

namespace quotes
{

void check_whole(forms::Form<SendQuote>& form, base::Date today)
{
    auto& typed = form.command;
    if (typed.way.value_or(Way::mail) == Way::mail && form.errors.find("email") == nullptr) {
        forms::Email email;
        const auto error = forms::FieldType<forms::Email>::read({typed.email.value}, email);
        if (error) form.errors.add("email", error->key, error->params);
        typed.email.value = email.value;
    }
    if (form.errors.find("valid_until") == nullptr && typed.valid_until < today)
        form.errors.add("valid_until", "quotes.refusal.past_validity");
}

} // namespace quotes
