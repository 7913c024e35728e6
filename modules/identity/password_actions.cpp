#include "modules/identity/password_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/sign_ins.hpp"
#include "kernel/auth/tokens.hpp"
#include "modules/identity/mails.hpp"
#include "modules/identity/sign_in_actions.hpp"

namespace identity
{

namespace
{

using auth::TokenKind;
using tenancy::PlatformTransaction;

/// Who signs in with a user name chooses his first password where he agrees to the terms.
bool is_to_be_opened(PlatformTransaction& tx, const auth::Person& person)
{
    return person.email.empty() && auth::password_hash_of(tx, person.id).empty();
}

void note_change(PlatformTransaction& tx, tenancy::PersonId person, std::string_view action)
{
    audit::append(tx, person,
                  {.action = action,
                   .subject_kind = "person",
                   .subject = person.value,
                   .changes = {{"password", "", "•••"}}});
}

/// Accounts with a user name have no address: their business sees the change in its audit.
void write_to(PlatformTransaction& tx, const auth::Person& person)
{
    if (person.email.empty()) return;
    mail::send(tx, mails::password_changed({person.name, person.email}, "/mot-de-passe-oublie"));
}

} // namespace

std::optional<auth::Person> find_reset(tenancy::Platform& platform, std::string_view text)
{
    return platform.read([&](PlatformTransaction& tx) -> std::optional<auth::Person> {
        const auto token = auth::find_token(tx, TokenKind::reset_password, text);
        if (!token) return {};
        auto person = auth::person_by_id(tx, token->person);
        if (!person || is_to_be_opened(tx, *person)) return {};
        return person;
    });
}

bool reset_password(tenancy::Platform& platform, std::string_view text, const std::string& new_hash)
{
    return platform.write([&](PlatformTransaction& tx) {
        const auto token = auth::find_token(tx, TokenKind::reset_password, text);
        const auto person = token ? auth::person_by_id(tx, token->person) : std::nullopt;
        if (!person || is_to_be_opened(tx, *person)) return false;
        if (!auth::spend_token(tx, TokenKind::reset_password, text)) return false;
        auth::set_password(tx, token->person, new_hash);
        auth::end_sessions(tx, token->person, {});
        auth::forgive(tx, person->email.empty()
                              ? account_subject(person->user_name_workspace, person->user_name)
                              : account_subject({}, person->email));
        note_change(tx, token->person, "identity.password_reset");
        write_to(tx, *person);
        return true;
    });
}

std::optional<std::string> change_password(tenancy::Platform& platform, const auth::SignedIn& who,
                                           const PasswordChange& change,
                                           secrets::PasswordQueue& queue)
{
    if (!is_password_of(platform, who.person.id, change.current, queue)) return {};
    const auto hash = queue.hash(change.wanted);
    return platform.write([&](PlatformTransaction& tx) -> std::optional<std::string> {
        auth::set_password(tx, who.person.id, hash);
        auth::end_sessions(tx, who.person.id, who.session.id);
        note_change(tx, who.person.id, "identity.password_changed");
        write_to(tx, who.person);
        return auth::rotate_session(tx, who.session.id);
    });
}

bool is_password_of(tenancy::Platform& platform, tenancy::PersonId person,
                    std::string_view password, secrets::PasswordQueue& queue)
{
    const auto stored =
        platform.read([&](PlatformTransaction& tx) { return auth::password_hash_of(tx, person); });
    return stored.empty() ? queue.dummy_verify(password) : queue.verify(stored, password);
}

} // namespace identity
