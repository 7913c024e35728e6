#include "kernel/secrets/recovery_sheet.hpp"

#include "kernel/base/text.hpp"

#include <sodium.h>

namespace secrets
{
namespace
{

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t check_bytes = 3;
constexpr std::size_t group_letters = 4;
constexpr unsigned bits_per_letter = 5;
constexpr unsigned bits_per_byte = 8;
constexpr std::size_t letters = (Key::size + check_bytes) * bits_per_byte / bits_per_letter;
static_assert(letters % group_letters == 0);

std::string check_of(std::string_view key)
{
    return base::sha256("recovery sheet" + std::string{key}).substr(0, check_bytes);
}

/// Nothing for what stands between the letters.
std::optional<char> meant_by(char typed)
{
    const char letter = typed >= 'a' && typed <= 'z' ? static_cast<char>(typed - 'a' + 'A') : typed;
    if (letter == 'O') return '0';
    if (letter == 'I' || letter == 'L') return '1';
    const bool is_separator = std::string_view{" \t\r\n-.,"}.find(letter) != std::string_view::npos;
    return is_separator ? std::nullopt : std::optional{letter};
}

} // namespace

std::string recovery_groups(const Key& key)
{
    auto bytes = std::string{key.bytes()} + check_of(key.bytes());
    std::string text;
    unsigned waiting = 0;
    unsigned bits = 0;
    std::size_t written = 0;
    for (const char byte : bytes) {
        waiting = (waiting << bits_per_byte) | static_cast<unsigned char>(byte);
        bits += bits_per_byte;
        while (bits >= bits_per_letter) {
            if (written > 0 && written % group_letters == 0) text += ' ';
            bits -= bits_per_letter;
            text += alphabet[(waiting >> bits) & 31U];
            ++written;
        }
        waiting &= (1U << bits) - 1U;
    }
    sodium_memzero(bytes.data(), bytes.size());
    return text;
}

std::optional<Key> key_of_groups(std::string_view typed)
{
    std::string bytes;
    unsigned waiting = 0;
    unsigned bits = 0;
    for (const char each : typed) {
        const auto letter = meant_by(each);
        if (!letter) continue;
        const auto value = alphabet.find(*letter);
        if (value == std::string_view::npos) return {};
        waiting = (waiting << bits_per_letter) | static_cast<unsigned>(value);
        bits += bits_per_letter;
        if (bits < bits_per_byte) continue;
        bits -= bits_per_byte;
        bytes += static_cast<char>((waiting >> bits) & 255U);
        waiting &= (1U << bits) - 1U;
        if (bytes.size() > Key::size + check_bytes) return {};
    }
    if (bytes.size() != Key::size + check_bytes || bits != 0) return {};
    const auto key = std::string_view{bytes}.substr(0, Key::size);
    if (!base::equal_in_constant_time(check_of(key), bytes.substr(Key::size))) return {};
    const Key found{key};
    sodium_memzero(bytes.data(), bytes.size());
    return found;
}

} // namespace secrets
