#pragma once

#include "kernel/tenancy/context.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace secrets
{
class Vault;
}

namespace mail
{

enum class Encryption { starttls, tls, none };
BOOST_DESCRIBE_ENUM(Encryption, starttls, tls, none)

/// draft → (a test message left, then activate_sender) active → held when the server refuses the
/// password, until a test leaves again.
enum class SenderState { draft, active, held, disabled };
BOOST_DESCRIBE_ENUM(SenderState, draft, active, held, disabled)

/// The workspace's server refuses the password: what waits stays until a test leaves again.
struct SenderHeld {
    std::string host;
};

/// How a workspace sends its own mail.
struct Sender {
    std::string host; ///< empty = never set
    int port = 587;
    Encryption encryption = Encryption::starttls;
    std::string user_name;
    bool has_password = false;
    std::string from_name;
    std::string from_email;
    std::string reply_to;
    SenderState state = SenderState::draft;
    std::string last_error;
    std::optional<base::Instant> verified_at; ///< when a test message left with these settings
};
/// A default one when nothing was saved.
Sender sender(tenancy::WorkspaceTransaction& tx);

struct SenderChange {
    std::string host;
    int port = 587;
    Encryption encryption = Encryption::starttls;
    std::string user_name;
    std::string password; ///< empty = the one already kept
    std::string from_name;
    std::string from_email;
};
/// A draft again: it must be tested before it sends for the business. Without a user name the
/// password kept is dropped.
void save_sender(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault,
                 const SenderChange& change);

struct TestLetter {
    std::string to_name;
    std::string to_email;
};
/// A message that leaves by these settings whatever their state; the job notes the outcome on the
/// sender: `verified_at`, or `last_error`. Refusal « mail.refusal.no_sender ».
void test_sender(tenancy::WorkspaceTransaction& tx, const TestLetter& letter);

/// From now on the business's mail leaves by it, and what waited leaves too; what waited for more
/// than 72 h is left failed, for somebody to decide. Refusal « mail.refusal.sender_not_tested ».
void activate_sender(tenancy::WorkspaceTransaction& tx);
/// Back to the platform's sender.
void disable_sender(tenancy::WorkspaceTransaction& tx);

/// Where answers to mail sent by the platform's server go; empty = nowhere.
void set_reply_to(tenancy::WorkspaceTransaction& tx, std::string_view email);

} // namespace mail
