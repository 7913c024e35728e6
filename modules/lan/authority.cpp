#include "modules/lan/authority.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>

namespace lan
{
namespace
{

constexpr std::string_view begin_mark = "-----BEGIN CERTIFICATE-----";
constexpr std::string_view end_mark = "-----END CERTIFICATE-----";
constexpr std::size_t pem_bytes_max = 16'384;

std::string in_pairs(std::string_view digits)
{
    std::string pairs;
    for (std::size_t at = 0; at < digits.size(); at += 2)
        pairs.append(at == 0 ? "" : ":").append(digits.substr(at, 2));
    std::ranges::transform(pairs, pairs.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return pairs;
}

} // namespace

std::optional<Authority> read_authority(std::string_view pem)
{
    const auto begin = pem.find(begin_mark);
    const auto end = pem.find(end_mark);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
    std::string digits{pem.substr(begin + begin_mark.size(), end - begin - begin_mark.size())};
    std::erase_if(digits, [](unsigned char c) { return std::isspace(c) != 0; });
    auto der = base::unbase64(digits);
    if (!der || der->empty()) return {};
    auto fingerprint = in_pairs(base::hex(base::sha256(*der)));
    return Authority{.der = std::move(*der), .fingerprint = std::move(fingerprint)};
}

std::optional<Authority> authority_in(const std::filesystem::path& data)
{
    std::ifstream file{data / "lan" / "authority.crt", std::ios::binary};
    if (!file) return {};
    std::string pem(pem_bytes_max, '\0');
    file.read(pem.data(), static_cast<std::streamsize>(pem.size()));
    pem.resize(static_cast<std::size_t>(file.gcount()));
    return read_authority(pem);
}

} // namespace lan
