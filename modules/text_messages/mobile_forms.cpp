#include "modules/text_messages/mobile_forms.hpp"

#include "kernel/sms/number.hpp"

namespace text_messages
{

void check_whole(forms::Form<SaveMobile>& form, std::string_view tax_regime)
{
    if (!form.is_valid() || !form.command.mobile) return;
    const auto number =
        sms::international(form.command.mobile->value, sms::calling_code_of(tax_regime));
    if (!number || !sms::may_receive(*number))
        form.errors.add("mobile", "text_messages.error.number");
}

} // namespace text_messages
