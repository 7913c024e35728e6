#include "kernel/guard/cookies.hpp"

#include "kernel/base/text.hpp"

namespace guard
{
namespace
{

constexpr std::size_t flash_bytes_max = 2048;

} // namespace

std::string_view session_cookie_name(tenancy::Side side)
{
    return side == tenancy::Side::staff ? "__Host-s" : "__Host-p";
}

http::Cookie session_cookie(tenancy::Side side, std::string_view token,
                            std::optional<std::int64_t> max_age_seconds)
{
    return {.name = std::string{session_cookie_name(side)},
            .value = std::string{token},
            .max_age_seconds = max_age_seconds};
}

http::Cookie expired_session_cookie(tenancy::Side side)
{
    return session_cookie(side, "", 0);
}

std::string encode_flash(const Flash& flash)
{
    http::Fields fields;
    fields.add("key", flash.key);
    for (const auto& [name, value] : flash.params)
        fields.add("." + name, value);
    return base::base64url(http::encode_urlencoded(fields));
}

std::optional<Flash> decode_flash(std::string_view text)
{
    if (text.empty() || text.size() > flash_bytes_max) return {};
    const auto decoded = base::unbase64url(text);
    if (!decoded) return {};
    try {
        Flash flash;
        const auto fields = http::parse_urlencoded(*decoded);
        for (const auto& [name, value] : fields.all())
            if (name == "key")
                flash.key = value;
            else if (name.starts_with('.'))
                flash.params.emplace_back(name.substr(1), value);
        return flash;
    } catch (const http::BadRequest&) {
        return {};
    }
}

} // namespace guard
