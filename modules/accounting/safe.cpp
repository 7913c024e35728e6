#include "modules/accounting/safe.hpp"

#include <algorithm>

namespace accounting
{
namespace
{

constexpr std::size_t bucket_length_min = 3;
constexpr std::size_t bucket_length_max = 63;
constexpr std::size_t hash_digits = 16;

bool is_small_or_digit(char one)
{
    return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9');
}
bool is_plain(char one)
{
    return is_small_or_digit(one) || (one >= 'A' && one <= 'Z') || one == '-' || one == '.';
}

} // namespace

bool is_bucket_name(std::string_view name)
{
    return name.size() >= bucket_length_min && name.size() <= bucket_length_max &&
           std::ranges::all_of(
               name, [](char one) { return is_small_or_digit(one) || one == '-' || one == '.'; }) &&
           is_small_or_digit(name.front()) && is_small_or_digit(name.back()) &&
           name.find("..") == std::string_view::npos;
}

std::string object_name(std::string_view month, std::string_view stem, std::string_view sha256,
                        std::string_view ending)
{
    std::string plain{stem};
    std::ranges::replace_if(
        plain, [](char one) { return !is_plain(one) && one != '_'; }, '-');
    return std::string{month} + "/" + plain + "-" + std::string{sha256.substr(0, hash_digits)} +
           std::string{ending};
}

} // namespace accounting
