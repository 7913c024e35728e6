#include "kernel/auth/json_web_token.hpp"
#include "kernel/base/text.hpp"

#include <doctest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace
{

using auth::TokenProblem;
using Claims = std::vector<std::pair<std::string, std::string>>; ///< name, JSON value

constexpr std::int64_t now_seconds = 1'795'000'000;
constexpr std::size_t coordinate_bytes = 32;

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;

std::string number(const EVP_PKEY* key, const char* name, std::size_t bytes)
{
    BIGNUM* value = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &value) != 1) throw std::runtime_error("no such number");
    std::string text(bytes == 0 ? static_cast<std::size_t>(BN_num_bytes(value)) : bytes, '\0');
    BN_bn2binpad(value, reinterpret_cast<unsigned char*>(text.data()),
                 static_cast<int>(text.size()));
    BN_free(value);
    return base::base64url(text);
}

/// Somebody who signs: a provider, or an attacker.
struct Signer {
    std::string id;
    Key key;
    bool is_rsa = true;

    static Signer rsa(std::string id, std::size_t bits = 2048)
    {
        return {std::move(id), Key{EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", bits)}};
    }
    static Signer p256(std::string id)
    {
        return {std::move(id), Key{EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")}, false};
    }

    std::string jwk() const
    {
        const auto head = R"({"use":"sig","kid":")" + id + R"(",)";
        if (is_rsa)
            return head + R"("kty":"RSA","n":")" + number(key.get(), OSSL_PKEY_PARAM_RSA_N, 0) +
                   R"(","e":")" + number(key.get(), OSSL_PKEY_PARAM_RSA_E, 0) + "\"}";
        return head + R"("kty":"EC","crv":"P-256","x":")" +
               number(key.get(), OSSL_PKEY_PARAM_EC_PUB_X, coordinate_bytes) + R"(","y":")" +
               number(key.get(), OSSL_PKEY_PARAM_EC_PUB_Y, coordinate_bytes) + "\"}";
    }

    std::string sign(const std::string& text) const
    {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest{EVP_MD_CTX_new(),
                                                                             EVP_MD_CTX_free};
        const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
        std::size_t size = 0;
        EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get());
        EVP_DigestSign(digest.get(), nullptr, &size, bytes, text.size());
        std::string signature(size, '\0');
        EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       bytes, text.size());
        signature.resize(size);
        return is_rsa ? signature : side_by_side(signature);
    }

    static std::string side_by_side(const std::string& der)
    {
        const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
        auto* pair = d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size()));
        std::string text(2 * coordinate_bytes, '\0');
        auto* out = reinterpret_cast<unsigned char*>(text.data());
        BN_bn2binpad(ECDSA_SIG_get0_r(pair), out, coordinate_bytes);
        BN_bn2binpad(ECDSA_SIG_get0_s(pair), out + coordinate_bytes, coordinate_bytes);
        ECDSA_SIG_free(pair);
        return text;
    }
};

const Signer& provider()
{
    static const auto signer = Signer::rsa("autumn");
    return signer;
}

auth::KeySet keys_of(const Signer& signer)
{
    return auth::parse_key_set(R"({"keys":[)" + signer.jwk() + "]}");
}

/// What the provider says of Inès, with `changes` on top; an empty value removes the claim.
std::string claims(const Claims& changes = {})
{
    Claims all{{"iss", "\"https://arche.example\""},
               {"sub", "\"248289761001\""},
               {"aud", "\"etabli\""},
               {"exp", std::to_string(now_seconds + 300)},
               {"iat", std::to_string(now_seconds)},
               {"nonce", "\"n-0S6_WzA2Mj\""},
               {"email", "\"ines@vigie.example\""},
               {"email_verified", "true"}};
    for (const auto& [name, value] : changes) {
        std::erase_if(all, [&](const auto& claim) { return claim.first == name; });
        if (!value.empty()) all.emplace_back(name, value);
    }
    std::string json;
    for (const auto& [name, value] : all)
        json += (json.empty() ? "{\"" : ",\"") + name + "\":" + value;
    return json + "}";
}

std::string unsigned_text(const std::string& header, const std::string& payload)
{
    return base::base64url(header) + "." + base::base64url(payload);
}

std::string token(const Signer& signer, const std::string& payload)
{
    const auto* algorithm = signer.is_rsa ? "RS256" : "ES256";
    const auto text = unsigned_text(
        std::string{R"({"alg":")"} + algorithm + R"(","kid":")" + signer.id + "\"}", payload);
    return text + "." + base::base64url(signer.sign(text));
}

std::variant<auth::IdToken, TokenProblem> check(const std::string& token,
                                                const auth::KeySet& keys = keys_of(provider()))
{
    return auth::check_id_token(token, keys,
                                {.issuer = "https://arche.example",
                                 .client_id = "etabli",
                                 .nonce = "n-0S6_WzA2Mj",
                                 .now = {now_seconds * 1'000'000}});
}

bool is_believed(const std::variant<auth::IdToken, TokenProblem>& checked)
{
    return std::holds_alternative<auth::IdToken>(checked);
}

/// Of the provider's own token with those claims changed; fails when it is believed.
TokenProblem problem(const Claims& changes)
{
    return std::get<TokenProblem>(check(token(provider(), claims(changes))));
}

} // namespace

TEST_CASE("an ID token signed by the provider for us is believed, with either kind of key")
{
    const auto checked = check(token(provider(), claims())); // IDN-012
    REQUIRE(is_believed(checked));
    const auto& said = std::get<auth::IdToken>(checked);
    CHECK(said.subject == "248289761001");
    CHECK(said.email == "ines@vigie.example");
    CHECK(said.email_verified);
    const auto curve = Signer::p256("spring");
    CHECK(is_believed(check(token(curve, claims()), keys_of(curve))));
}

TEST_CASE("an ID token without signature is refused, however its algorithm is written")
{
    for (const auto* algorithm : {"none", "None", "NONE", ""}) { // IDN-012
        const auto text =
            unsigned_text(std::string{R"({"alg":")"} + algorithm + "\"}", claims()) + ".";
        CHECK(std::get<TokenProblem>(check(text)) == TokenProblem::algorithm);
    }
}

TEST_CASE("an ID token signed with the public key as a shared secret is refused")
{
    const auto text = unsigned_text(R"({"alg":"HS256","kid":"autumn"})", claims()); // IDN-012
    const auto secret = provider().jwk();
    std::string mac(coordinate_bytes, '\0');
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(),
         reinterpret_cast<unsigned char*>(mac.data()), nullptr);
    CHECK(std::get<TokenProblem>(check(text + "." + base::base64url(mac))) ==
          TokenProblem::algorithm);
}

TEST_CASE("an ID token changed after its signature, or signed by somebody else, is refused")
{
    const auto good = token(provider(), claims());
    const auto parts = base::split(good, '.');
    const auto forged =
        parts[0] + "." + base::base64url(claims({{"sub", "\"somebody-else\""}})) + "." + parts[2];
    CHECK(std::get<TokenProblem>(check(forged)) == TokenProblem::signature);
    const auto impostor = Signer::rsa("autumn");
    CHECK(std::get<TokenProblem>(check(token(impostor, claims()))) == TokenProblem::signature);
    const auto curve = Signer::p256("autumn");
    CHECK(std::get<TokenProblem>(check(token(curve, claims()))) == TokenProblem::unknown_key);
}

TEST_CASE("an ID token of another issuer, for another client or of another sign-in is refused")
{
    CHECK(problem({{"iss", "\"https://phare.example\""}}) == TokenProblem::issuer); // IDN-012
    CHECK(problem({{"iss", "\"https://arche.example/\""}}) == TokenProblem::issuer);
    CHECK(problem({{"aud", "\"other\""}}) == TokenProblem::audience);
    CHECK(problem({{"aud", R"(["etabli","other"])"}}) == TokenProblem::audience);
    CHECK(problem({{"azp", "\"other\""}}) == TokenProblem::audience);
    CHECK(problem({{"nonce", "\"another\""}}) == TokenProblem::nonce);
    CHECK(problem({{"nonce", ""}}) == TokenProblem::nonce);
    CHECK(problem({{"sub", ""}}) == TokenProblem::malformed);
    CHECK(is_believed(check(
        token(provider(), claims({{"aud", R"(["etabli","other"])"}, {"azp", "\"etabli\""}})))));
}

TEST_CASE("an ID token is believed until two minutes after its end and refused from then on")
{
    const auto at = [](std::int64_t seconds) { return std::to_string(now_seconds + seconds); };
    CHECK(problem({{"exp", at(-120)}}) == TokenProblem::expired); // IDN-012
    CHECK(is_believed(check(token(provider(), claims({{"exp", at(-119)}})))));
    CHECK(problem({{"iat", at(121)}}) == TokenProblem::issued);
    CHECK(is_believed(check(token(provider(), claims({{"iat", at(120)}})))));
    CHECK(problem({{"iat", at(-721)}}) == TokenProblem::issued);
    CHECK(problem({{"exp", ""}}) == TokenProblem::malformed);
    CHECK(problem({{"exp", "\"never\""}}) == TokenProblem::malformed);
}

TEST_CASE("a key the set does not hold is told apart, and found in the set that holds it")
{
    const auto next = Signer::rsa("winter"); // IDN-012
    const auto signed_later = token(next, claims());
    CHECK(std::get<TokenProblem>(check(signed_later)) == TokenProblem::unknown_key);
    const auto rotated =
        auth::parse_key_set(R"({"keys":[)" + provider().jwk() + "," + next.jwk() + "]}");
    REQUIRE(rotated.size() == 2);
    CHECK(is_believed(check(signed_later, rotated)));
}

TEST_CASE("keys that are too short, meant for encryption or malformed are left out")
{
    const auto weak = Signer::rsa("weak", 1024);
    CHECK(keys_of(weak).empty());
    const auto encrypting = base::replace_all(provider().jwk(), "\"sig\"", "\"enc\"");
    CHECK(auth::parse_key_set(R"({"keys":[)" + encrypting + "]}").empty());
    const auto* off_curve = R"({"keys":[{"kty":"EC","crv":"P-256","x":"AAAA","y":"AAAA"}]})";
    CHECK(auth::parse_key_set(off_curve).empty());
    CHECK(auth::parse_key_set(R"({"keys":[{"kty":"oct","k":"c2VjcmV0"},7]})").empty());
    CHECK(auth::parse_key_set("<html>").empty());
}

TEST_CASE("what is no token is refused without a fault")
{
    for (const auto* text : {"", ".", "..", "a.b", "a.b.c.d", "é.é.é", "e30.e30.e30"})
        CHECK_FALSE(is_believed(check(text)));
    CHECK_FALSE(is_believed(check(std::string(auth::id_token_bytes_max + 1, 'a'))));
    const auto text = unsigned_text(R"({"alg":"RS256","kid":"autumn","crit":["x"]})", claims());
    CHECK_FALSE(is_believed(check(text + "." + base::base64url(provider().sign(text)))));
}
