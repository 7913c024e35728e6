#pragma once

#include "kernel/secrets/certified_key.hpp"
#include "modules/signatures/mark.hpp"

namespace signatures
{

/// What the last page of a signed document says, besides the mark.
struct Signing {
    const Shown& shown;
    const Mark& mark;
    const Signature& signature; ///< without id, signed_sha256, file and statement
    std::string recorded_by;    ///< name of the member of the team; empty: the signer himself
};

/// The pages that were shown, a page of the signature, what was shown enclosed as shown_name, the
/// scan beside it; sealed.
std::string signed_pdf(const tenancy::Context& context, const secrets::CertifiedKey& key,
                       const Signing& signing);

inline constexpr const char* shown_name = "document-presente.pdf";

/// « 22 novembre 2026 à 10 h 30 (Europe/Paris, 2026-11-22T09:30:05.000Z) ».
std::string moment_of(base::Instant at, const std::string& zone);
std::string method_words(Method method);

} // namespace signatures
