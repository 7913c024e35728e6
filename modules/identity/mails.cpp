#include "modules/identity/mails.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/links.hpp"

namespace identity::mails
{

namespace
{

enum class Holds { nothing_secret, token };

/// The sentences of one mail are subject, body, and small print below one key; a button label too
/// when it has an address.
struct Draft {
    std::string key;
    base::Params params;
    std::string_view path;
    Holds holds = Holds::nothing_secret;
};

mail::NewMessage written(const Recipient& to, const Draft& draft)
{
    auto params = draft.params;
    params.emplace_back("name", to.name);
    mail::NewMessage message{.to_name = to.name,
                             .to_email = to.email,
                             .subject = i18n::t(draft.key + ".subject", params),
                             .paragraphs = {i18n::t("identity.mail.greeting", params),
                                            i18n::t(draft.key + ".body", params)},
                             .button = mail::NewMessage::Button{i18n::t(draft.key + ".button"),
                                                                mail::absolute_url(draft.path)},
                             .small_print = i18n::t(draft.key + ".small_print", params),
                             .template_name = draft.key,
                             .is_secret = draft.holds == Holds::token,
                             .by_platform = true};
    return message;
}

} // namespace

mail::NewMessage confirm_owner(const Recipient& to, std::string_view business,
                               std::string_view path)
{
    return written(to, {.key = "identity.mail.confirm_owner",
                        .params = {{"business", std::string{business}}},
                        .path = path,
                        .holds = Holds::token});
}

mail::NewMessage confirm_client(const Recipient& to, std::string_view business,
                                std::string_view path)
{
    return written(to, {.key = "identity.mail.confirm_client",
                        .params = {{"business", std::string{business}}},
                        .path = path,
                        .holds = Holds::token});
}

mail::NewMessage already_known(const Recipient& to, std::string_view path)
{
    return written(to, {.key = "identity.mail.already_known", .params = {}, .path = path});
}

mail::NewMessage join_portal(const Recipient& to, std::string_view business, std::string_view path)
{
    return written(to, {.key = "identity.mail.join_portal",
                        .params = {{"business", std::string{business}}},
                        .path = path,
                        .holds = Holds::token});
}

mail::NewMessage reset_password(const Recipient& to, std::string_view path)
{
    return written(
        to,
        {.key = "identity.mail.reset_password", .params = {}, .path = path, .holds = Holds::token});
}

mail::NewMessage password_changed(const Recipient& to, std::string_view path)
{
    return written(to, {.key = "identity.mail.password_changed", .params = {}, .path = path});
}

mail::NewMessage recovery_codes_renewed(const Recipient& to, std::string_view path)
{
    return written(to, {.key = "identity.mail.recovery_codes_renewed", .params = {}, .path = path});
}

mail::NewMessage account_locked(const Recipient& to, std::string_view path)
{
    return written(to, {.key = "identity.mail.account_locked", .params = {}, .path = path});
}

mail::NewMessage second_factor_added(const Recipient& to, std::string_view path)
{
    return written(to, {.key = "identity.mail.second_factor_added", .params = {}, .path = path});
}

mail::NewMessage second_factor_removed(const Recipient& to, std::string_view path)
{
    return written(to, {.key = "identity.mail.second_factor_removed", .params = {}, .path = path});
}

mail::NewMessage identity_linked(const Recipient& to, std::string_view provider,
                                 std::string_view path)
{
    return written(to, {.key = "identity.mail.identity_linked",
                        .params = {{"provider", std::string{provider}}},
                        .path = path});
}

mail::NewMessage invitation(const Recipient& to, const Inviting& inviting, std::string_view path)
{
    return written(to, {.key = "identity.mail.invitation",
                        .params = {{"author", std::string{inviting.author}},
                                   {"business", std::string{inviting.business}},
                                   {"role", std::string{inviting.role}}},
                        .path = path,
                        .holds = Holds::token});
}

mail::NewMessage invitation_asked(const Recipient& to, std::string_view email,
                                  std::string_view path)
{
    return written(to, {.key = "identity.mail.invitation_asked",
                        .params = {{"email", std::string{email}}},
                        .path = path});
}

mail::NewMessage handover(const Recipient& to, HandoverNews news, const HandingOver& what,
                          std::string_view path)
{
    return written(to, {.key = "identity.mail.handover." + std::string{forms::enum_name(news)},
                        .params = {{"business", std::string{what.business}},
                                   {"other", std::string{what.other}}},
                        .path = path});
}

mail::NewMessage rescue_announced(const Recipient& to, const Rescuing& rescue,
                                  std::string_view path)
{
    return written(to, {.key = "identity.mail.rescue_announced",
                        .params = {{"business", std::string{rescue.business}},
                                   {"person", std::string{rescue.person}},
                                   {"date", std::string{rescue.date}}},
                        .path = path});
}

} // namespace identity::mails
