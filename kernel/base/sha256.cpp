#include "kernel/base/sha256.hpp"

#include "kernel/base/text.hpp"

#include <sodium.h>

namespace base
{

struct Sha256::State {
    crypto_hash_sha256_state state{};
};

Sha256::Sha256() : state_(std::make_unique<State>())
{
    crypto_hash_sha256_init(&state_->state);
}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes)
{
    crypto_hash_sha256_update(&state_->state, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

std::string Sha256::hex_digest()
{
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state_->state, reinterpret_cast<unsigned char*>(digest.data()));
    return hex(digest);
}

} // namespace base
