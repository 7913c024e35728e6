#include "kernel/http/message.hpp"
#include "kernel/http/percent.hpp"
#include "kernel/http/target.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace
{

void check_fields(std::string_view input)
{
    try {
        const auto fields = http::parse_urlencoded(input);
        const auto again = http::parse_urlencoded(http::encode_urlencoded(fields));
        fuzz::must(again.all() == fields.all());
    } catch (const http::BadRequest& refused) {
        fuzz::must(refused.status == 400);
    }
}

bool has_segment(std::string_view path, std::string_view segment)
{
    while (!path.empty()) {
        const auto slash = path.find('/');
        if (path.substr(0, slash) == segment) return true;
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
    return false;
}

void check_target(std::string_view input)
{
    try {
        const auto target = http::parse_target(input);
        fuzz::must(target.path.starts_with('/'));
        fuzz::must(!has_segment(target.path, ".") && !has_segment(target.path, ".."));
        fuzz::must(target.path.find('\0') == std::string::npos);
        fuzz::must(target.path.find('\\') == std::string::npos);
    } catch (const http::BadRequest& refused) {
        fuzz::must(refused.status == 400);
    }
}

} // namespace

// Fields survive a round trip; an accepted path climbs nowhere.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto input = fuzz::text(data, size);
    check_fields(input);
    check_target(input);
    if (const auto decoded = http::percent_decode(input))
        fuzz::must(decoded->find('\0') == std::string::npos);
    return 0;
}
