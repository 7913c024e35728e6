#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Why a message did not arrive, as mail servers say it (RFC 3463, RFC 3464). Pure; any bytes are
/// safe.
namespace mail
{

struct Failure {
    std::string status;                  ///< "5.1.1"; empty when none was said
    std::string words;                   ///< of the server, one line, shortened
    std::vector<std::string> recipients; ///< whom it is about, in small letters, as the report says
};

/// What the text of a message/delivery-status says of the first recipient whom the server gave up;
/// nothing while it only waits, or when the message arrived.
std::optional<Failure> failure_in(std::string_view report);
/// The first « 5.1.1 » in the words of a server; empty when there is none.
std::string status_in(std::string_view words);
/// Whether another message would fare alike: there is no such address. A full or busy box, a
/// refused content or sender do not say that.
bool is_dead_address(std::string_view status);

} // namespace mail
