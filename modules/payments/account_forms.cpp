#include "modules/payments/account_forms.hpp"

#include <algorithm>

namespace payments
{
namespace
{

const char* wrong_stripe_key(const std::string& key)
{
    switch (kind_of_key(key)) {
    case KeyKind::publishable:
        return "payments.error.publishable";
    case KeyKind::other:
        return key.starts_with("whsec_") ? "payments.error.key_is_secret" : "payments.error.key";
    case KeyKind::secret_test:
    case KeyKind::secret_live:
        break;
    }
    return nullptr;
}

bool is_live_token(const std::string& key)
{
    return key.starts_with("live_");
}

const char* wrong_token(const std::string& key)
{
    return is_live_token(key) || key.starts_with("sandbox_") ? nullptr : "payments.error.token";
}

const char* wrong_key(const std::string& provider, const std::string& key)
{
    if (provider == gocardless) return wrong_token(key);
    return provider == stripe ? wrong_stripe_key(key) : nullptr;
}

bool is_webhook_id(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
}

const char* wrong_secret(const std::string& provider, const std::string& secret)
{
    if (provider == stripe && !secret.starts_with("whsec_")) return "payments.error.secret";
    if (provider == paypal) return is_webhook_id(secret) ? nullptr : "payments.error.webhook_id";
    const bool is_token = secret.starts_with("live_") || secret.starts_with("sandbox_");
    return provider == gocardless && is_token ? "payments.error.secret_is_token" : nullptr;
}

} // namespace

void check_whole(forms::Form<SavePaymentAccount>& form, const Account& kept)
{
    const auto add = [&](const char* field, const char* key) {
        if (key != nullptr && form.errors.find(field) == nullptr) form.errors.add(field, key);
    };
    const auto& key = form.command.key.value;
    const auto& secret = form.command.secret.value;
    if (key.empty() && kept.sealed_key.empty()) add("key", "forms.error.required");
    if (secret.empty() && kept.sealed_secret.empty()) add("secret", "forms.error.required");
    if (key.find(' ') != std::string::npos)
        add("key", kept.provider == stripe ? "payments.error.key" : "payments.error.spaces");
    if (kept.provider == paypal && key.empty() != form.command.client.value.empty())
        add(key.empty() ? "key" : "client", "payments.error.both");
    if (!key.empty()) add("key", wrong_key(kept.provider, key));
    if (!secret.empty()) add("secret", wrong_secret(kept.provider, secret));
}

AccountChange change_of(const SavePaymentAccount& command, const std::string& provider)
{
    AccountChange change{
        .provider = provider, .key = command.key.value, .secret = command.secret.value};
    if (change.key.empty()) return change;
    if (provider == paypal) {
        change.key = command.client.value + ":" + change.key;
        change.mode = command.mode.value == "live" ? Mode::live : Mode::test;
        return change;
    }
    const bool is_live = provider == gocardless ? is_live_token(change.key)
                                                : kind_of_key(change.key) == KeyKind::secret_live;
    change.mode = is_live ? Mode::live : Mode::test;
    return change;
}

} // namespace payments
