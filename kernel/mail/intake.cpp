#include "kernel/mail/intake.hpp"

#include "kernel/mail/suspension.hpp"

#include <map>

namespace mail
{
namespace
{

using tenancy::WorkspaceTransaction;
using Kind = ReplyKey::Kind;

struct Takers {
    std::map<Kind, Taker> of_kind;
    Taker rest = nullptr;
};

/// Handlers are plain functions: who takes what is set once at start.
Takers& takers()
{
    static Takers the_takers;
    return the_takers;
}

Taker taker_of(const std::optional<ReplyKey>& key)
{
    if (!key) return takers().rest;
    const auto found = takers().of_kind.find(key->kind);
    return found == takers().of_kind.end() ? nullptr : found->second;
}

std::optional<ReplyKey> key_of(const tenancy::Workspace& workspace, const Mailbox& mailbox,
                               const Post& post, const Incoming& incoming)
{
    if (auto key = key_in(workspace, mailbox, post.to)) return key;
    for (const auto& recipient : incoming.recipients)
        if (auto key = key_in(workspace, mailbox, recipient)) return key;
    return {};
}

/// Of a message of ours, to the address that only its recipient's servers know. Whatever it says of
/// others is not believed.
void take_report(tenancy::Context& house, const Arrival& arrival)
{
    const auto& incoming = arrival.incoming;
    if (incoming.automatic != Automatic::bounce || !incoming.failure) return;
    house.write([&](WorkspaceTransaction& tx) {
        note_failure(tx, {arrival.key->subject}, *incoming.failure);
    });
}

} // namespace

bool Arrival::is_bounce() const
{
    return (post.from && post.from->empty()) || incoming.automatic == Automatic::bounce;
}

void take_with(Kind kind, Taker taker)
{
    takers().of_kind[kind] = taker;
}

void take_rest_with(Taker taker)
{
    takers().rest = taker;
}

Taken deliver(tenancy::Context& house, const Post& post)
{
    using tenancy::WorkspaceStatus;
    const auto status = house.workspace().status;
    if (status == WorkspaceStatus::read_only) return Taken::later;
    const auto box = house.read([](WorkspaceTransaction& tx) { return mailbox(tx); });
    const bool is_open = status == WorkspaceStatus::active && !box.address.empty() &&
                         box.state != MailboxState::stopped;
    if (!is_open) return Taken::no_mailbox;
    const auto incoming = read_incoming(post.bytes);
    if (!incoming) return Taken::unreadable;

    const Arrival arrival{.incoming = *incoming,
                          .post = post,
                          .mailbox = box,
                          .key = key_of(house.workspace(), box, post, *incoming)};
    if (arrival.key && arrival.key->kind == Kind::check) {
        house.write([&](WorkspaceTransaction& tx) { connect_mailbox(tx, arrival.key->subject); });
        return Taken::kept;
    }
    if (arrival.key && arrival.key->kind == Kind::bounce) take_report(house, arrival);
    const auto taker = taker_of(arrival.key);
    return taker == nullptr ? Taken::no_mailbox : taker(house, arrival);
}

} // namespace mail
