#pragma once

#include "kernel/auth/invitations.hpp"
#include "kernel/mail/mail.hpp"

#include <string>
#include <string_view>

/// The mails of accounts and security, by the platform's own sender. Each leads to a
/// `path` of this installation.
namespace identity::mails
{

struct Recipient {
    std::string name;
    std::string email;
};

/// « Confirmez votre adresse » of a new business or of a portal account.
mail::NewMessage confirm_owner(const Recipient& to, std::string_view business,
                               std::string_view path);
mail::NewMessage confirm_client(const Recipient& to, std::string_view business,
                                std::string_view path);
/// Who signs up with an address that has an account: where to sign in, nothing on screen.
mail::NewMessage already_known(const Recipient& to, std::string_view path);
/// Who has an account elsewhere joins a portal by this link, with his usual password.
mail::NewMessage join_portal(const Recipient& to, std::string_view business, std::string_view path);
mail::NewMessage reset_password(const Recipient& to, std::string_view path);
/// To who may not be the one that changed it.
mail::NewMessage password_changed(const Recipient& to, std::string_view path);
mail::NewMessage recovery_codes_renewed(const Recipient& to, std::string_view path);
mail::NewMessage account_locked(const Recipient& to, std::string_view path);
mail::NewMessage second_factor_added(const Recipient& to, std::string_view path);
mail::NewMessage second_factor_removed(const Recipient& to, std::string_view path);
/// A sign-in at another provider opens the account from now on.
mail::NewMessage identity_linked(const Recipient& to, std::string_view provider,
                                 std::string_view path);

struct Inviting {
    std::string_view author;
    std::string_view business;
    std::string_view role;
};
mail::NewMessage invitation(const Recipient& to, const Inviting& inviting, std::string_view path);

/// To who invited `email`, whose link is over.
mail::NewMessage invitation_asked(const Recipient& to, std::string_view email,
                                  std::string_view path);

/// What happens to the offer of the top role: « proposé » to the receiver, then « reçu » to him and
/// « transmis » to the giver, or « refusé » to the giver, « retiré » to the receiver.
enum class HandoverNews { offered, received, given, declined, withdrawn };
BOOST_DESCRIBE_ENUM(HandoverNews, offered, received, given, declined, withdrawn)
struct HandingOver {
    std::string_view business;
    std::string_view other; ///< the name of the one on the other side
};
mail::NewMessage handover(const Recipient& to, HandoverNews news, const HandingOver& what,
                          std::string_view path);

/// To every member of the team: the operator is about to give the workspace to `person`.
struct Rescuing {
    std::string_view business;
    std::string_view person;
    std::string_view date; ///< in words
};
mail::NewMessage rescue_announced(const Recipient& to, const Rescuing& rescue,
                                  std::string_view path);

} // namespace identity::mails
