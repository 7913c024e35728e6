#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/secrets/vault.hpp"
#include "kernel/tenancy/context.hpp"

#include <string>
#include <string_view>

namespace identity
{

/// A question in plain words, which a screen reader reads like any other: nothing to see, nothing
/// to hear. The answer travels sealed in the form, for ten minutes and for one use.
struct Captcha {
    std::string question;
    std::string sealed;
};
Captcha new_captcha(const secrets::Vault& vault, base::Instant now);

/// Whether `answer`, in digits or in letters, answers the sealed question. Says so once per
/// question, right or wrong.
struct CaptchaAnswer {
    std::string sealed;
    std::string answer;
    base::Instant given_at;
};
bool is_right_answer(tenancy::PlatformTransaction& tx, const secrets::Vault& vault,
                     const CaptchaAnswer& given);

} // namespace identity
