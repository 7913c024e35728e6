#pragma once

#include "kernel/secrets/vault.hpp"
#include "modules/signatures/code_store.hpp"
#include "modules/signatures/signatures.hpp"

#include <chrono>
#include <optional>

namespace signatures
{

inline constexpr std::chrono::minutes code_valid_for{10};
inline constexpr std::int64_t code_tries_max = 5;

/// Mails a new code, in the transaction.
void send_code(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault, const Desk& desk);

enum class Typed { right, wrong, none_sent, too_late, too_often };
BOOST_DESCRIBE_ENUM(Typed, right, wrong, none_sent, too_late, too_often)
/// The code is there when the text is right.
struct Judged {
    Typed worth = Typed::none_sent;
    std::optional<Code> code;
};
/// What that text is worth for that document. Each is counted before it is compared, so that no
/// more than `code_tries_max` are, however many are typed at once: give it a transaction of its
/// own.
Judged judge_code(tenancy::WorkspaceTransaction& tx, const secrets::Vault& vault, const Desk& desk,
                  std::string_view text);
/// It was right, and signs nothing else. Refuses « signatures.refusal.code_gone » when another was
/// sent since, or it was spent.
void spend_code(tenancy::WorkspaceTransaction& tx, const Code& judged);

} // namespace signatures
