#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/secrets/certified_key.hpp"
#include "kernel/secrets/vault.hpp"

#include <optional>
#include <string>
#include <string_view>

/// The seal of a finished paper: a signature inside the PDF (PAdES baseline B-B, ETSI EN 319 142-1)
/// that any reader of PDF shows and judges. It proves that not one byte has changed since, and
/// which installation sealed; not what the time was, which that installation says itself.
namespace documents
{

/// The key of this installation’s seal.
secrets::CertifiedKey sealing_key(const secrets::Vault& vault);

struct SealWords {
    std::string name;   ///< who seals: the business
    std::string reason; ///< « Devis signé électroniquement »; may be empty
    base::Instant at;
};

/// The paper with its seal, still PDF/A-3b; the pages look the same. The same bytes for the same
/// paper and the same instant, but for the signature, of a fixed length. Throws
/// std::runtime_error for what is no PDF, or has a form or a seal already: it would break.
std::string sealed(std::string_view pdf, const secrets::CertifiedKey& key, const SealWords& words);

struct Seal {
    std::string certificate; ///< DER
    std::string fingerprint; ///< of it: compare it with that of who should have sealed
    base::Instant at;        ///< as who sealed says, to the second
};
/// The seal of a paper as `sealed` made it; nothing when there is none, or when one bit of the file
/// is not as it was. Any thread.
std::optional<Seal> seal_of(std::string_view pdf);

} // namespace documents
