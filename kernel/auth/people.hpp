#pragma once

#include "kernel/auth/auth.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auth
{

/// Somebody to write down: with an e-mail, or with a user name of one workspace.
struct NewPerson {
    std::string name;
    std::string email;
    std::string user_name;
    tenancy::WorkspaceId user_name_workspace;
    std::string phone;
    bool is_demonstration = false;
};

/// Refusals « auth.refusal.email_taken » and « auth.refusal.user_name_taken ».
tenancy::PersonId create_person(db::Transaction& tx, const NewPerson& person);

std::optional<Person> person_by_id(db::Transaction& tx, tenancy::PersonId id);
/// E-mails compare without case.
std::optional<Person> person_by_email(db::Transaction& tx, std::string_view email);
std::optional<Person> person_by_user_name(db::Transaction& tx, tenancy::WorkspaceId workspace,
                                          std::string_view user_name);

/// 3 to 40 ASCII letters, digits, dots and dashes.
bool is_user_name(std::string_view text);

/// The first confirmation counts; later ones change nothing.
void confirm_email(db::Transaction& tx, tenancy::PersonId person);

struct Preferences {
    std::string name;
    Theme theme = Theme::system;
    std::string default_page; ///< path inside a workspace; empty = « Ma journée »
};
void change_preferences(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                        const Preferences& preferences);

/// The documents one agrees to before an account exists.
enum class Document { terms, privacy, processing };
BOOST_DESCRIBE_ENUM(Document, terms, privacy, processing)

struct Consent {
    Document document = Document::terms;
    std::string version; ///< date of the text agreed to: "2026-11-01"
};
/// With the date and the address of the transaction's origin. `workspace` may be zero.
void record_consents(db::Transaction& tx, tenancy::PersonId person, tenancy::WorkspaceId workspace,
                     const std::vector<Consent>& consents, const tenancy::Origin& origin);

struct GivenConsent {
    Document document = Document::terms;
    std::string version;
    base::Instant given_at;
    std::string address;
};
std::vector<GivenConsent> consents_of(db::Transaction& tx, tenancy::PersonId person);

} // namespace auth
