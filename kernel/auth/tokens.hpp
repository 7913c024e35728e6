#pragma once

#include "kernel/auth/auth.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace auth
{

/// What a link sent by mail is for. `captcha` marks an answer that was used.
enum class TokenKind { confirm_owner, confirm_client, reset_password, captcha };
BOOST_DESCRIBE_ENUM(TokenKind, confirm_owner, confirm_client, reset_password, captcha)

inline constexpr std::chrono::hours confirmation_valid_for{24};
inline constexpr std::chrono::hours reset_valid_for{1};

struct NewToken {
    TokenKind kind = TokenKind::reset_password;
    tenancy::PersonId person;
    tenancy::WorkspaceId workspace; ///< zero = none
    std::chrono::seconds valid_for = reset_valid_for;
    std::string payload; ///< given back when the link is followed; no secret
};

/// The text that goes into the link, 256 random bits; only its SHA-256 is kept. Earlier tokens of
/// the same kind, person and workspace stop working.
std::string issue_token(db::Transaction& tx, const NewToken& token);

struct Token {
    tenancy::PersonId person;
    tenancy::WorkspaceId workspace;
    base::Instant expires_at;
    std::string payload;
};
/// A token that may still be spent; looking does not spend it (mail scanners follow links).
std::optional<Token> find_token(db::Transaction& tx, TokenKind kind, std::string_view text);
/// The same, exactly once however many ask together.
std::optional<Token> spend_token(db::Transaction& tx, TokenKind kind, std::string_view text);

/// True the first time `text` is seen before `valid_for` is over.
bool is_first_use(tenancy::PlatformTransaction& tx, std::string_view text,
                  std::chrono::seconds valid_for);

} // namespace auth
