#include "modules/identity/recovery_code.hpp"

#include "kernel/base/text.hpp"

namespace identity
{

namespace
{

constexpr std::size_t code_bytes = 10;
constexpr std::size_t code_letters = 16;
constexpr std::size_t group_letters = 4;

} // namespace

std::vector<std::string> new_recovery_codes()
{
    std::vector<std::string> codes;
    for (int made = 0; made < recovery_codes_count; ++made) {
        const auto letters = base::lower_ascii(base::base32(base::random_bytes(code_bytes)));
        std::string code;
        for (std::size_t at = 0; at < letters.size(); at += group_letters)
            code += (at == 0 ? "" : "-") + letters.substr(at, group_letters);
        codes.push_back(std::move(code));
    }
    return codes;
}

std::string normalised_recovery_code(std::string_view typed)
{
    auto code = base::lower_ascii(typed);
    std::erase_if(code, [](char c) { return c == ' ' || c == '-' || c == '\t'; });
    return code.size() == code_letters ? code : std::string{};
}

} // namespace identity
