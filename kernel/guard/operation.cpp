#include "kernel/guard/operation.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/guard/entrance.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/secrets/vault.hpp"

#include <charconv>
#include <cstdint>

namespace guard
{
namespace
{

constexpr std::size_t mark_digits = 22; // 132 bits

bool is_uuid(std::string_view text)
{
    constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    constexpr std::string_view digits = "0123456789abcdef";
    if (text.size() != shape.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool fits = shape[i] == '-' ? text[i] == '-' : digits.find(text[i]) != digits.npos;
        if (!fits) return false;
    }
    return true;
}

std::string_view uuid_in(const http::Request& request, std::string_view field)
{
    const auto value = request.form.get(field);
    return is_uuid(value) ? value : std::string_view{};
}

} // namespace

std::string_view operation_of(const http::Request& request)
{
    return uuid_in(request, "_operation");
}

std::string_view batch_of(const http::Request& request)
{
    return operation_of(request).empty() ? std::string_view{} : uuid_in(request, "_batch");
}

base::Instant written_at(const Call& call)
{
    const auto now = base::now();
    const auto text = call.request().form.get("_written_ago");
    std::int64_t seconds = 0;
    const auto* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, seconds);
    const std::chrono::seconds max = written_before_max;
    if (text.empty() || error != std::errc{} || rest != end) return now;
    if (seconds < 0 || seconds > max.count()) return now;
    return now - std::chrono::seconds{seconds};
}

html::Html device_mark(const Call& call)
{
    if (!call.signed_in()) return html::none;
    const auto* const side = side_of(call.route()) == tenancy::Side::portal ? "portal " : "staff ";
    const auto account = base::base64url(
        call.site().vault().keyed_hash("guard.device", side + call.signed_in()->person.id.text()));
    return html::div(html::id("offline"), html::cls("no-print"),
                     html::attribute<"data-offline-account">(account.substr(0, mark_digits)));
}

} // namespace guard
