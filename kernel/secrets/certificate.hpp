#pragma once

#include "kernel/secrets/held.hpp"
#include "kernel/secrets/key.hpp"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <string>

/// For certified_key.cpp only.
namespace secrets
{

using PrivateKey = Held<EVP_PKEY, EVP_PKEY_free>;
using Certificate = Held<X509, X509_free>;

/// Throws std::runtime_error when OpenSSL refused.
void must(bool done);

/// The P-256 key of a seed.
PrivateKey private_key_of(const Key& seed);
/// The certificate that key gives itself, the same bytes each time, valid from 2026 on and without
/// an end: what it sealed is kept for ten years and more.
Certificate certificate_of(const Key& seed, EVP_PKEY& key);

std::string der_of(const X509& certificate);
/// Nothing when it is none, or is followed by something.
Certificate read_certificate(std::string_view der);

} // namespace secrets
