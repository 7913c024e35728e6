#include "modules/payments/provider_words.hpp"

#include "kernel/i18n/translate.hpp"

namespace payments
{

std::string title_of(std::string_view provider)
{
    return i18n::t("payments.provider." + std::string{provider});
}

std::string sentence_of(const Failure& failure, std::string_view provider)
{
    const base::Params words{
        {"provider", title_of(provider)},
        {"words", failure.words.empty() ? std::to_string(failure.code) : failure.words}};
    switch (failure.trouble) {
    case Trouble::bad_credentials:
        return i18n::t("payments.error.bad_credentials", words);
    case Trouble::refused:
        return i18n::t("payments.error.refused", words);
    case Trouble::later:
        break;
    }
    return i18n::t(failure.code == 0 ? "payments.error.unreachable" : "payments.error.later",
                   words);
}

} // namespace payments
