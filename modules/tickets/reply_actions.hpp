#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/tickets/reply.hpp"

#include <string>

namespace tickets
{

struct ReplyText {
    std::string title;
    std::string body;
};

/// Refuses "tickets.reply.refusal.full" beyond replies_max.
ReplyId add_reply(tenancy::WorkspaceTransaction& tx, const ReplyText& text);
/// Refuses "tickets.reply.refusal.changed_meanwhile" (409); base::NotFound.
void save_reply(tenancy::WorkspaceTransaction& tx, ReplyId id, const ReplyText& text,
                std::int64_t seen_version);
/// One that is gone already stays so.
void remove_reply(tenancy::WorkspaceTransaction& tx, ReplyId id);

} // namespace tickets
