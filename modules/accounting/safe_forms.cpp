#include "modules/accounting/safe_forms.hpp"

#include "kernel/http/client.hpp"
#include "modules/accounting/services.hpp"

#include <algorithm>
#include <string_view>

namespace accounting
{
namespace
{

std::string without_end_slash(std::string address)
{
    while (address.ends_with('/'))
        address.pop_back();
    return address;
}

bool is_digit(char one)
{
    return one >= '0' && one <= '9';
}
bool is_of_host(char one)
{
    return is_digit(one) || (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') ||
           one == '-' || one == '.';
}

/// « https:// », a host and perhaps a port, nothing else.
bool is_service_address(std::string_view address)
{
    const auto reach = services().reach == ServiceReach::loopback_too ? http::Reach::loopback_too
                                                                      : http::Reach::https_only;
    if (!http::is_reachable(address, reach)) return false;
    constexpr std::size_t port_length_max = 5;
    const auto host = address.substr(address.find("//") + 2);
    const auto colon = host.find(':');
    const auto name = host.substr(0, colon);
    if (name.empty() || !std::ranges::all_of(name, is_of_host)) return false;
    if (colon == std::string_view::npos) return true;
    const auto port = host.substr(colon + 1);
    return !port.empty() && port.size() <= port_length_max && std::ranges::all_of(port, is_digit);
}

} // namespace

void check_whole(forms::Form<SaveSafe>& form, const Safe& kept)
{
    const auto& command = form.command;
    const auto add = [&](const char* field, const char* key) {
        if (form.errors.find(field) == nullptr) form.errors.add(field, key);
    };
    const auto address = without_end_slash(command.address.value);
    if (!is_service_address(address)) add("address", "accounting.safe.error.address");
    if (!is_bucket_name(command.bucket.value)) add("bucket", "accounting.safe.error.bucket_name");
    const bool keeps = kept.address == address && kept.access_name == command.access_name.value &&
                       !kept.sealed_secret.empty();
    if (command.secret.value.empty() && !keeps) add("secret", "forms.error.required");
}

forms::Form<SaveSafe> form_of(const Safe& safe)
{
    return {.command = {},
            .typed = {{"address", safe.address},
                      {"bucket", safe.bucket},
                      {"region", safe.region},
                      {"access_name", safe.access_name}},
            .errors = {}};
}

SafeChange change_of(const SaveSafe& command)
{
    return {.address = without_end_slash(command.address.value),
            .bucket = command.bucket.value,
            .region = command.region.value,
            .access_name = command.access_name.value,
            .secret = command.secret.value};
}

} // namespace accounting
