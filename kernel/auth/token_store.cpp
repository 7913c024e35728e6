#include "kernel/auth/tokens.hpp"
#include "kernel/base/text.hpp"

#include <boost/describe/class.hpp>

namespace auth
{

BOOST_DESCRIBE_STRUCT(Token, (), (person, workspace, expires_at, payload))

namespace
{

constexpr std::size_t token_bytes = 32;

struct TokenRow {
    base::Id<struct TokenTag> id;
    std::string token_hash;
    TokenKind kind = TokenKind::reset_password;
    std::optional<tenancy::PersonId> person_id;
    std::optional<tenancy::WorkspaceId> workspace_id;
    std::string payload;
    base::Instant created_at;
    base::Instant expires_at;
    std::optional<base::Instant> used_at;
};
BOOST_DESCRIBE_STRUCT(TokenRow, (),
                      (id, token_hash, kind, person_id, workspace_id, payload, created_at,
                       expires_at, used_at))

constexpr db::PlatformTable<TokenRow> tokens{"token"};

constexpr db::Query replace{"auth.replace_tokens", R"sql(
    -- all workspaces: a link belongs to a person
    UPDATE token SET used_at = :now
    WHERE person_id = :person AND kind = :kind AND used_at IS NULL
      AND coalesce(workspace_id, 0) = :of_workspace
)sql"};

constexpr db::Query live{"auth.find_token", R"sql(
    -- all workspaces: a link belongs to a person
    SELECT coalesce(person_id, 0) AS person, coalesce(workspace_id, 0) AS workspace, expires_at,
           payload
    FROM token
    WHERE token_hash = :token_hash AND kind = :kind AND used_at IS NULL AND expires_at > :now
)sql"};

constexpr db::Query spend{"auth.spend_token", R"sql(
    -- all workspaces: a link belongs to a person
    UPDATE token SET used_at = :now
    WHERE token_hash = :token_hash AND kind = :kind AND used_at IS NULL AND expires_at > :now
)sql"};

constexpr db::Query mark{"auth.mark_used", R"sql(
    -- all workspaces: an answer belongs to nobody
    INSERT INTO token (id, token_hash, kind, person_id, workspace_id, payload, created_at, expires_at, used_at)
    VALUES (:id, :token_hash, 'captcha', NULL, NULL, '', :now, :expires_at, :now)
    ON CONFLICT (token_hash) DO NOTHING
)sql"};

template <class IdType>
std::optional<IdType> unless_zero(IdType id)
{
    return id ? std::optional{id} : std::nullopt;
}

std::string digest(std::string_view text)
{
    return base::hex(base::sha256(text));
}

} // namespace

std::string issue_token(db::Transaction& tx, const NewToken& token)
{
    const auto now = base::now();
    tx.execute(replace, {{"now", now},
                         {"person", token.person},
                         {"kind", token.kind},
                         {"of_workspace", token.workspace}});
    auto text = base::base64url(base::random_bytes(token_bytes));
    tx.insert(tokens, TokenRow{.id = tx.make_id<base::Id<TokenTag>>(),
                               .token_hash = digest(text),
                               .kind = token.kind,
                               .person_id = unless_zero(token.person),
                               .workspace_id = unless_zero(token.workspace),
                               .payload = token.payload,
                               .created_at = now,
                               .expires_at = now + token.valid_for,
                               .used_at = {}});
    return text;
}

std::optional<Token> find_token(db::Transaction& tx, TokenKind kind, std::string_view text)
{
    return tx.find<Token>(live,
                          {{"token_hash", digest(text)}, {"kind", kind}, {"now", base::now()}});
}

std::optional<Token> spend_token(db::Transaction& tx, TokenKind kind, std::string_view text)
{
    auto token = find_token(tx, kind, text);
    if (!token) return {};
    const auto spent =
        tx.execute(spend, {{"token_hash", digest(text)}, {"kind", kind}, {"now", base::now()}});
    if (spent == 0) return {};
    return token;
}

bool is_first_use(tenancy::PlatformTransaction& tx, std::string_view text,
                  std::chrono::seconds valid_for)
{
    const auto now = base::now();
    return tx.execute(mark, {{"id", tx.make_id<base::Id<TokenTag>>()},
                             {"token_hash", digest(text)},
                             {"now", now},
                             {"expires_at", now + valid_for}}) == 1;
}

} // namespace auth
