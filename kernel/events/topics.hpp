#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace events
{

/// What an open page waits for, few and coarse: "w:7/tickets", "w:7/ticket:42". An internal note
/// touches no topic that a client's page waits for.
std::string topic_of(tenancy::WorkspaceId workspace, std::string_view thing);
/// Topics of the platform: the sessions of a person, "p:31/sessions".
std::string topic_of(tenancy::PersonId person, std::string_view thing);

/// Tells who waits for `thing` ("ticket:42") of the transaction's workspace that it has changed,
/// once the change is durable.
void touch(tenancy::WorkspaceTransaction& tx, std::string_view thing);
void touch_topic(db::Transaction& tx, std::string topic);

/// How far the publications of a process have come; nobody else's sequence means anything.
struct Moment {
    std::uint64_t epoch = 0;
    std::uint64_t sequence = 0;
};

struct Publication {
    std::string topic;
    std::string page_request; ///< Turbo's id of the request that did it, which its own page ignores
};

/// The publications of this process and, through `receive`, of the others; the last
/// publications_kept can be caught up with. Thread-safe.
class Board
{
  public:
    static constexpr std::size_t publications_kept = 10'000;
    enum class Since { Unchanged, Changed, Unknown };

    Board();

    /// To be taken before a page reads what it shows.
    Moment now() const;
    /// Whether `topic` was published after `moment`; Unknown for another process's moment or one
    /// too old.
    Since since(std::string_view topic, const Moment& moment) const;

    void publish(Publication publication);
    /// What another process published.
    void receive(Publication publication);

    /// Called on the publishing thread, must not wait. At start, before threads; a test may take it
    /// back with {}.
    using Listener = std::function<void(const Publication&)>;
    void tell(Listener listener) { listener_ = std::move(listener); }
    /// What `publish` also gives to other processes.
    void pass_on(Listener listener) { passing_ = std::move(listener); }

  private:
    void keep(const std::string& topic);

    mutable std::mutex mutex_;
    Moment now_;
    std::deque<std::string> kept_;                        ///< the last one is that of now_.sequence
    std::unordered_map<std::string, std::uint64_t> last_; ///< of the topics in kept_
    Listener listener_;
    Listener passing_;
};

/// The process's board.
Board& board();

} // namespace events
