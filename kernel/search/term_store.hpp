#pragma once

#include "kernel/search/query.hpp"
#include "kernel/search/search.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace search
{

/// A row to index, as stored.
struct PendingRow {
    std::string source;
    std::int64_t id = 0;
};
BOOST_DESCRIBE_STRUCT(PendingRow, (), (source, id))

/// Which rows a reading is looked up in.
struct Place {
    std::string kind;
    Scope scope;
    Scope also;              ///< the same as `scope` when there is only one
    std::int64_t before = 0; ///< ids below this one
};

/// Every statement on search_term, search_pending and search_state.
class TermStore
{
  public:
    explicit TermStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Document& document, Scope scope);
    void remove(const Document& document, Scope scope);
    /// Removes at most `limit` terms of the workspace; how many.
    std::int64_t remove_some(int limit);
    /// Newest first, at most hits_max.
    std::vector<std::int64_t> ids(const Reading& reading, const Place& place);

    /// Whether it was not waiting already.
    bool add_pending(const Pending& row);
    /// The same for many, in few statements; whether one was not asked for yet.
    bool add_pending(std::vector<Pending> rows);
    std::vector<PendingRow> take_pending(int limit);

    /// 0 while terms are written again; nothing before the first time.
    std::optional<int> tokenizer();
    void set_tokenizer(int version, base::Instant at);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace search
