#include "kernel/mail/sealed_password.hpp"

#include "kernel/base/text.hpp"

#include <stdexcept>

namespace mail
{
namespace
{

secrets::Place place_of(const std::string& workspace)
{
    return {.table = "mail_sender", .column = "sealed_password", .row = workspace};
}

} // namespace

std::string sealed_password(const secrets::Vault& vault, tenancy::WorkspaceId workspace,
                            std::string_view password)
{
    return base::base64(vault.seal(password, place_of(workspace.text())));
}

std::string opened_password(const secrets::Vault& vault, tenancy::WorkspaceId workspace,
                            std::string_view sealed)
{
    if (sealed.empty()) return {};
    const auto bytes = base::unbase64(sealed);
    const auto plain =
        bytes ? vault.open(*bytes, place_of(workspace.text())) : std::optional<std::string>{};
    if (!plain) throw std::runtime_error("the password of a mail server does not open");
    return *plain;
}

} // namespace mail
