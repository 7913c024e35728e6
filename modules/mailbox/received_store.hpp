#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/mailbox/received.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mailbox
{

inline constexpr int list_rows = 100;
inline constexpr int places_max = 1'000;

/// Where a new ticket may go: a client who is not archived, with one of his projects.
struct Place {
    tenancy::ClientId client_id;
    std::string client;
    std::int64_t project_id = 0;
    std::string project;
};
BOOST_DESCRIBE_STRUCT(Place, (), (client_id, client, project_id, project))

/// Every statement on received messages.
class ReceivedStore
{
  public:
    explicit ReceivedStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// False when the same message is there already.
    bool insert(const Received& received);
    bool has(std::string_view fingerprint);
    std::optional<Received> find(ReceivedId id);
    /// Oldest first, at most `list_rows`.
    std::vector<Received> waiting();
    /// At most `most`.
    std::int64_t count_waiting(std::int64_t most);
    /// The newest that do not wait any more, at most `list_rows`.
    std::vector<Received> settled();
    /// By the actor, now. False when somebody was faster.
    bool settle(const Received& received);

    /// On that ticket; 0 = on any.
    std::int64_t taken_since(std::string_view from_email, std::int64_t ticket, base::Instant since);
    std::int64_t waiting_since(std::string_view from_email, base::Instant since);

    /// By client, then project, at most places_max.
    std::vector<Place> places();
    /// Those of that sender, lower-cased: nothing stays of them but that they came, and `name`.
    void forget_sender(std::string_view email, std::string_view name);

    /// Those settled or ignored before, at most 1 000 at a time; how many.
    std::int64_t purge(base::Instant before);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace mailbox
