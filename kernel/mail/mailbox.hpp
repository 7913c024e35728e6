#pragma once

#include "kernel/tenancy/context.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace mail
{

/// none → (saved) draft → (a test message sent to it came in) connected → (saved otherwise, or by
/// hand) draft, stopped.
enum class MailboxState { draft, connected, stopped };
BOOST_DESCRIBE_ENUM(MailboxState, draft, connected, stopped)

/// Where the business receives mail that this program reads.
struct Mailbox {
    std::string address;        ///< "support@vigie.example"; empty = none was ever given
    std::string trusted_server; ///< whose Authentication-Results are believed; empty = nobody's
    MailboxState state = MailboxState::draft;
    std::int64_t check_id = 0; ///< of the test message that is waited for
    std::optional<base::Instant> connected_at;

    bool is_connected() const { return state == MailboxState::connected; }
};
BOOST_DESCRIBE_STRUCT(Mailbox, (), (address, trusted_server, state, check_id, connected_at))

/// What stands before the @ of such an address, at most: keys are added to it, and 64 is the end.
inline constexpr std::size_t mailbox_local_bytes_max = 21;

Mailbox mailbox(tenancy::WorkspaceTransaction& tx);
/// Another address is a draft until its test message came in.
void save_mailbox(tenancy::WorkspaceTransaction& tx, std::string_view address,
                  std::string_view trusted_server);
/// Writes the test message to it. Refusal « mail.refusal.no_mailbox ».
void check_mailbox(tenancy::WorkspaceTransaction& tx);
/// The test message of that number came in; nothing for any other.
void connect_mailbox(tenancy::WorkspaceTransaction& tx, std::int64_t check_id);
void stop_mailbox(tenancy::WorkspaceTransaction& tx);

/// What a message that comes in is about, and of an answer, whom it comes from. What carries it
/// cannot be guessed: it is signed by the key of the installation for one workspace.
struct ReplyKey {
    /// bounce: `subject` is the message that did not arrive; supplier: the number of the address
    /// that suppliers write to.
    enum class Kind { ticket, check, bounce, supplier };
    Kind kind = Kind::ticket;
    std::int64_t subject = 0;
    tenancy::MembershipId member; ///< zero: an address on a record

    friend bool operator==(const ReplyKey&, const ReplyKey&) = default;
};

/// « support+…@vigie.example », for the Reply-To of a message to that person, or for suppliers;
/// empty while no mailbox is connected.
std::string reply_address(tenancy::WorkspaceTransaction& tx, const ReplyKey& key);

/// Where servers send back what they cannot deliver: « support+…@vigie.example », which names the
/// message. Empty while no mailbox is connected, and for a sender of another domain, whose servers
/// would refuse it.
std::string return_path(tenancy::WorkspaceTransaction& tx, std::int64_t message,
                        std::string_view from_email);

/// The key in such an address of that mailbox; nothing for any other address, and for a key that
/// was changed, made up, or made for another workspace.
std::optional<ReplyKey> key_in(const tenancy::Workspace& workspace, const Mailbox& mailbox,
                               std::string_view address);

/// Whether this program wrote the message of that Message-ID for the workspace.
bool is_own_message(tenancy::WorkspaceTransaction& tx, std::string_view message_id);

} // namespace mail
