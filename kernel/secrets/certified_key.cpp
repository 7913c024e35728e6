#include "kernel/secrets/certified_key.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"
#include "kernel/secrets/certificate.hpp"

#include <openssl/cms.h>
#include <openssl/x509.h>

#include <algorithm>
#include <vector>

namespace secrets
{
namespace
{

using Message = Held<CMS_ContentInfo, CMS_ContentInfo_free>;

constexpr std::size_t digest_bytes = 32;
constexpr unsigned int detached = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL;
constexpr unsigned int signing = CMS_PARTIAL | CMS_BINARY | CMS_NOSMIMECAP | CMS_CADES;

const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

CMS_SignerInfo* only_signer(CMS_ContentInfo& message)
{
    auto* const signers = CMS_get0_SignerInfos(&message);
    return sk_CMS_SignerInfo_num(signers) == 1 ? sk_CMS_SignerInfo_value(signers, 0) : nullptr;
}

/// A message that lacks only its signature. `CMS_final` would add the time, which a PDF gives
/// itself (ETSI EN 319 142-1). Private or public key.
Message unsigned_message(X509& certificate, EVP_PKEY& key, std::string_view digest)
{
    Message message{CMS_sign(nullptr, nullptr, nullptr, nullptr, detached)};
    must(message != nullptr);
    auto* const signer = CMS_add1_signer(message.get(), &certificate, &key, EVP_sha256(), signing);
    must(signer != nullptr);
    must(CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                     OBJ_nid2obj(NID_pkcs7_data), -1) == 1);
    must(CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                                     digest.data(), static_cast<int>(digest.size())) == 1);
    return message;
}

/// What is signed: the attributes as a set, in the order of their bytes (DER).
std::string attributes_of(const CMS_SignerInfo& signer)
{
    std::vector<std::string> attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(&signer); ++i) {
        const auto* const one = CMS_signed_get_attr(&signer, i);
        std::string der(static_cast<std::size_t>(i2d_X509_ATTRIBUTE(one, nullptr)), '\0');
        auto* to = raw(der);
        i2d_X509_ATTRIBUTE(one, &to);
        attributes.push_back(std::move(der));
    }
    std::ranges::sort(attributes);
    const auto all = base::join(attributes, "");
    KERNEL_ASSERT(all.size() > 127 && all.size() < 256);
    return std::string{'\x31', '\x81', static_cast<char>(all.size())} + all;
}

std::string der_of(CMS_ContentInfo& message)
{
    std::string der(static_cast<std::size_t>(i2d_CMS_ContentInfo(&message, nullptr)), '\0');
    auto* to = raw(der);
    i2d_CMS_ContentInfo(&message, &to);
    return der;
}

std::string with_signature(CMS_ContentInfo& message, std::string_view signature)
{
    auto* const slot = CMS_SignerInfo_get0_signature(only_signer(message));
    must(ASN1_STRING_set(slot, signature.data(), static_cast<int>(signature.size())) == 1);
    return der_of(message);
}

using Digesting = Held<EVP_MD_CTX, EVP_MD_CTX_free>;

bool holds(EVP_PKEY& key, std::string_view text, std::string_view signature)
{
    const Digesting context{EVP_MD_CTX_new()};
    must(EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, &key) == 1);
    return EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(text),
                            text.size()) == 1;
}

struct Parts {
    Certificate certificate;
    std::string signature;
};

std::optional<Parts> parts_of(std::string_view cms)
{
    const auto* from = raw(cms);
    const Message message{d2i_CMS_ContentInfo(nullptr, &from, static_cast<long>(cms.size()))};
    if (!message || OBJ_obj2nid(CMS_get0_type(message.get())) != NID_pkcs7_signed) return {};
    auto* const signer = only_signer(*message);
    if (signer == nullptr) return {};
    const Held<STACK_OF(X509), [](STACK_OF(X509) * all) { sk_X509_pop_free(all, X509_free); }>
        certificates{CMS_get1_certs(message.get())};
    if (!certificates || sk_X509_num(certificates.get()) != 1) return {};
    Certificate certificate{X509_dup(sk_X509_value(certificates.get(), 0))};
    const auto* const signature = CMS_SignerInfo_get0_signature(signer);
    return Parts{std::move(certificate),
                 {reinterpret_cast<const char*>(ASN1_STRING_get0_data(signature)),
                  static_cast<std::size_t>(ASN1_STRING_length(signature))}};
}

} // namespace

class CertifiedKey::Impl
{
  public:
    explicit Impl(const Key& seed)
        : key_(private_key_of(seed)), certificate_(certificate_of(seed, *key_)),
          der_(secrets::der_of(*certificate_))
    {
    }

    const std::string& certificate() const { return der_; }

    std::string sign(std::string_view digest) const
    {
        const auto message = unsigned_message(*certificate_, *key_, digest);
        const auto text = attributes_of(*only_signer(*message));
        const Digesting context{EVP_MD_CTX_new()};
        must(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1);
        std::size_t length = 0;
        must(EVP_DigestSign(context.get(), nullptr, &length, raw(text), text.size()) == 1);
        std::string signature(length, '\0');
        must(EVP_DigestSign(context.get(), raw(signature), &length, raw(text), text.size()) == 1);
        signature.resize(length);
        return with_signature(*message, signature);
    }

  private:
    PrivateKey key_;
    Certificate certificate_;
    std::string der_;
};

CertifiedKey::CertifiedKey(const Key& seed) : impl_(std::make_unique<Impl>(seed)) {}
CertifiedKey::~CertifiedKey() = default;
CertifiedKey::CertifiedKey(CertifiedKey&&) noexcept = default;
CertifiedKey& CertifiedKey::operator=(CertifiedKey&&) noexcept = default;

const std::string& CertifiedKey::certificate() const
{
    return impl_->certificate();
}

std::string CertifiedKey::sign(std::string_view digest) const
{
    KERNEL_ASSERT(digest.size() == digest_bytes);
    auto cms = impl_->sign(digest);
    KERNEL_ASSERT(cms.size() <= cms_bytes_max);
    return cms;
}

std::optional<std::string> certificate_of_signer(std::string_view cms, std::string_view digest)
{
    KERNEL_ASSERT(digest.size() == digest_bytes);
    if (cms.size() > cms_bytes_max) return {};
    const auto parts = parts_of(cms);
    if (!parts) return {};
    auto* const key = X509_get0_pubkey(parts->certificate.get());
    if (key == nullptr || EVP_PKEY_is_a(key, "EC") != 1) return {};
    const auto message = unsigned_message(*parts->certificate, *key, digest);
    const auto text = attributes_of(*only_signer(*message));
    if (!holds(*key, text, parts->signature)) return {};
    if (with_signature(*message, parts->signature) != cms) return {};
    return der_of(*parts->certificate);
}

std::string fingerprint_of(std::string_view certificate)
{
    return base::hex(base::sha256(certificate));
}

std::string readable_fingerprint(std::string_view fingerprint)
{
    std::string made;
    for (std::size_t at = 0; at < fingerprint.size(); ++at) {
        if (at > 0 && at % 2 == 0) made += ':';
        const char digit = fingerprint[at];
        made += digit >= 'a' && digit <= 'f' ? static_cast<char>(digit - 'a' + 'A') : digit;
    }
    return made;
}

} // namespace secrets
