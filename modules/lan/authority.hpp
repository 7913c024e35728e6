#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace lan
{

/// The private authority of `bin/run --lan`.
struct Authority {
    std::string der;         ///< the certificate
    std::string fingerprint; ///< SHA-256 as people compare it: "AB:CD:…", 32 pairs
};

/// Of the certificate in PEM. Nothing when it is not one.
std::optional<Authority> read_authority(std::string_view pem);
/// The one of `data`, the installation's folder. Nothing when there is none.
std::optional<Authority> authority_in(const std::filesystem::path& data);

} // namespace lan
