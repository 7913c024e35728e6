#include "kernel/secrets/password.hpp"

#include <sodium.h>

#include <new>

namespace secrets
{

/// A place among those that run; waits for it, gives it back.
class PasswordQueue::Turn
{
  public:
    explicit Turn(PasswordQueue& queue) : queue_(queue)
    {
        std::unique_lock lock{queue_.mutex_};
        if (queue_.running_ >= at_once) {
            if (queue_.queued_ >= waiting) throw PasswordsBusy{};
            ++queue_.queued_;
            queue_.freed_.wait(lock, [&] { return queue_.running_ < at_once; });
            --queue_.queued_;
        }
        ++queue_.running_;
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn()
    {
        {
            const std::lock_guard lock{queue_.mutex_};
            --queue_.running_;
        }
        queue_.freed_.notify_one();
    }

  private:
    PasswordQueue& queue_;
};

PasswordQueue::PasswordQueue(Key pepper, PasswordCost cost) : pepper_(pepper), cost_(cost) {}

std::string PasswordQueue::peppered(std::string_view password) const
{
    std::string digest(crypto_generichash_BYTES, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), digest.size(),
                       reinterpret_cast<const unsigned char*>(password.data()), password.size(),
                       pepper_.data(), Key::size);
    return digest;
}

std::string PasswordQueue::hash_now(std::string_view password) const
{
    char stored[crypto_pwhash_STRBYTES];
    const auto secret = peppered(password);
    if (crypto_pwhash_str_alg(stored, secret.data(), secret.size(), cost_.passes, cost_.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc{};
    return stored;
}

std::string PasswordQueue::hash(std::string_view password)
{
    const Turn turn{*this};
    return hash_now(password);
}

bool PasswordQueue::verify(std::string_view stored, std::string_view password)
{
    const Turn turn{*this};
    const auto secret = peppered(password);
    return crypto_pwhash_str_verify(std::string{stored}.c_str(), secret.data(), secret.size()) == 0;
}

bool PasswordQueue::dummy_verify(std::string_view password)
{
    const Turn turn{*this};
    hash_now(password);
    return false;
}

bool PasswordQueue::needs_rehash(std::string_view stored) const
{
    return crypto_pwhash_str_needs_rehash(std::string{stored}.c_str(), cost_.passes,
                                          cost_.memory) != 0;
}

} // namespace secrets
