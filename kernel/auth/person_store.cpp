#include "kernel/auth/people.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>

namespace auth
{

BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, name, email, user_name, user_name_workspace, email_confirmed_at,
                       has_totp, is_demonstration, theme, default_page))
BOOST_DESCRIBE_STRUCT(GivenConsent, (), (document, version, given_at, address))

namespace
{

struct PersonRow {
    tenancy::PersonId id;
    std::string name;
    std::string email;
    std::optional<std::string> email_key;
    std::optional<base::Instant> email_confirmed_at;
    std::string phone;
    std::string user_name;
    std::optional<std::string> user_name_key;
    std::optional<tenancy::WorkspaceId> user_name_workspace_id;
    Theme theme = Theme::system;
    std::string default_page;
    bool is_demonstration = false;
    base::Instant created_at;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (),
                      (id, name, email, email_key, email_confirmed_at, phone, user_name,
                       user_name_key, user_name_workspace_id, theme, default_page, is_demonstration,
                       created_at))

struct ConsentRow {
    base::Id<struct ConsentTag> id;
    tenancy::PersonId person_id;
    std::optional<tenancy::WorkspaceId> workspace_id;
    Document document = Document::terms;
    std::string version;
    base::Instant given_at;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(ConsentRow, (),
                      (id, person_id, workspace_id, document, version, given_at, address))

constexpr db::PlatformTable<PersonRow> people{"person"};
constexpr db::PlatformTable<ConsentRow> consents{"consent"};

constexpr db::Query by_id{"auth.person_by_id", R"sql(
    -- all workspaces: a person belongs to none
    SELECT p.id, p.name, p.email, p.user_name, p.email_confirmed_at, p.is_demonstration, p.theme,
           p.default_page, coalesce(p.user_name_workspace_id, 0) AS user_name_workspace,
           EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id AND c.kind = 'totp'
                   AND c.confirmed_at IS NOT NULL) AS has_totp
    FROM person p WHERE p.id = :id
)sql"};

constexpr db::Query by_email{"auth.person_by_email", R"sql(
    -- all workspaces: a person belongs to none
    SELECT p.id, p.name, p.email, p.user_name, p.email_confirmed_at, p.is_demonstration, p.theme,
           p.default_page, coalesce(p.user_name_workspace_id, 0) AS user_name_workspace,
           EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id AND c.kind = 'totp'
                   AND c.confirmed_at IS NOT NULL) AS has_totp
    FROM person p WHERE p.email_key = :email_key
)sql"};

constexpr db::Query by_user_name{"auth.person_by_user_name", R"sql(
    -- all workspaces: a person belongs to none; the user name is of the workspace asked for
    SELECT p.id, p.name, p.email, p.user_name, p.email_confirmed_at, p.is_demonstration, p.theme,
           p.default_page, coalesce(p.user_name_workspace_id, 0) AS user_name_workspace,
           EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id AND c.kind = 'totp'
                   AND c.confirmed_at IS NOT NULL) AS has_totp
    FROM person p WHERE p.user_name_workspace_id = :workspace_id AND p.user_name_key = :user_name_key
)sql"};

constexpr db::Query confirm{"auth.confirm_email", R"sql(
    -- all workspaces: a person belongs to none
    UPDATE person SET email_confirmed_at = :now WHERE id = :id AND email_confirmed_at IS NULL
)sql"};

constexpr db::Query prefer{"auth.change_preferences", R"sql(
    -- all workspaces: a person belongs to none
    UPDATE person SET name = :name, theme = :theme, default_page = :default_page WHERE id = :id
)sql"};

constexpr db::Query consents_given{"auth.consents_of", R"sql(
    -- all workspaces: a person belongs to none
    SELECT document, version, given_at, address FROM consent WHERE person_id = :person
    ORDER BY id DESC LIMIT 100
)sql"};

} // namespace

tenancy::PersonId create_person(db::Transaction& tx, const NewPerson& person)
{
    PersonRow row{.id = tx.make_id<tenancy::PersonId>(),
                  .name = person.name,
                  .email = person.email,
                  .email_key = {},
                  .email_confirmed_at = {},
                  .phone = person.phone,
                  .user_name = person.user_name,
                  .user_name_key = {},
                  .user_name_workspace_id = {},
                  .theme = Theme::system,
                  .default_page = {},
                  .is_demonstration = person.is_demonstration,
                  .created_at = base::now()};
    if (person.email.empty()) {
        row.user_name_key = base::lower_ascii(person.user_name);
        row.user_name_workspace_id = person.user_name_workspace;
        if (person_by_user_name(tx, person.user_name_workspace, person.user_name))
            throw base::Refusal{"auth.refusal.user_name_taken"};
    } else {
        row.email_key = base::lower_ascii(person.email);
        if (person_by_email(tx, person.email)) throw base::Refusal{"auth.refusal.email_taken"};
    }
    tx.insert(people, row);
    return row.id;
}

std::optional<Person> person_by_id(db::Transaction& tx, tenancy::PersonId id)
{
    return tx.find<Person>(by_id, {{"id", id}});
}

std::optional<Person> person_by_email(db::Transaction& tx, std::string_view email)
{
    return tx.find<Person>(by_email, {{"email_key", base::lower_ascii(email)}});
}

std::optional<Person> person_by_user_name(db::Transaction& tx, tenancy::WorkspaceId workspace,
                                          std::string_view user_name)
{
    return tx.find<Person>(by_user_name, {{"workspace_id", workspace},
                                          {"user_name_key", base::lower_ascii(user_name)}});
}

bool is_user_name(std::string_view text)
{
    constexpr std::size_t shortest = 3;
    constexpr std::size_t longest = 40;
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '.' || c == '-';
    };
    return text.size() >= shortest && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), fits);
}

void confirm_email(db::Transaction& tx, tenancy::PersonId person)
{
    tx.execute(confirm, {{"id", person}, {"now", base::now()}});
}

void change_preferences(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                        const Preferences& preferences)
{
    tx.execute(prefer, {{"id", person},
                        {"name", preferences.name},
                        {"theme", preferences.theme},
                        {"default_page", preferences.default_page}});
}

void record_consents(db::Transaction& tx, tenancy::PersonId person, tenancy::WorkspaceId workspace,
                     const std::vector<Consent>& given, const tenancy::Origin& origin)
{
    for (const auto& consent : given)
        tx.insert(consents,
                  ConsentRow{.id = tx.make_id<base::Id<ConsentTag>>(),
                             .person_id = person,
                             .workspace_id = workspace ? std::optional{workspace} : std::nullopt,
                             .document = consent.document,
                             .version = consent.version,
                             .given_at = base::now(),
                             .address = origin.address});
}

std::vector<GivenConsent> consents_of(db::Transaction& tx, tenancy::PersonId person)
{
    return tx.rows<GivenConsent>(consents_given, {{"person", person}});
}

} // namespace auth
