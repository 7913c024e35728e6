#pragma once

#include "kernel/secrets/certified_key.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace secrets
{

/// One line that says something and proves who said it: {"statement":…,"seal":"…"}. The seal is a
/// detached signature (CertifiedKey::sign, base64url) of the bytes of the statement as they stand.
std::string sealed_statement(std::string_view json, const CertifiedKey& key);

struct Statement {
    std::string json;        ///< those bytes
    std::string certificate; ///< DER, of who said it: compare its fingerprint
};
/// Nothing when one bit of it is not as `sealed_statement` wrote it.
std::optional<Statement> statement_in(std::string_view sealed);

} // namespace secrets
