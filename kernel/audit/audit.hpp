#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace audit
{

/// One changed value, as text. Secrets are never given: say {"password", "", "•••"}.
struct Change {
    std::string field;
    std::string before;
    std::string after;
};

/// What happened: "tickets.moved" on ("ticket", 42).
struct Entry {
    std::string_view action;
    std::string_view subject_kind;
    std::int64_t subject = 0;
    std::vector<Change> changes;
};

/// One row per action, in the action's transaction: the row holds ids, action, time and
/// SHA-256 of the payload; names, values and address go into the salted payload row, so that
/// erasing a person deletes payload and salt and the row still verifies. A sealer chains the rows
/// soon after (sealer.hpp), `verify` recomputes the chain (verify.hpp).
void append(tenancy::WorkspaceTransaction& tx, const Entry& entry);
/// On the platform's own log: sign-in, sign-up, workspace creation. `person` may be zero.
void append(tenancy::PlatformTransaction& tx, tenancy::PersonId person, const Entry& entry);

} // namespace audit
