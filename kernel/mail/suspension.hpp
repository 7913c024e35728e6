#pragma once

#include "kernel/mail/failure.hpp"
#include "kernel/mail/mail.hpp"

#include <boost/describe/class.hpp>

#include <string>
#include <string_view>
#include <vector>

/// Addresses that a server said are dead: nothing but account and security mail leaves for them.
namespace mail
{

struct Suspension {
    std::string email; ///< lower case
    std::string status;
    std::string words; ///< of the server; may be empty
    base::Instant suspended_at;
};
BOOST_DESCRIBE_STRUCT(Suspension, (), (email, status, words, suspended_at))

/// The message did not arrive, and its address is dead: both are noted. Nothing for a failure that
/// does not say so (is_dead_address) or is about another address, and for a message this workspace
/// does not hold.
void note_failure(tenancy::WorkspaceTransaction& tx, MessageId id, const Failure& failure);
bool is_suspended(tenancy::WorkspaceTransaction& tx, std::string_view email);
/// Those of these addresses that are.
std::vector<Suspension> suspensions_of(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::string>& emails);
/// Mails leave for it again. Throws base::NotFound when it is not suspended.
void resume_address(tenancy::WorkspaceTransaction& tx, std::string_view email);

} // namespace mail
