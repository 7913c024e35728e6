#include "kernel/base/text.hpp"
#include "kernel/secrets/certified_key.hpp"

#include <doctest.h>

using namespace secrets;

namespace
{

const Key seed{std::string(32, 's')};

} // namespace

TEST_CASE(
    "a certified key and its certificate follow from the seed: they come back after a restore")
{
    const CertifiedKey key{seed};
    CHECK(key.certificate() == CertifiedKey{seed}.certificate());
    CHECK(key.certificate() != CertifiedKey{Key{std::string(32, 't')}}.certificate());
    CHECK(fingerprint_of(key.certificate()) ==
          "ff95d7e5787591e7d9a55be26cb0aa9093e6768b4d587a3fb922d58460855ce9");
}

TEST_CASE("a detached signature names who signed those bytes, and holds for no other")
{
    const CertifiedKey key{seed};
    const auto digest = base::sha256("devis");
    const auto cms = key.sign(digest);
    CHECK(certificate_of_signer(cms, digest) == key.certificate());
    CHECK_FALSE(certificate_of_signer(cms, base::sha256("devis ")));
    CHECK_FALSE(certificate_of_signer("", digest));
    CHECK_FALSE(certificate_of_signer(cms + '\0', digest));
}

TEST_CASE("a signature with one bit changed anywhere is refused")
{
    const auto digest = base::sha256("devis");
    auto cms = CertifiedKey{seed}.sign(digest);
    std::vector<std::size_t> accepted;
    for (std::size_t at = 0; at < cms.size() * 8; ++at) {
        auto& byte = cms[at / 8];
        const char before = byte;
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << (at % 8)));
        if (certificate_of_signer(cms, digest)) accepted.push_back(at);
        byte = before;
    }
    CHECK(accepted == std::vector<std::size_t>{});
}

TEST_CASE("a fingerprint is read by people in pairs")
{
    CHECK(readable_fingerprint("0a1bff") == "0A:1B:FF");
}
