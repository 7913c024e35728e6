#include "app/bare_answer.hpp"

#include <charconv>
#include <optional>

namespace app
{
namespace
{

constexpr std::string_view folder = "/bare/";

std::optional<std::size_t> number_in(std::string_view digits)
{
    std::size_t number = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || stopped != end || number > BareAnswer::bytes_max) return {};
    return number;
}

} // namespace

bool BareAnswer::owns(std::string_view path) const
{
    return is_open_ && path.starts_with(folder);
}

http::Response BareAnswer::answer(const http::Request& request) const
{
    const auto bytes = number_in(std::string_view{request.path}.substr(folder.size()));
    if (!bytes) return http::Response::text("", 404);
    return http::Response::html(std::string(*bytes, '.'));
}

} // namespace app
