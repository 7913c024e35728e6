#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/dashboards/figures.hpp"

#include <functional>

namespace dashboards
{

/// What figures and lists are narrowed to.
struct Filter {
    std::optional<tickets::Priority> priority;
    std::optional<tenancy::MembershipId> member; ///< zero: tickets of nobody
    tenancy::ClientId client;                    ///< zero: any

    bool is_empty() const { return !priority && !member && !client; }
};

/// A row of such a list.
struct ListedTicket {
    tickets::TicketId id;
    std::string number;
    std::string title;
    tickets::Priority priority = tickets::Priority::medium;
    tenancy::MembershipId assignee;
    std::string client_name;
    base::Instant at;            ///< opened, answered, resolved or rated
    std::int64_t net = 0;        ///< microseconds without waiting; 0 where nothing is measured
    std::int64_t whole = 0;      ///< microseconds
    std::int64_t reopenings = 0; ///< of the ticket
    std::int64_t score = 0;      ///< of the opinion; 0 where there is none
};
BOOST_DESCRIBE_STRUCT(ListedTicket, (),
                      (id, number, title, priority, assignee, client_name, at, net, whole,
                       reopenings, score))

/// The last row seen; the first page begins after the end of time.
struct Cursor {
    base::Instant at{INT64_MAX};
    tickets::TicketId id{INT64_MAX};
};

inline constexpr int listed_page_rows = 50;
/// Facts of one kind in one period. More are refused: a figure of a part would be false.
inline constexpr int facts_max = 200'000;

/// Reads what tickets publish; each statement on the index of its moment.
class FigureStore
{
  public:
    explicit FigureStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    using Take = std::function<void(const Fact&)>;
    enum class Clients { told, untold }; ///< whether facts say whose they are, which costs a tenth
    /// Calls `take` for all that happened, one kind after the other. Refuses
    /// "dashboards.refusal.too_many" beyond facts_max of a kind.
    void each(const Stretch& stretch, const Filter& filter, Clients clients, const Take& take);
    Tally tally(const Stretch& stretch, const Filter& filter = {});
    /// Newest first, one row more than listed_page_rows when there is a next page.
    std::vector<ListedTicket> listed(Counted what, const Stretch& stretch, const Filter& filter,
                                     const Cursor& after = {});
    /// Of every client, at most facts_max.
    std::map<Key, std::string> client_names();
    /// Of every category, whether it is still offered or not.
    std::map<Key, std::string> category_names();
    /// Of the tickets that something happened to in the stretch. Refuses
    /// "dashboards.refusal.too_many" beyond facts_max.
    Filed filed(const Stretch& stretch);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace dashboards
