#pragma once

#include "kernel/secrets/certified_key.hpp"
#include "modules/signatures/signature.hpp"

#include <string>

namespace signatures
{

/// The sealed statement inside an evidence file.
inline constexpr const char* statement_name = "preuve.json";

/// What is known of a signature, for people: a PDF with the sealed statement enclosed, sealed.
struct Evidence {
    const Signature& signature;
    std::string business;
    std::string time_zone;
    std::string recorded_by; ///< name; empty: the signer himself
    base::Instant made_at;
};
std::string evidence_pdf(const Evidence& evidence, const secrets::CertifiedKey& key);

} // namespace signatures
