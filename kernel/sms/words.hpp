#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What one text message may hold. Pure.
namespace sms
{

/// 160 characters of the GSM alphabet make one message; a gateway that adds how to stop them
/// (« STOP au 36000 ») takes 11 of those.
inline constexpr std::size_t words_max = 149;

/// In the alphabet of GSM 03.38: what it lacks is written without accent (« ê » → « e », « ’ » →
/// « ' »), and what cannot be is a question mark; line ends become spaces.
std::string in_gsm(std::string_view text);

/// Places in a message that a text in that alphabet takes: « € » and brackets take two.
std::size_t gsm_length(std::string_view text);

/// The words, then the link whole: the words are cut to make room. Without room for three of their
/// characters, the link alone; a link too long for one message is left out.
std::string with_link(std::string_view words, std::string_view link);

} // namespace sms
