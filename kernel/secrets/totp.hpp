#pragma once

#include "kernel/base/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// One-time codes of RFC 6238: SHA-1, 6 digits, 30 seconds, as authenticator applications expect.
namespace secrets
{

constexpr std::int64_t totp_step_seconds = 30;

/// 20 random bytes (RFC 4226 §4).
std::string new_totp_secret();

/// The step of `at`: how many times 30 s since 1970.
std::int64_t totp_step(base::Instant at);

/// The code of a step, `digits` digits (6, or 8 in the vectors of the RFC).
std::string totp_code(std::string_view secret, std::int64_t step, int digits = 6);

/// The step whose code this is, among the current one and those just before and after; spaces in
/// `code` are ignored. The caller stores it and refuses any step not greater than the last one, so
/// that a code serves once.
std::optional<std::int64_t> matching_totp_step(std::string_view secret, std::string_view code,
                                               base::Instant now);

/// "otpauth://totp/Issuer:account?secret=…&issuer=…", for the QR code.
std::string totp_uri(std::string_view secret, std::string_view issuer, std::string_view account);

} // namespace secrets
