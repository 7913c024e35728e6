#include "modules/einvoicing/platform_forms.hpp"

#include "kernel/forms/field_types.hpp"
#include "modules/einvoicing/platform_jobs.hpp"

namespace einvoicing
{
namespace
{

std::string without_end_slash(std::string address)
{
    while (address.ends_with('/'))
        address.pop_back();
    return address;
}

} // namespace

void check_whole(forms::Form<SavePlatform>& form, const Platform& kept)
{
    const auto& command = form.command;
    const auto add = [&](const char* field, const char* key) {
        if (form.errors.find(field) == nullptr) form.errors.add(field, key);
    };
    const auto may_be = [](const std::string& address) {
        return is_platform_address(address, platform_reach()) &&
               address.find_first_of("?# ") == std::string::npos;
    };
    const bool has_token_address = !command.token_address.value.empty();
    if (!may_be(command.address.value)) add("address", "einvoicing.platform.error.address");
    if (has_token_address && !may_be(command.token_address.value))
        add("token_address", "einvoicing.platform.error.address");
    if (has_token_address && command.client.value.empty()) add("client", "forms.error.required");
    const bool keeps =
        kept.address == without_end_slash(command.address.value) && !kept.sealed_secret.empty();
    if (command.secret.value.empty() && !keeps) add("secret", "forms.error.required");
}

forms::Form<SavePlatform> form_of(const Platform& platform)
{
    return {.command = {},
            .typed = {{"address", platform.address},
                      {"token_address", platform.token_address},
                      {"client", platform.client},
                      {"mode", std::string{forms::enum_name(platform.mode)}}},
            .errors = {}};
}

PlatformChange change_of(const SavePlatform& command)
{
    const bool is_oauth = !command.token_address.value.empty();
    return {.address = without_end_slash(command.address.value),
            .token_address = command.token_address.value,
            .client = is_oauth ? command.client.value : std::string{},
            .secret = command.secret.value,
            .mode = command.mode.value_or(PlatformMode::live)};
}

} // namespace einvoicing
