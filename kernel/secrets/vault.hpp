#pragma once

#include "kernel/secrets/key.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace secrets
{

/// Where a sealed value lives. It is part of what is authenticated: a value copied to another row,
/// column or table does not open.
struct Place {
    std::string_view table;
    std::string_view column;
    std::string_view row; ///< "7:120394": the workspace and the id
};

/// Everything that needs the installation's key. Immutable; any thread.
class Vault
{
  public:
    /// The first key seals; the others open what they sealed before a rotation. At least one. The
    /// last one, the oldest, keys the hashes, which a rotation must not change.
    explicit Vault(std::vector<Key> keys);

    /// XChaCha20-Poly1305: version, key id, nonce, cipher text. Raw bytes, 45 longer than `plain`.
    std::string seal(std::string_view plain, const Place& place) const;
    /// Nothing when it was altered, moved, or sealed by a key that is not here.
    std::optional<std::string> open(std::string_view sealed, const Place& place) const;
    /// Whether a rotation has still to seal it again with the current key.
    bool is_sealed_by_older_key(std::string_view sealed) const;

    /// 32 raw bytes that only this installation can compute: lookups of encrypted fields, CSRF
    /// tokens, signed topics. Each purpose ("crm.email", "guard.csrf") has its own key.
    std::string keyed_hash(std::string_view purpose, std::string_view text) const;

    /// The sub-key of a purpose, for what needs one of its own (the pepper of passwords).
    Key key_for(std::string_view purpose) const;

  private:
    const Key* key_of(std::string_view id) const;

    std::vector<Key> keys_;
};

} // namespace secrets
