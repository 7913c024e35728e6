#include "modules/tickets/reply_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "modules/tickets/reply_store.hpp"

namespace tickets
{

ReplyId add_reply(tenancy::WorkspaceTransaction& tx, const ReplyText& text)
{
    ReplyStore store{tx};
    base::refuse_unless(store.all().size() < replies_max, "tickets.reply.refusal.full",
                        {{"most", std::to_string(replies_max)}});
    const CannedReply reply{.id = tx.make_id<ReplyId>(),
                            .title = text.title,
                            .search_key = base::fold(text.title),
                            .body = text.body};
    store.insert(reply);
    audit::append(tx, {.action = "tickets.reply_added",
                       .subject_kind = "reply",
                       .subject = reply.id.value,
                       .changes = {{"title", "", reply.title}, {"body", "", reply.body}}});
    return reply.id;
}

void save_reply(tenancy::WorkspaceTransaction& tx, ReplyId id, const ReplyText& text,
                std::int64_t seen_version)
{
    ReplyStore store{tx};
    const auto before = store.find(id);
    if (!before) throw base::NotFound{};
    auto after = *before;
    after.title = text.title;
    after.search_key = base::fold(text.title);
    after.body = text.body;
    if (!store.update(after, seen_version))
        throw base::Refusal{
            "tickets.reply.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    audit::append(tx, {.action = "tickets.reply_saved",
                       .subject_kind = "reply",
                       .subject = id.value,
                       .changes = {{"title", before->title, after.title},
                                   {"body", before->body, after.body}}});
}

void remove_reply(tenancy::WorkspaceTransaction& tx, ReplyId id)
{
    ReplyStore store{tx};
    const auto before = store.find(id);
    if (!before) return;
    store.remove(id);
    audit::append(tx, {.action = "tickets.reply_removed",
                       .subject_kind = "reply",
                       .subject = id.value,
                       .changes = {{"title", before->title, ""}, {"body", before->body, ""}}});
}

} // namespace tickets
