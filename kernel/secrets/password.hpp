#pragma once

#include "kernel/secrets/key.hpp"

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <string>
#include <string_view>

namespace secrets
{

/// What one hash costs. Tests may ask for less; production never does.
struct PasswordCost {
    std::size_t memory = std::size_t{46} << 20U; ///< bytes
    unsigned long long passes = 2;

    static constexpr PasswordCost for_tests() { return {.memory = 64 << 10U, .passes = 1}; }
};

/// Too many passwords are being checked at once: answer 503 with Retry-After.
struct PasswordsBusy : std::exception {
    const char* what() const noexcept override { return "too many passwords at once"; }
};

/// Hashes and verifies passwords: argon2id over a keyed hash of the password (the pepper), so that
/// a stolen table alone is worth nothing. At most `at_once` run together, `waiting` wait for their
/// turn, the next is refused with PasswordsBusy. Never call it inside a transaction. Any thread.
class PasswordQueue
{
  public:
    static constexpr int at_once = 2;
    static constexpr int waiting = 20;

    explicit PasswordQueue(Key pepper, PasswordCost cost = {});

    /// The text to store: "$argon2id$v=19$…".
    std::string hash(std::string_view password);
    /// False for a stored text that is not one of ours.
    bool verify(std::string_view stored, std::string_view password);
    /// Costs what verify costs and is false: for unknown people, who must not answer faster.
    bool dummy_verify(std::string_view password);
    /// Whether a verified password should be hashed again at today's cost.
    bool needs_rehash(std::string_view stored) const;

  private:
    class Turn;

    std::string peppered(std::string_view password) const;
    std::string hash_now(std::string_view password) const;

    const Key pepper_;
    const PasswordCost cost_;
    std::mutex mutex_;
    std::condition_variable freed_;
    int running_ = 0;
    int queued_ = 0;
};

} // namespace secrets
