#include "modules/payments/account_forms.hpp"

namespace payments
{

void check_whole(forms::Form<SavePaymentAccount>& form, const Account& kept)
{
    const auto add = [&](const char* field, const char* key) {
        if (form.errors.find(field) == nullptr) form.errors.add(field, key);
    };
    const auto& key = form.command.key.value;
    const auto& secret = form.command.secret.value;
    if (key.empty() && kept.sealed_key.empty()) add("key", "forms.error.required");
    if (secret.empty() && kept.sealed_secret.empty()) add("secret", "forms.error.required");
    if (!key.empty() && key.find(' ') != std::string::npos) add("key", "payments.error.key");
    if (!key.empty()) {
        const auto kind = kind_of_key(key);
        if (kind == KeyKind::publishable) add("key", "payments.error.publishable");
        if (kind == KeyKind::other)
            add("key",
                key.starts_with("whsec_") ? "payments.error.key_is_secret" : "payments.error.key");
    }
    if (!secret.empty() && !secret.starts_with("whsec_")) add("secret", "payments.error.secret");
}

AccountChange change_of(const SavePaymentAccount& command)
{
    return {.key = command.key.value, .secret = command.secret.value};
}

} // namespace payments
