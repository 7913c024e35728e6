#include "kernel/secrets/installed.hpp"

#include <stdexcept>

namespace secrets
{
namespace
{

const Vault*& place()
{
    static const Vault* the_vault = nullptr;
    return the_vault;
}

} // namespace

void install(const Vault& vault)
{
    place() = &vault;
}

const Vault& installed_vault()
{
    if (place() == nullptr) throw std::logic_error("no vault is installed");
    return *place();
}

} // namespace secrets
