#pragma once

#include "kernel/secrets/key.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace secrets
{

/// A P-256 key with a certificate it made for itself, for signatures that any program can judge
/// (CMS). Key and certificate follow from the seed alone (Vault::key_for): every process of the
/// installation, and the one restored elsewhere from its recovery sheet, have the same. Immutable;
/// any thread.
class CertifiedKey
{
  public:
    explicit CertifiedKey(const Key& seed);
    ~CertifiedKey();
    CertifiedKey(CertifiedKey&&) noexcept;
    CertifiedKey& operator=(CertifiedKey&&) noexcept;

    const std::string& certificate() const; ///< DER
    /// A detached signature in DER (RFC 5652) of the bytes whose SHA-256 is `digest`, 32 raw bytes.
    /// Its signed attributes are the kind of content, the digest and the hash of the certificate
    /// (CAdES baseline B without a time: who is asked when answers beside it). Other bytes each
    /// time, of the same meaning and at most cms_bytes_max.
    std::string sign(std::string_view digest) const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

inline constexpr std::size_t cms_bytes_max = 2'048;

/// The certificate, in DER, of who made a signature as `CertifiedKey::sign` does for that digest;
/// nothing for one that is wrong, that says more or less, or that is written in any other way. Says
/// nothing of whom to trust: compare the fingerprint.
std::optional<std::string> certificate_of_signer(std::string_view cms, std::string_view digest);

/// SHA-256 of a certificate, 64 hexadecimal digits: what people compare.
std::string fingerprint_of(std::string_view certificate);
/// The same as people read it: « AB:CD:… ».
std::string readable_fingerprint(std::string_view fingerprint);

} // namespace secrets
