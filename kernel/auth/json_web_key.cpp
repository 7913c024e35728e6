#include "kernel/auth/json_web_key.hpp"

#include "kernel/auth/json_fields.hpp"
#include "kernel/base/text.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <optional>

namespace auth
{

namespace
{

constexpr int rsa_bits_min = 2048;
constexpr int rsa_bits_max = 8192;
constexpr std::size_t coordinate_bytes = 32;
constexpr std::size_t number_bytes_max = rsa_bits_max / 8;

template <auto release>
struct Release {
    template <class T>
    void operator()(T* held) const
    {
        release(held);
    }
};
template <class T, auto release>
using Held = std::unique_ptr<T, Release<release>>;
using Builder = Held<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using Parameters = Held<OSSL_PARAM, OSSL_PARAM_free>;
using Number = Held<BIGNUM, BN_free>;
using KeyContext = Held<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

Number number_of(std::string_view bytes)
{
    return Number{BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr)};
}

std::shared_ptr<EVP_PKEY> make_key(const char* type, OSSL_PARAM_BLD* builder)
{
    const Parameters parameters{OSSL_PARAM_BLD_to_param(builder)};
    const KeyContext context{EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr)};
    EVP_PKEY* made = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return {made, EVP_PKEY_free};
}

std::string bytes_in(const boost::json::object& object, std::string_view name)
{
    auto bytes = base::unbase64url(text_of(object, name)).value_or(std::string{});
    return bytes.size() <= number_bytes_max ? bytes : std::string{};
}

std::shared_ptr<EVP_PKEY> rsa_key(const boost::json::object& object)
{
    const auto modulus = bytes_in(object, "n");
    const auto exponent = bytes_in(object, "e");
    if (modulus.empty() || exponent.empty()) return {};
    const Builder builder{OSSL_PARAM_BLD_new()};
    const auto n = number_of(modulus);
    const auto e = number_of(exponent);
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    auto key = make_key("RSA", builder.get());
    if (key && EVP_PKEY_get_bits(key.get()) < rsa_bits_min) return {};
    return key;
}

std::shared_ptr<EVP_PKEY> p256_key(const boost::json::object& object)
{
    const auto x = bytes_in(object, "x");
    const auto y = bytes_in(object, "y");
    if (text_of(object, "crv") != "P-256") return {};
    if (x.size() != coordinate_bytes || y.size() != coordinate_bytes) return {};
    const auto point = "\x04" + x + y;
    const Builder builder{OSSL_PARAM_BLD_new()};
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                     point.size());
    return make_key("EC", builder.get());
}

std::optional<JsonWebKey> parse_key(const boost::json::object& object)
{
    const auto use = text_of(object, "use");
    const auto type = text_of(object, "kty");
    if (!use.empty() && use != "sig") return {};
    JsonWebKey key{.id = text_of(object, "kid"), .kind = {}, .key = {}};
    if (type == "RSA") {
        key.key = rsa_key(object);
    } else if (type == "EC") {
        key.kind = JsonWebKey::Kind::p256;
        key.key = p256_key(object);
    }
    if (!key.key) return {};
    return key;
}

/// The two numbers side by side of RFC 7518 as the DER that OpenSSL reads; empty when they are not.
std::string der_of(std::string_view signature)
{
    if (signature.size() != 2 * coordinate_bytes) return {};
    const Held<ECDSA_SIG, ECDSA_SIG_free> pair{ECDSA_SIG_new()};
    auto r = number_of(signature.substr(0, coordinate_bytes));
    auto s = number_of(signature.substr(coordinate_bytes));
    ECDSA_SIG_set0(pair.get(), r.release(), s.release());
    unsigned char* der = nullptr;
    const auto size = i2d_ECDSA_SIG(pair.get(), &der);
    if (size <= 0) return {};
    std::string text(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return text;
}

} // namespace

KeySet parse_key_set(std::string_view json)
{
    const auto set = parse_object(json);
    const auto* listed = set ? set->if_contains("keys") : nullptr;
    if (listed == nullptr || !listed->is_array()) return {};
    KeySet keys;
    for (const auto& entry : listed->get_array()) {
        if (keys.size() == keys_max) break;
        if (!entry.is_object()) continue;
        if (auto key = parse_key(entry.get_object())) keys.push_back(std::move(*key));
    }
    return keys;
}

bool is_signed_by(const JsonWebKey& key, std::string_view text, std::string_view signature)
{
    const auto bytes =
        key.kind == JsonWebKey::Kind::p256 ? der_of(signature) : std::string{signature};
    const Held<EVP_MD_CTX, EVP_MD_CTX_free> digest{EVP_MD_CTX_new()};
    return !bytes.empty() && digest &&
           EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.key.get()) == 1 &&
           EVP_DigestVerify(digest.get(), bytes_of(bytes), bytes.size(), bytes_of(text),
                            text.size()) == 1;
}

} // namespace auth
