#include "modules/identity/passwords.hpp"

#include "kernel/base/text.hpp"
#include "kernel/secrets/password.hpp"
#include "kernel/secrets/predictable_password.hpp"
#include "kernel/secrets/vault.hpp"
#include "modules/identity/identity.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace identity
{

std::string password_problem(std::string_view password, const std::vector<std::string>& context)
{
    if (base::code_points(password) < password_length_min) return "identity.error.password_short";
    if (secrets::is_predictable(password, context)) return "identity.error.password_common";
    return {};
}

secrets::PasswordQueue& passwords(const secrets::Vault& vault, HashStrength strength)
{
    constexpr auto purpose = "identity.password";
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<secrets::PasswordQueue>> queues;
    const auto is_test = strength == HashStrength::test;
    const auto cost = is_test ? secrets::PasswordCost::for_tests() : secrets::PasswordCost{};
    const std::lock_guard lock{mutex};
    auto& queue = queues[vault.keyed_hash(purpose, is_test ? "test" : "production")];
    if (!queue) queue = std::make_unique<secrets::PasswordQueue>(vault.key_for(purpose), cost);
    return *queue;
}

} // namespace identity
