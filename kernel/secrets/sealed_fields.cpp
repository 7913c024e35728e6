#include "kernel/secrets/sealed_fields.hpp"

#include "kernel/base/text.hpp"

#include <charconv>

namespace secrets
{

namespace
{

constexpr std::size_t most_bytes = std::size_t{64} * 1024;
constexpr std::chrono::hours lifetime{1};

Place place_for(std::string_view purpose)
{
    return {.table = "", .column = "kept_fields", .row = purpose};
}

void append(std::string& out, std::string_view text)
{
    out += std::to_string(text.size()) + ':';
    out += text;
}

/// The next text of `in`, which loses it. What was sealed here is well formed.
std::string take(std::string_view& in)
{
    std::size_t length = 0;
    const auto colon = in.find(':');
    std::from_chars(in.data(), in.data() + colon, length);
    std::string text{in.substr(colon + 1, length)};
    in.remove_prefix(colon + 1 + length);
    return text;
}

} // namespace

std::string seal_fields(const Vault& vault, std::string_view purpose, const base::Params& fields,
                        base::Instant now)
{
    std::string plain;
    append(plain, base::iso(now));
    for (const auto& [name, value] : fields) {
        append(plain, name);
        append(plain, value);
        if (plain.size() > most_bytes) return {};
    }
    return base::base64url(vault.seal(plain, place_for(purpose)));
}

std::optional<base::Params> open_fields(const Vault& vault, std::string_view purpose,
                                        std::string_view sealed, base::Instant now)
{
    const auto bytes = base::unbase64url(sealed);
    if (!bytes) return {};
    const auto plain = vault.open(*bytes, place_for(purpose));
    if (!plain) return {};
    std::string_view rest = *plain;
    const auto sealed_at = base::parse_iso(take(rest));
    if (!sealed_at || now - *sealed_at >= lifetime || *sealed_at > now) return {};
    base::Params fields;
    while (!rest.empty()) {
        auto name = take(rest);
        fields.emplace_back(std::move(name), take(rest));
    }
    return fields;
}

} // namespace secrets
