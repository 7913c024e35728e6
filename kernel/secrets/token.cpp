#include "kernel/secrets/token.hpp"

#include "kernel/base/text.hpp"

namespace secrets
{

std::string new_token()
{
    constexpr std::size_t token_bytes = 32;
    return base::base64url(base::random_bytes(token_bytes));
}

std::string token_hash(std::string_view token)
{
    return base::hex(base::sha256(token));
}

} // namespace secrets
