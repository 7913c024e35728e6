#pragma once

#include "kernel/secrets/vault.hpp"
#include "modules/signatures/code_store.hpp"
#include "modules/signatures/signatures.hpp"

#include <chrono>

namespace signatures
{

inline constexpr std::chrono::minutes code_valid_for{10};
inline constexpr std::int64_t code_tries_max = 5;

/// Mails a new code, in the transaction.
void send_code(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault, const Desk& desk);

enum class Typed { right, wrong, none_sent, too_late, too_often };
BOOST_DESCRIBE_ENUM(Typed, right, wrong, none_sent, too_late, too_often)
/// What that text is worth for that document; a wrong one counts.
Typed judge_code(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault, const Desk& desk,
                 std::string_view text);
/// The code that was sent for what is shown. Refuses « signatures.refusal.code_gone ».
Code waiting_code(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault, const Desk& desk);
/// It was right, and signs nothing else. Refuses the same.
void spend_code(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault, const Desk& desk);

} // namespace signatures
