#include "kernel/auth/credentials.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

#include <boost/describe/class.hpp>

namespace auth
{

BOOST_DESCRIBE_STRUCT(Totp, (), (sealed_secret, last_step, confirmed_at))
BOOST_DESCRIBE_STRUCT(ExternalAccount, (), (issuer, subject))

namespace
{

enum class Kind { password, totp, recovery_code, external };
BOOST_DESCRIBE_ENUM(Kind, password, totp, recovery_code, external)

struct CredentialRow {
    base::Id<struct CredentialTag> id;
    tenancy::PersonId person_id;
    Kind kind = Kind::password;
    std::string secret;
    std::string issuer;
    std::string subject;
    std::int64_t last_step = 0;
    base::Instant created_at;
    std::optional<base::Instant> confirmed_at;
    std::optional<base::Instant> used_at;
};
BOOST_DESCRIBE_STRUCT(CredentialRow, (),
                      (id, person_id, kind, secret, issuer, subject, last_step, created_at,
                       confirmed_at, used_at))

constexpr db::PlatformTable<CredentialRow> credentials{"credential"};

constexpr db::Query password{"auth.password_of", R"sql(
    -- all workspaces: credentials belong to a person
    SELECT secret FROM credential WHERE person_id = :person AND kind = 'password'
)sql"};

constexpr db::Query change_password{"auth.change_password", R"sql(
    -- all workspaces: credentials belong to a person
    UPDATE credential SET secret = :secret, created_at = :now
    WHERE person_id = :person AND kind = 'password'
)sql"};

constexpr db::Query totp{"auth.totp_of", R"sql(
    -- all workspaces: credentials belong to a person
    SELECT secret AS sealed_secret, last_step, confirmed_at FROM credential
    WHERE person_id = :person AND kind = 'totp'
)sql"};

constexpr db::Query restart_totp{"auth.restart_totp", R"sql(
    -- all workspaces: credentials belong to a person
    UPDATE credential SET secret = :secret, created_at = :now
    WHERE person_id = :person AND kind = 'totp' AND confirmed_at IS NULL
)sql"};

constexpr db::Query confirm{"auth.confirm_totp", R"sql(
    -- all workspaces: credentials belong to a person
    UPDATE credential SET confirmed_at = :now, last_step = :step
    WHERE person_id = :person AND kind = 'totp' AND confirmed_at IS NULL
)sql"};

constexpr db::Query accept{"auth.accept_step", R"sql(
    -- all workspaces: credentials belong to a person
    UPDATE credential SET last_step = :step
    WHERE person_id = :person AND kind = 'totp' AND last_step < :step
)sql"};

constexpr db::Query forget_totp{"auth.forget_totp", R"sql(
    -- all workspaces: credentials belong to a person
    DELETE FROM credential WHERE person_id = :person AND kind IN ('totp', 'recovery_code')
)sql"};

constexpr db::Query forget_codes{"auth.forget_recovery_codes", R"sql(
    -- all workspaces: credentials belong to a person
    DELETE FROM credential WHERE person_id = :person AND kind = 'recovery_code'
)sql"};

constexpr db::Query spend_code{"auth.spend_recovery_code", R"sql(
    -- all workspaces: credentials belong to a person
    UPDATE credential SET used_at = :now
    WHERE person_id = :person AND kind = 'recovery_code' AND secret = :secret AND used_at IS NULL
)sql"};

constexpr db::Query codes_left{"auth.recovery_codes_left", R"sql(
    -- all workspaces: credentials belong to a person
    SELECT count(*) FROM credential
    WHERE person_id = :person AND kind = 'recovery_code' AND used_at IS NULL
)sql"};

constexpr db::Query holder{"auth.external_holder", R"sql(
    -- all workspaces: credentials belong to a person
    SELECT person_id FROM credential
    WHERE kind = 'external' AND issuer = :issuer AND subject = :subject
)sql"};

constexpr db::Query forget_external{"auth.unlink_external", R"sql(
    -- all workspaces: credentials belong to a person
    DELETE FROM credential WHERE person_id = :person AND kind = 'external'
    AND issuer = :issuer AND subject = :subject
)sql"};

constexpr db::Query externals{"auth.external_accounts", R"sql(
    -- all workspaces: credentials belong to a person
    SELECT issuer, subject FROM credential WHERE person_id = :person AND kind = 'external'
    ORDER BY id LIMIT 20
)sql"};

CredentialRow credential(db::Transaction& tx, tenancy::PersonId person, Kind kind,
                         std::string secret)
{
    return {.id = tx.make_id<base::Id<CredentialTag>>(),
            .person_id = person,
            .kind = kind,
            .secret = std::move(secret),
            .issuer = {},
            .subject = {},
            .last_step = 0,
            .created_at = base::now(),
            .confirmed_at = {},
            .used_at = {}};
}

std::string digest(std::string_view code)
{
    return base::hex(base::sha256(code));
}

} // namespace

std::string password_hash_of(db::Transaction& tx, tenancy::PersonId person)
{
    return tx.value<std::string>(password, {{"person", person}}).value_or(std::string{});
}

void set_password(db::Transaction& tx, tenancy::PersonId person, std::string_view hash)
{
    const auto changed =
        tx.execute(change_password, {{"person", person}, {"secret", hash}, {"now", base::now()}});
    if (changed == 0)
        tx.insert(credentials, credential(tx, person, Kind::password, std::string{hash}));
}

std::optional<Totp> totp_of(db::Transaction& tx, tenancy::PersonId person)
{
    return tx.find<Totp>(totp, {{"person", person}});
}

bool begin_totp(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                std::string_view sealed_secret)
{
    const auto existing = totp_of(tx, person);
    if (existing && existing->confirmed_at) return false;
    if (existing)
        tx.execute(restart_totp,
                   {{"person", person}, {"secret", sealed_secret}, {"now", base::now()}});
    else
        tx.insert(credentials, credential(tx, person, Kind::totp, std::string{sealed_secret}));
    return true;
}

void confirm_totp(tenancy::PlatformTransaction& tx, tenancy::PersonId person, std::int64_t step)
{
    tx.execute(confirm, {{"person", person}, {"step", step}, {"now", base::now()}});
}

bool accept_step(tenancy::PlatformTransaction& tx, tenancy::PersonId person, std::int64_t step)
{
    return tx.execute(accept, {{"person", person}, {"step", step}}) == 1;
}

void remove_totp(tenancy::PlatformTransaction& tx, tenancy::PersonId person)
{
    tx.execute(forget_totp, {{"person", person}});
}

void set_recovery_codes(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                        const std::vector<std::string>& codes)
{
    tx.execute(forget_codes, {{"person", person}});
    for (const auto& code : codes)
        tx.insert(credentials, credential(tx, person, Kind::recovery_code, digest(code)));
}

bool spend_recovery_code(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                         std::string_view code)
{
    return tx.execute(spend_code,
                      {{"person", person}, {"secret", digest(code)}, {"now", base::now()}}) == 1;
}

std::int64_t recovery_codes_left(db::Transaction& tx, tenancy::PersonId person)
{
    return tx.value<std::int64_t>(codes_left, {{"person", person}}).value_or(0);
}

std::optional<tenancy::PersonId> person_of(db::Transaction& tx, const ExternalAccount& account)
{
    return tx.value<tenancy::PersonId>(holder,
                                       {{"issuer", account.issuer}, {"subject", account.subject}});
}

void link_external(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                   const ExternalAccount& account)
{
    if (const auto taken = person_of(tx, account)) {
        base::refuse_unless(*taken == person, "auth.refusal.external_taken");
        return;
    }
    auto row = credential(tx, person, Kind::external, {});
    row.issuer = account.issuer;
    row.subject = account.subject;
    row.confirmed_at = base::now();
    tx.insert(credentials, row);
}

bool unlink_external(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                     const ExternalAccount& account)
{
    return tx.execute(
               forget_external,
               {{"person", person}, {"issuer", account.issuer}, {"subject", account.subject}}) == 1;
}

std::vector<ExternalAccount> external_accounts_of(db::Transaction& tx, tenancy::PersonId person)
{
    return tx.rows<ExternalAccount>(externals, {{"person", person}});
}

} // namespace auth
