#include "kernel/secrets/certificate.hpp"

#include "kernel/base/text.hpp"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/param_build.h>
#include <openssl/x509v3.h>
#include <sodium.h>

#include <stdexcept>

namespace secrets
{
namespace
{

using Number = Held<BIGNUM, BN_clear_free>;
using Workplace = Held<BN_CTX, BN_CTX_free>;
using Group = Held<EC_GROUP, EC_GROUP_free>;
using Point = Held<EC_POINT, EC_POINT_free>;

constexpr std::size_t wide_bytes = 64; ///< twice those of the curve: nothing is more likely
constexpr std::size_t coordinate_bytes = 32;
constexpr int serial_bytes = 16;
constexpr const char* subject = "Établi · sceau de l’installation";

Group curve()
{
    return Group{EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1)};
}

const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

/// Between 1 and the order of the curve minus 1, from the seed and `about` alone.
Number secret_number(const Key& seed, std::string_view about, const EC_GROUP& group)
{
    std::string wide(wide_bytes, '\0');
    crypto_generichash(raw(wide), wide.size(), raw(about), about.size(), seed.data(), Key::size);
    const Workplace workplace{BN_CTX_new()};
    Number number{BN_bin2bn(raw(wide), static_cast<int>(wide.size()), nullptr)};
    sodium_memzero(wide.data(), wide.size());
    const Number most{BN_dup(EC_GROUP_get0_order(&group))};
    must(BN_sub_word(most.get(), 1) == 1);
    must(BN_mod(number.get(), number.get(), most.get(), workplace.get()) == 1);
    must(BN_add_word(number.get(), 1) == 1);
    BN_set_flags(number.get(), BN_FLG_CONSTTIME);
    return number;
}

Point public_point(const EC_GROUP& group, const BIGNUM& number)
{
    const Workplace workplace{BN_CTX_new()};
    Point point{EC_POINT_new(&group)};
    must(EC_POINT_mul(&group, point.get(), &number, nullptr, nullptr, workplace.get()) == 1);
    return point;
}

std::string tagged(char tag, std::string_view content)
{
    std::string length(1, static_cast<char>(content.size()));
    if (content.size() > 255)
        length = {'\x82', static_cast<char>(content.size() >> 8U),
                  static_cast<char>(content.size() & 255U)};
    else if (content.size() > 127)
        length = {'\x81', static_cast<char>(content.size())};
    return tag + length + std::string{content};
}

/// ECDSA with SHA-256 whose nonce follows from the key and the text, as Ed25519 makes its own:
/// OpenSSL 3.0 draws one, and the certificate would have another fingerprint at each start.
std::string repeatable_signature(const Key& seed, std::string_view text)
{
    const auto group = curve();
    const auto* const order = EC_GROUP_get0_order(group.get());
    const Workplace workplace{BN_CTX_new()};
    const auto key = secret_number(seed, "private key", *group);
    const auto nonce = secret_number(seed, "nonce of " + std::string{text}, *group);
    const auto point = public_point(*group, *nonce);
    const auto digest = base::sha256(text);

    const Number r{BN_new()};
    must(EC_POINT_get_affine_coordinates(group.get(), point.get(), r.get(), nullptr,
                                         workplace.get()) == 1);
    must(BN_nnmod(r.get(), r.get(), order, workplace.get()) == 1);
    const Number s{BN_new()};
    const Number hashed{BN_bin2bn(raw(digest), static_cast<int>(digest.size()), nullptr)};
    must(BN_mod_mul(s.get(), r.get(), key.get(), order, workplace.get()) == 1);
    must(BN_mod_add(s.get(), s.get(), hashed.get(), order, workplace.get()) == 1);
    const Number inverse{BN_mod_inverse(nullptr, nonce.get(), order, workplace.get())};
    must(inverse != nullptr);
    must(BN_mod_mul(s.get(), s.get(), inverse.get(), order, workplace.get()) == 1);

    const Held<ECDSA_SIG, ECDSA_SIG_free> pair{ECDSA_SIG_new()};
    must(ECDSA_SIG_set0(pair.get(), BN_dup(r.get()), BN_dup(s.get())) == 1);
    std::string der(static_cast<std::size_t>(i2d_ECDSA_SIG(pair.get(), nullptr)), '\0');
    auto* to = raw(der);
    i2d_ECDSA_SIG(pair.get(), &to);
    return der;
}

void extend(X509& certificate, int kind, const char* value)
{
    X509V3_CTX about;
    X509V3_set_ctx_nodb(&about);
    X509V3_set_ctx(&about, &certificate, &certificate, nullptr, nullptr, 0);
    const Held<X509_EXTENSION, X509_EXTENSION_free> extension{
        X509V3_EXT_conf_nid(nullptr, &about, kind, value)};
    must(extension != nullptr && X509_add_ext(&certificate, extension.get(), -1) == 1);
}

/// All that a certificate says, signed in passing so that OpenSSL names the algorithm in it.
Certificate drafted_certificate(EVP_PKEY& key)
{
    Certificate made{X509_new()};
    must(X509_set_version(made.get(), X509_VERSION_3) == 1);
    must(X509_set_pubkey(made.get(), &key) == 1);
    std::string serial(EVP_MAX_MD_SIZE, '\0');
    must(X509_pubkey_digest(made.get(), EVP_sha256(), raw(serial), nullptr) == 1);
    serial[0] = static_cast<char>((static_cast<unsigned char>(serial[0]) & 0x3fU) | 0x40U);
    const Number number{BN_bin2bn(raw(serial), serial_bytes, nullptr)};
    must(BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(made.get())) != nullptr);
    must(ASN1_TIME_set_string(X509_getm_notBefore(made.get()), "20260101000000Z") == 1);
    must(ASN1_TIME_set_string(X509_getm_notAfter(made.get()), "99991231235959Z") == 1);
    auto* const name = X509_get_subject_name(made.get());
    must(X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8,
                                    raw(std::string_view{subject}), -1, -1, 0) == 1);
    must(X509_set_issuer_name(made.get(), name) == 1);
    extend(*made, NID_basic_constraints, "critical,CA:FALSE");
    extend(*made, NID_key_usage, "critical,digitalSignature,nonRepudiation");
    extend(*made, NID_subject_key_identifier, "hash");
    must(X509_sign(made.get(), &key, EVP_sha256()) > 0);
    return made;
}

} // namespace

void must(bool done)
{
    if (!done) throw std::runtime_error("OpenSSL refused to make or to use the key of the seal");
}

PrivateKey private_key_of(const Key& seed)
{
    const auto group = curve();
    const auto number = secret_number(seed, "private key", *group);
    std::string point(1 + 2 * coordinate_bytes, '\0');
    must(EC_POINT_point2oct(group.get(), public_point(*group, *number).get(),
                            POINT_CONVERSION_UNCOMPRESSED, raw(point), point.size(),
                            nullptr) == point.size());
    const Held<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder{OSSL_PARAM_BLD_new()};
    must(OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0) ==
         1);
    must(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, number.get()) == 1);
    must(OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                          point.size()) == 1);
    const Held<OSSL_PARAM, OSSL_PARAM_free> parts{OSSL_PARAM_BLD_to_param(builder.get())};
    const Held<EVP_PKEY_CTX, EVP_PKEY_CTX_free> maker{
        EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr)};
    must(EVP_PKEY_fromdata_init(maker.get()) == 1);
    EVP_PKEY* made = nullptr;
    must(EVP_PKEY_fromdata(maker.get(), &made, EVP_PKEY_KEYPAIR, parts.get()) == 1);
    return PrivateKey{made};
}

Certificate certificate_of(const Key& seed, EVP_PKEY& key)
{
    constexpr std::string_view ecdsa_with_sha256{"\x30\x0a\x06\x08\x2a\x86\x48\xce\x3d\x04\x03\x02",
                                                 12};
    auto draft = drafted_certificate(key);
    unsigned char* bytes = nullptr;
    const auto length = i2d_re_X509_tbs(draft.get(), &bytes);
    must(length > 0);
    const std::string said{reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
    OPENSSL_free(bytes);
    const auto signature = std::string(1, '\0') + repeatable_signature(seed, said);
    auto made = read_certificate(
        tagged('\x30', said + std::string{ecdsa_with_sha256} + tagged('\x03', signature)));
    must(made != nullptr && X509_verify(made.get(), &key) == 1);
    return made;
}

std::string der_of(const X509& certificate)
{
    std::string der(static_cast<std::size_t>(i2d_X509(&certificate, nullptr)), '\0');
    auto* to = raw(der);
    i2d_X509(&certificate, &to);
    return der;
}

Certificate read_certificate(std::string_view der)
{
    const auto* from = raw(der);
    Certificate read{d2i_X509(nullptr, &from, static_cast<long>(der.size()))};
    if (from != raw(der) + der.size()) read.reset();
    return read;
}

} // namespace secrets
