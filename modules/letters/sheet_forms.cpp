#include "modules/letters/sheet_forms.hpp"

namespace letters
{

void check_whole(forms::Form<SendLetter>& form)
{
    auto& typed = form.command;
    if (typed.way.value_or(Way::mail) != Way::mail || form.errors.find("email") != nullptr) return;
    forms::Email email;
    const auto error = forms::FieldType<forms::Email>::read({typed.email.value}, email);
    if (error) form.errors.add("email", error->key, error->params);
    typed.email.value = email.value;
}

forms::Typed typed_of(const Content& content)
{
    forms::Typed typed{{"colour", content.colour},
                       {"spacing", std::string{forms::enum_name(content.spacing)}}};
    if (!content.colour.empty()) typed.emplace_back("own_colour", "on");
    return typed;
}

} // namespace letters
