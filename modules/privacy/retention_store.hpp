#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/crm.hpp"
#include "modules/privacy/retention.hpp"

#include <vector>

namespace privacy
{

struct NoticeLine {
    tenancy::ClientId subject_id;
    Outcome outcome = Outcome::announced;
};
BOOST_DESCRIBE_STRUCT(NoticeLine, (), (subject_id, outcome))

inline constexpr std::int64_t holds_max = 500;

/// Every statement on the tables of retention.
class RetentionStore
{
  public:
    explicit RetentionStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    Periods periods();
    void save(DataKind kind, std::int64_t months);

    /// The last that was made.
    std::optional<Notice> newest();
    /// False when another notice follows `follows` already; zero: it is the first.
    bool insert(const Notice& notice, NoticeId follows);
    void add_line(NoticeId notice, tenancy::ClientId client);
    std::vector<NoticeLine> lines(NoticeId notice);
    void settle(NoticeId notice, tenancy::ClientId client, Outcome outcome);
    /// False when it was finished before.
    bool finish(NoticeId notice, base::Instant at);

    /// By date, at most holds_max.
    std::vector<Hold> holds();
    std::optional<Hold> hold(tenancy::ClientId client);
    void place(const Hold& hold);
    /// False when there was none.
    bool lift(tenancy::ClientId client);

    /// Whether a request of his is open, or moved since.
    bool is_busy(tenancy::ClientId client, base::Instant since);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

crm::ClientRows hold_rows();

} // namespace privacy
