#include "kernel/auth/transfers.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

namespace auth
{
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
    std::int64_t id = 0;
    tenancy::PersonId person_id;
    std::optional<tenancy::WorkspaceId> workspace_id;
    Document document = Document::terms;
    std::string version;
    base::Instant given_at;
    std::string address;
};
BOOST_DESCRIBE_STRUCT(ConsentRow, (),
                      (id, person_id, workspace_id, document, version, given_at, address))

constexpr db::PlatformTable<CarriedWorkspace> workspaces{"workspace"};
constexpr db::PlatformTable<PersonRow> people{"person"};
constexpr db::PlatformTable<ConsentRow> consents{"consent"};

constexpr db::Query workspace_to_carry{"auth.carried_workspace", R"sql(
    SELECT id, slug, name, name_key, preset, time_zone, status, brand_hue, brand_chroma,
           is_demonstration, portal_signup, modules, settings_version, created_at, preset_changes,
           logo
    FROM workspace WHERE id = :workspace
)sql"};

constexpr db::Query people_to_carry{"auth.carried_people", R"sql(
    SELECT p.id, p.name, p.email, p.email_confirmed_at, p.phone, p.user_name, p.theme,
           p.default_page, p.is_demonstration, p.created_at
    FROM person p
    WHERE p.id > :after
      AND EXISTS (SELECT 1 FROM membership m
                  WHERE m.workspace_id = :workspace AND m.person_id = p.id)
    ORDER BY p.id LIMIT :limit
)sql"};

constexpr db::Query consents_to_carry{"auth.carried_consents", R"sql(
    SELECT person_id, document, version, given_at, address FROM consent
    WHERE workspace_id = :workspace ORDER BY given_at, person_id, document LIMIT :limit OFFSET :offset
)sql"};

constexpr db::Query known_workspaces{"auth.known_workspaces", R"sql(
    -- all workspaces: ids and slugs are unique among them
    SELECT slug FROM workspace WHERE id = :id OR slug = :slug
)sql"};

constexpr db::Query change_status{"auth.set_workspace_status", R"sql(
    -- all workspaces: said by the operator, or by the owner of this one
    UPDATE workspace SET status = :status WHERE id = :id
)sql"};

constexpr db::Query count_person{"auth.count_person", R"sql(
    -- all workspaces: a person belongs to none
    SELECT count(*) FROM person WHERE id = :id
)sql"};

constexpr db::Query only_here{"auth.people_only_here", R"sql(
    -- all workspaces: who has a membership elsewhere stays
    SELECT DISTINCT m.person_id FROM membership m
    WHERE m.workspace_id = :erased AND m.person_id > :after
      AND NOT EXISTS (SELECT 1 FROM membership o
                      WHERE o.person_id = m.person_id AND o.workspace_id <> :erased)
    ORDER BY m.person_id LIMIT :limit
)sql"};

constexpr db::Query forget_memberships{"auth.forget_memberships", R"sql(
    -- all workspaces: a person belongs to none
    DELETE FROM membership WHERE person_id = :person
)sql"};
constexpr db::Query forget_credentials{"auth.forget_credentials", R"sql(
    -- all workspaces: a person belongs to none
    DELETE FROM credential WHERE person_id = :person
)sql"};
constexpr db::Query forget_sessions{"auth.forget_sessions", R"sql(
    -- all workspaces: a person belongs to none
    DELETE FROM session WHERE person_id = :person
)sql"};
constexpr db::Query forget_tokens{"auth.forget_tokens", R"sql(
    -- all workspaces: a person belongs to none
    DELETE FROM token WHERE person_id = :person
)sql"};
constexpr db::Query forget_consents{"auth.forget_consents", R"sql(
    -- all workspaces: a person belongs to none
    DELETE FROM consent WHERE person_id = :person
)sql"};
constexpr db::Query forget_sign_ins{"auth.forget_sign_ins", R"sql(
    -- all workspaces: a person belongs to none
    DELETE FROM sign_in WHERE person_id = :person
)sql"};
constexpr db::Query forget_person_row{"auth.forget_person", R"sql(
    -- all workspaces: a person belongs to none
    DELETE FROM person WHERE id = :person
)sql"};

constexpr db::Query forget_hosts{"auth.forget_hosts", R"sql(
    -- all workspaces: the one that is erased
    DELETE FROM host_name WHERE workspace_id = :erased
)sql"};
constexpr db::Query forget_links{"auth.forget_links", R"sql(
    -- all workspaces: the one that is erased
    DELETE FROM token WHERE workspace_id = :erased
)sql"};
constexpr db::Query forget_agreements{"auth.forget_agreements", R"sql(
    -- all workspaces: the one that is erased
    DELETE FROM consent WHERE workspace_id = :erased
)sql"};
constexpr db::Query forget_workspace_row{"auth.forget_workspace", R"sql(
    -- all workspaces: the one that is erased
    DELETE FROM workspace WHERE id = :erased
)sql"};

bool is_taken(db::Transaction& tx, tenancy::PersonId id)
{
    return tx.value<std::int64_t>(count_person, {{"id", id}}).value_or(0) > 0;
}

} // namespace

CarriedWorkspace carried_workspace(tenancy::WorkspaceTransaction& tx)
{
    auto row = tx.find<CarriedWorkspace>(workspace_to_carry);
    if (!row) throw base::NotFound{};
    return *row;
}

tenancy::Workspace workspace_of(const CarriedWorkspace& carried)
{
    tenancy::Workspace workspace{.id = carried.id,
                                 .slug = carried.slug,
                                 .name = carried.name,
                                 .preset = carried.preset,
                                 .time_zone = carried.time_zone};
    for (const auto& module : base::split(carried.modules, ' '))
        workspace.modules.insert(module);
    return workspace;
}

std::vector<CarriedPerson> carried_people(tenancy::WorkspaceTransaction& tx,
                                          tenancy::PersonId after, std::int64_t limit)
{
    return tx.rows<CarriedPerson>(people_to_carry, {{"after", after}, {"limit", limit}});
}

std::vector<CarriedConsent> carried_consents(tenancy::WorkspaceTransaction& tx, std::int64_t offset,
                                             std::int64_t limit)
{
    return tx.rows<CarriedConsent>(consents_to_carry, {{"offset", offset}, {"limit", limit}});
}

void receive_workspace(tenancy::WorkspaceTransaction& tx, const CarriedWorkspace& workspace)
{
    const auto known =
        tx.values<std::string>(known_workspaces, {{"id", workspace.id}, {"slug", workspace.slug}});
    base::refuse_unless(known.empty(), "auth.refusal.workspace_known", {{"slug", workspace.slug}});
    tx.insert(workspaces, workspace);
}

void set_workspace_status(db::Transaction& tx, tenancy::WorkspaceId id,
                          tenancy::WorkspaceStatus status)
{
    tx.execute(change_status, {{"id", id}, {"status", status}});
}

ReceivedPerson receive_person(tenancy::WorkspaceTransaction& tx, const CarriedPerson& person)
{
    const bool has_email = !person.email.empty();
    if (has_email)
        if (const auto known = person_by_email(tx, person.email)) return {.id = known->id};
    PersonRow row{.id = person.id,
                  .name = person.name,
                  .email = person.email,
                  .email_key = {},
                  .email_confirmed_at = person.email_confirmed_at,
                  .phone = person.phone,
                  .user_name = person.user_name,
                  .user_name_key = {},
                  .user_name_workspace_id = {},
                  .theme = person.theme,
                  .default_page = person.default_page,
                  .is_demonstration = person.is_demonstration,
                  .created_at = person.created_at};
    if (is_taken(tx, person.id)) row.id = tx.make_id<tenancy::PersonId>();
    if (has_email) {
        row.email_key = base::lower_ascii(person.email);
    } else {
        row.user_name_key = base::lower_ascii(person.user_name);
        row.user_name_workspace_id = tx.workspace().id;
    }
    tx.insert(people, row);
    return {.id = row.id, .is_new = true};
}

void receive_consent(tenancy::WorkspaceTransaction& tx, const CarriedConsent& consent)
{
    tx.insert(consents, ConsentRow{.id = tx.make_id<base::Id<ConsentRow>>().value,
                                   .person_id = consent.person_id,
                                   .workspace_id = tx.workspace().id,
                                   .document = consent.document,
                                   .version = consent.version,
                                   .given_at = consent.given_at,
                                   .address = consent.address});
}

std::vector<tenancy::PersonId> people_only_here(tenancy::PlatformTransaction& tx,
                                                tenancy::WorkspaceId workspace,
                                                tenancy::PersonId after, std::int64_t limit)
{
    return tx.values<tenancy::PersonId>(
        only_here, {{"erased", workspace}, {"after", after}, {"limit", limit}});
}

void forget_person(tenancy::PlatformTransaction& tx, tenancy::PersonId person)
{
    for (const auto* query :
         {&forget_memberships, &forget_credentials, &forget_sessions, &forget_tokens,
          &forget_consents, &forget_sign_ins, &forget_person_row})
        tx.execute(*query, {{"person", person}});
}

void forget_workspace(tenancy::PlatformTransaction& tx, tenancy::WorkspaceId workspace)
{
    for (const auto* query :
         {&forget_hosts, &forget_links, &forget_agreements, &forget_workspace_row})
        tx.execute(*query, {{"erased", workspace}});
}

} // namespace auth
