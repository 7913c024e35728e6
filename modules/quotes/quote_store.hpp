#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/quotes/quote.hpp"

#include <map>
#include <string>
#include <vector>

namespace quotes
{

inline constexpr int quote_page_rows = 50;

struct QuoteRow {
    QuoteId id;
    std::string title;
    QuoteState state = QuoteState::draft;
    base::Date valid_until;
    std::optional<base::Cents> gross;
    base::Instant updated_at;
    std::string number;
    std::string client_name;
};
BOOST_DESCRIBE_STRUCT(QuoteRow, (),
                      (id, title, state, valid_until, gross, updated_at, number, client_name))

/// A page of the list, the newest first: before the last id seen. A word begins one of the title or
/// of the client's name, folded.
struct QuoteSearch {
    std::string word;
    std::optional<QuoteState> state;
    tenancy::ClientId client; ///< zero: of every client
    QuoteId before;           ///< zero: from the newest
    int limit = quote_page_rows;
};

/// Every statement on the quotes_ tables, but those of the search and of moved clients.
class QuoteStore
{
  public:
    explicit QuoteStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Quote& quote);
    /// False when somebody saved another version meanwhile. Who made it and when stay.
    bool update(const Quote& quote, std::int64_t seen_version);
    /// What became of it: its state, its number, its dates; the words stay. False as above.
    bool move(const Quote& quote, std::int64_t seen_version);
    /// With its lines. False when another version was saved meanwhile.
    bool remove(QuoteId id, std::int64_t seen_version);
    /// Whoever else writes it waits for the end of this transaction.
    void hold(QuoteId id);
    std::optional<Quote> find(QuoteId id);
    std::vector<QuoteRow> list(const QuoteSearch& search);
    /// Those a client received, the newest first, at most quote_page_rows.
    std::vector<QuoteRow> sent_to(tenancy::ClientId client);
    /// Sent and unanswered, those that expire first.
    std::vector<QuoteRow> waiting(int limit);
    /// How many there are in each state that has one.
    std::map<QuoteState, std::int64_t> counts();

    std::vector<Line> lines(QuoteId quote);
    /// In the place of those there were.
    void write_lines(QuoteId quote, const std::vector<Line>& lines);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace quotes
