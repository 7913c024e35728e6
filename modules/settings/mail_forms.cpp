#include "modules/settings/mail_forms.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>

namespace settings
{
namespace
{

bool is_host(std::string_view text)
{
    const auto is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '-';
    };
    return std::all_of(text.begin(), text.end(), is_allowed) && !text.starts_with('.') &&
           !text.starts_with('-');
}

} // namespace

void check_whole(forms::Form<SaveSender>& form, const mail::Sender& kept)
{
    const auto& command = form.command;
    const bool has_user = !command.user_name.value.empty();
    const bool has_password = !command.password.value.empty() || kept.has_password;
    if (form.errors.find("host") == nullptr && !is_host(command.host.value))
        form.errors.add("host", "settings.error.host");
    if (has_user && !has_password) form.errors.add("password", "forms.error.required");
    if (has_user && command.encryption == mail::Encryption::none)
        form.errors.add("encryption", "settings.error.password_in_clear");
}

forms::Form<SaveSender> form_of(const mail::Sender& sender)
{
    return {.command = {},
            .typed = {{"host", sender.host},
                      {"port", std::to_string(sender.port)},
                      {"encryption", std::string{forms::enum_name(sender.encryption)}},
                      {"user_name", sender.user_name},
                      {"from_name", sender.from_name},
                      {"from_email", sender.from_email}},
            .errors = {}};
}

mail::SenderChange change_of(const SaveSender& command)
{
    return {.host = base::lower_ascii(command.host.value),
            .port = static_cast<int>(command.port.value),
            .encryption = command.encryption,
            .user_name = command.user_name.value,
            .password = command.password.value,
            .from_name = command.from_name.value,
            .from_email = command.from_email.value};
}

} // namespace settings
