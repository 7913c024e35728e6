#pragma once

#include "kernel/mail/sender.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace mail
{

/// A server that takes mail for others.
struct Server {
    std::string host;
    int port = 587;
    Encryption encryption = Encryption::starttls;
    std::string user; ///< empty = no sign-in
    std::string password;
};

/// ETABLI_SMTP_URL: `smtps://…` speaks TLS from the first byte, `smtp://…` demands STARTTLS except
/// on this very machine. User and password are percent-decoded. Nothing when it is no such address.
std::optional<Server> server_of_url(std::string_view url);

/// A workspace names its server freely, so it may not lead into the network of this machine.
enum class Reach { Anywhere, PublicOnly };

struct SmtpOptions {
    std::string greeting = "localhost"; ///< the name said in EHLO
    Reach reach = Reach::Anywhere;
    std::filesystem::path authorities; ///< certificates trusted instead of the system's
    std::chrono::seconds patience{60}; ///< for the exchange, connecting a sixth of it; as
                                       ///< long again to take leave of a slow server
};

enum class Outcome {
    accepted,
    later,           ///< 4xx, network, encryption, anything before the envelope
    refused,         ///< 5xx to the envelope or the message: another try would say the same
    bad_credentials, ///< user or password
};
struct Reply {
    Outcome outcome = Outcome::later;
    int code = 0;      ///< of the server's last answer; 0 = it never answered
    std::string words; ///< that answer, or why there is none; may hold the recipient's address
};

struct Delivery {
    std::string from;
    std::string to;
    std::string bytes; ///< build_message
};

/// One message over one connection; blocks up to twice `patience`. Certificates are verified. Any
/// thread.
Reply deliver(const Server& server, const Delivery& delivery, const SmtpOptions& options);

} // namespace mail
