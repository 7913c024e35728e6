#pragma once

#include "kernel/mail/sender.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace mail
{

struct SenderRow {
    std::string host;
    int port = 587;
    Encryption encryption = Encryption::starttls;
    std::string user_name;
    std::string sealed_password; ///< base64; empty = none
    std::string from_name;
    std::string from_email;
    std::string reply_to;
    SenderState state = SenderState::draft;
    std::string last_error;
    std::optional<base::Instant> verified_at;
};
BOOST_DESCRIBE_STRUCT(SenderRow, (),
                      (host, port, encryption, user_name, sealed_password, from_name, from_email,
                       reply_to, state, last_error, verified_at))

std::optional<SenderRow> sender_row(tenancy::WorkspaceTransaction& tx);
/// Makes it or replaces it.
void write_sender(tenancy::WorkspaceTransaction& tx, const SenderRow& row);
/// A test left or did not; by the settings that are there now.
void note_test(tenancy::WorkspaceTransaction& tx, std::optional<base::Instant> verified_at,
               std::string_view error);
/// An active one is held; false when it was not active.
bool hold_sender(tenancy::WorkspaceTransaction& tx, std::string_view error);

} // namespace mail
