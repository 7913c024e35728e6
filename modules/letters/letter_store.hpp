#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/letters/letter.hpp"

#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace letters
{

/// Of a list.
struct LetterRow {
    LetterId id;
    LetterKind kind = LetterKind::letter;
    std::string number;
    std::string title;
    LetterState state = LetterState::draft;
    std::int64_t issued = 0;
    base::Instant updated_at;
    std::string client_name;
};
BOOST_DESCRIBE_STRUCT(LetterRow, (),
                      (id, kind, number, title, state, issued, updated_at, client_name))

struct LetterSearch {
    std::string word;                 ///< folded; empty: any
    std::optional<LetterState> state; ///< nothing: any
    std::optional<LetterKind> kind;   ///< nothing: any
    tenancy::ClientId client;         ///< zero: any
    LetterId before{std::numeric_limits<std::int64_t>::max()};
    int limit = letter_page_rows;
};

struct LetterStateCount {
    LetterState state = LetterState::draft;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(LetterStateCount, (), (state, count))

class LetterStore
{
  public:
    explicit LetterStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    std::optional<Letter> find(LetterId id);
    void insert(const Letter& letter);
    /// Words, project, state and how often it left; false when it is no longer at its version.
    bool update(const Letter& letter);
    bool remove(LetterId id, std::int64_t seen_version);
    std::vector<LetterRow> list(const LetterSearch& search); ///< the newest first
    std::vector<LetterStateCount> counts();
    /// What left, with the title it left with; the newest first.
    std::vector<LetterRow> sent_to(tenancy::ClientId client);

    void insert(const Issue& issue);
    std::optional<Issue> find_issue(LetterId id, std::int64_t issue);
    std::vector<Issue> issues(LetterId id); ///< the newest first
    bool set_file(const Issue& issue, std::int64_t file, std::string_view sha256);
    /// Once; false when it was seen before.
    bool set_seen(const Issue& issue, base::Instant at);
    bool set_signed(const Issue& issue, std::int64_t signing, base::Instant at);

    /// For searching: at most search::hits of these ids, and ids in order.
    std::vector<LetterRow> hits(const std::vector<std::int64_t>& ids);
    std::vector<std::int64_t> ids(std::int64_t after, int limit);

    std::vector<std::int64_t> move_client(tenancy::ClientId from, tenancy::ClientId into);
    void return_client(std::int64_t row, tenancy::ClientId from, tenancy::ClientId into);
    /// Letters that went to that address, or to the client of that name.
    std::vector<LetterId> about(std::string_view email, std::string_view name);
    /// What went to that address; all of it where the client is of that name.
    void forget(LetterId id, std::string_view email, std::string_view name);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace letters
