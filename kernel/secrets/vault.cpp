#include "kernel/secrets/vault.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace secrets
{

namespace
{

// A sealed value: version (1), key id (4), nonce (24), cipher text and tag.
constexpr char version = 1;
constexpr std::size_t id_bytes = 4;
constexpr std::size_t header_bytes = 1 + id_bytes;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t overhead = header_bytes + nonce_bytes + tag_bytes;

const unsigned char* raw(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* raw(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

std::string blake2b(std::string_view text, const Key* key, std::size_t length)
{
    std::string digest(length, '\0');
    crypto_generichash(raw(digest), length, raw(text), text.size(),
                       key != nullptr ? key->data() : nullptr, key != nullptr ? Key::size : 0);
    return digest;
}

Key derived(const Key& key, std::string_view purpose)
{
    constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "etabli01";
    std::uint64_t number = 0;
    const auto digest = blake2b(purpose, nullptr, crypto_generichash_BYTES);
    std::memcpy(&number, digest.data(), sizeof number);
    std::string bytes(Key::size, '\0');
    crypto_kdf_derive_from_key(raw(bytes), bytes.size(), number, context, key.data());
    Key result{bytes};
    sodium_memzero(bytes.data(), bytes.size());
    return result;
}

std::string id_of(const Key& key)
{
    return std::string{derived(key, "vault.id").bytes().substr(0, id_bytes)};
}

/// The header and the place, each part with its length so that no two places read alike.
std::string associated(std::string_view header, const Place& place)
{
    std::string text{header};
    for (const auto part : {place.table, place.column, place.row})
        text += std::to_string(part.size()) + ':' + std::string{part};
    return text;
}

} // namespace

Vault::Vault(std::vector<Key> keys) : keys_(std::move(keys))
{
    KERNEL_ASSERT(!keys_.empty());
}

const Key* Vault::key_of(std::string_view id) const
{
    const auto found =
        std::ranges::find_if(keys_, [&](const Key& key) { return id_of(key) == id; });
    return found == keys_.end() ? nullptr : &*found;
}

std::string Vault::seal(std::string_view plain, const Place& place) const
{
    const auto key = derived(keys_.front(), "vault.seal");
    const auto header = version + id_of(keys_.front());
    const auto nonce = base::random_bytes(nonce_bytes);
    const auto about = associated(header, place);
    std::string cipher(plain.size() + tag_bytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(cipher), nullptr, raw(plain), plain.size(),
                                               raw(std::string_view{about}), about.size(), nullptr,
                                               raw(std::string_view{nonce}), key.data());
    return header + nonce + cipher;
}

std::optional<std::string> Vault::open(std::string_view sealed, const Place& place) const
{
    if (sealed.size() < overhead || sealed[0] != version) return {};
    const auto* main = key_of(sealed.substr(1, id_bytes));
    if (main == nullptr) return {};
    const auto key = derived(*main, "vault.seal");
    const auto about = associated(sealed.substr(0, header_bytes), place);
    const auto nonce = sealed.substr(header_bytes, nonce_bytes);
    const auto cipher = sealed.substr(header_bytes + nonce_bytes);
    std::string plain(cipher.size() - tag_bytes, '\0');
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        raw(plain), nullptr, nullptr, raw(cipher), cipher.size(), raw(std::string_view{about}),
        about.size(), raw(nonce), key.data());
    if (failed != 0) return {};
    return plain;
}

bool Vault::is_sealed_by_older_key(std::string_view sealed) const
{
    return sealed.size() >= overhead && sealed.substr(1, id_bytes) != id_of(keys_.front());
}

std::string Vault::keyed_hash(std::string_view purpose, std::string_view text) const
{
    const auto key = key_for(purpose);
    return blake2b(text, &key, Key::size);
}

Key Vault::key_for(std::string_view purpose) const
{
    return derived(keys_.back(), purpose);
}

} // namespace secrets
