#include "modules/text_messages/account_forms.hpp"

#include "kernel/base/text.hpp"
#include "kernel/sms/number.hpp"

#include <algorithm>

namespace text_messages
{
namespace
{

constexpr std::size_t sender_name_max = 11;
constexpr std::size_t sid_length = 34;

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_account(sms::Provider provider, std::string_view text)
{
    const bool is_twilio = provider == sms::Provider::twilio;
    if (!text.starts_with(is_twilio ? "AC" : "sms-")) return false;
    if (is_twilio && text.size() != sid_length) return false;
    return std::ranges::all_of(text,
                               [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

/// A name that a telephone shows, or a number of the provider.
bool is_sender(sms::Provider provider, std::string_view text)
{
    if (text.starts_with('+'))
        return provider == sms::Provider::twilio && sms::international(text, "") == text;
    return text.size() <= sender_name_max && std::ranges::any_of(text, is_letter) &&
           std::ranges::all_of(text,
                               [](char c) { return is_letter(c) || is_digit(c) || c == ' '; });
}

} // namespace

void check_whole(forms::Form<SaveAccount>& form, const sms::KnownAccount& kept)
{
    const auto& command = form.command;
    const auto add = [&](const char* field, const char* key) {
        if (form.errors.find(field) == nullptr) form.errors.add(field, key);
    };
    const bool is_same = kept.provider == command.provider;
    const bool is_ovh = command.provider == sms::Provider::ovh;
    if (!is_account(command.provider, command.account.value))
        add("account", is_ovh ? "text_messages.error.service" : "text_messages.error.sid");
    if (!is_sender(command.provider, command.sender.value))
        add("sender", "text_messages.error.sender");
    if (command.secret.value.empty() && !(is_same && kept.has_secret))
        add("secret", "forms.error.required");
    if (is_ovh && command.application_key.value.empty())
        add("application_key", "forms.error.required");
    if (is_ovh && command.consumer_key.value.empty() && !(is_same && kept.has_consumer_key))
        add("consumer_key", "forms.error.required");
}

forms::Form<SaveAccount> form_of(const sms::KnownAccount& account)
{
    return {.command = {},
            .typed = {{"provider", std::string{forms::enum_name(account.provider)}},
                      {"account", account.account},
                      {"sender", account.sender},
                      {"application_key", account.application_key}},
            .errors = {}};
}

sms::AccountChange change_of(const SaveAccount& command)
{
    const bool is_ovh = command.provider == sms::Provider::ovh;
    return {.provider = command.provider,
            .account = command.account.value,
            .application_key = is_ovh ? command.application_key.value : std::string{},
            .secret = command.secret.value,
            .consumer_key = is_ovh ? command.consumer_key.value : std::string{},
            .sender = command.sender.value};
}

std::string number_of(forms::Form<TestAccount>& form, std::string_view tax_regime)
{
    if (!form.is_valid()) return {};
    const auto number =
        sms::international(form.command.number.value, sms::calling_code_of(tax_regime));
    if (number && sms::may_receive(*number)) return *number;
    form.errors.add("number", "text_messages.error.number");
    return {};
}

} // namespace text_messages
