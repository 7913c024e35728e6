#pragma once

#include "kernel/mail/delivery.hpp"
#include "kernel/mail/outbox_store.hpp"

#include <optional>
#include <string>
#include <variant>

namespace mail
{

/// The installation's options, as the jobs use them.
struct Installation {
    MailOptions options;
    std::optional<Server> server; ///< the platform's
    std::string from_email;       ///< the platform's
};

/// Whose settings choose the server.
enum class Choice { Usual, OwnServer };

/// How a message leaves.
struct Route {
    Server server;
    Reach reach = Reach::Anywhere;
    std::string from_name;
    std::string from_email;
    std::string reply_to;
    bool is_own_server = false; ///< the workspace's
};
struct StaysHere {
}; ///< « Boîte d'envoi »
struct IsHeld {
}; ///< waits for the workspace's server to be mended

using Way = std::variant<Route, StaysHere, IsHeld>;

Way way_of(tenancy::WorkspaceTransaction& tx, const Installation& installation,
           const OutboxRow& message, Choice choice);

} // namespace mail
