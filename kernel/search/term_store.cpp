#include "kernel/search/term_store.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace search
{
namespace
{

/// Terms that one statement writes; a shorter list repeats its last.
constexpr std::size_t terms_at_once = 8;
constexpr std::array<std::string_view, terms_at_once> term_names{"a", "b", "c", "d",
                                                                 "e", "f", "g", "h"};
static_assert(hits_max == static_cast<int>(terms_at_once));
constexpr std::array<std::string_view, query_words_max> word_names{"w1", "w2", "w3",
                                                                   "w4", "w5", "w6"};
/// Greater than every folded text: the end of a prefix range.
constexpr const char* after_every_text = "\xF4\x8F\xBF\xBF";

constexpr db::Query insert_terms{"search.insert", R"sql(
    INSERT INTO search_term (workspace_id, scope, term, kind, id)
    VALUES (:workspace, :scope, :a, :kind, :id), (:workspace, :scope, :b, :kind, :id),
           (:workspace, :scope, :c, :kind, :id), (:workspace, :scope, :d, :kind, :id),
           (:workspace, :scope, :e, :kind, :id), (:workspace, :scope, :f, :kind, :id),
           (:workspace, :scope, :g, :kind, :id), (:workspace, :scope, :h, :kind, :id)
    ON CONFLICT (workspace_id, scope, term, kind, id) DO NOTHING
)sql"};

constexpr db::Query delete_terms{"search.delete", R"sql(
    DELETE FROM search_term
     WHERE workspace_id = :workspace AND scope = :scope
       AND term IN (:a, :b, :c, :d, :e, :f, :g, :h) AND kind = :kind AND id = :id
)sql"};

constexpr db::Query delete_some{"search.delete_some", R"sql(
    DELETE FROM search_term
     WHERE workspace_id = :workspace
       AND (scope, term, kind, id) IN (
            SELECT scope, term, kind, id
              FROM search_term
             WHERE workspace_id = :workspace
             ORDER BY scope, term, kind, id
             LIMIT :limit)
)sql"};

constexpr db::Query find_prefix{"search.find_prefix", R"sql(
    -- sorts: the hits of one word, measured by bin/bench search
    SELECT DISTINCT id
      FROM search_term
     WHERE workspace_id = :workspace AND scope IN (:scope, :also)
       AND term >= :from AND term < :until AND kind IN (:prefix_kind, :prefix_text)
       AND id < :before
     ORDER BY id DESC
     LIMIT :limit
)sql"};

constexpr db::Query find_words{"search.find_words", R"sql(
    -- sorts: the hits of some words, measured by bin/bench search
    SELECT DISTINCT t.id
      FROM search_term t
     WHERE t.workspace_id = :workspace AND t.scope IN (:scope, :also)
       AND t.term = :w1 AND t.kind IN (:kind, :text) AND t.id < :before
       AND (CAST(:w2 AS TEXT) = '' OR EXISTS (
            SELECT 1 FROM search_term o
             WHERE o.workspace_id = :workspace AND o.scope IN (:scope, :also)
               AND o.term = :w2 AND o.kind IN (:kind, :text) AND o.id = t.id))
       AND (CAST(:w3 AS TEXT) = '' OR EXISTS (
            SELECT 1 FROM search_term o
             WHERE o.workspace_id = :workspace AND o.scope IN (:scope, :also)
               AND o.term = :w3 AND o.kind IN (:kind, :text) AND o.id = t.id))
       AND (CAST(:w4 AS TEXT) = '' OR EXISTS (
            SELECT 1 FROM search_term o
             WHERE o.workspace_id = :workspace AND o.scope IN (:scope, :also)
               AND o.term = :w4 AND o.kind IN (:kind, :text) AND o.id = t.id))
       AND (CAST(:w5 AS TEXT) = '' OR EXISTS (
            SELECT 1 FROM search_term o
             WHERE o.workspace_id = :workspace AND o.scope IN (:scope, :also)
               AND o.term = :w5 AND o.kind IN (:kind, :text) AND o.id = t.id))
       AND (CAST(:w6 AS TEXT) = '' OR EXISTS (
            SELECT 1 FROM search_term o
             WHERE o.workspace_id = :workspace AND o.scope IN (:scope, :also)
               AND o.term = :w6 AND o.kind IN (:kind, :text) AND o.id = t.id))
       AND (CAST(:from AS TEXT) = '' OR t.id IN (
            SELECT p.id FROM search_term p
             WHERE p.workspace_id = :workspace AND p.scope IN (:scope, :also)
               AND p.term >= :from AND p.term < :until AND p.kind IN (:prefix_kind, :prefix_text)))
     ORDER BY t.id DESC
     LIMIT :limit
)sql"};

constexpr db::Query insert_pending{"search.add_pending", R"sql(
    INSERT INTO search_pending (workspace_id, source, id, asked)
    VALUES (:workspace, :source, :id, 1)
    ON CONFLICT (workspace_id, source, id) DO UPDATE SET asked = search_pending.asked + 1
    RETURNING asked
)sql"};

constexpr db::Query delete_pending{"search.take_pending", R"sql(
    DELETE FROM search_pending
     WHERE workspace_id = :workspace
       AND (source, id) IN (
            SELECT source, id
              FROM search_pending
             WHERE workspace_id = :workspace
             ORDER BY source, id
             LIMIT :limit)
    RETURNING source, id
)sql"};

constexpr db::Query find_tokenizer{"search.tokenizer", R"sql(
    SELECT tokenizer FROM search_state WHERE workspace_id = :workspace
)sql"};

constexpr db::Query upsert_tokenizer{"search.set_tokenizer", R"sql(
    INSERT INTO search_state (workspace_id, tokenizer, indexed_at)
    VALUES (:workspace, :version, :at)
    ON CONFLICT (workspace_id)
    DO UPDATE SET tokenizer = excluded.tokenizer, indexed_at = excluded.indexed_at
)sql"};

constexpr db::Query indexed_with{"search.indexed_with", R"sql(
    -- all workspaces: which of them have still to be indexed
    SELECT workspace_id FROM search_state WHERE tokenizer = :version
)sql"};

/// Names and texts of one object do not share rows: each is written and removed by itself.
std::string stored_kind(const std::string& kind, Field field)
{
    return field == Field::name ? kind : kind + ".text";
}

void execute_by_lot(tenancy::WorkspaceTransaction& tx, const db::Query& query,
                    const Document& document, Scope scope)
{
    const auto kind = stored_kind(document.kind, document.field);
    const std::vector<std::string> terms{document.terms.begin(), document.terms.end()};
    for (std::size_t first = 0; first < terms.size(); first += terms_at_once) {
        db::Binds binds{{"scope", scope.value}, {"kind", kind}, {"id", document.id}};
        for (std::size_t n = 0; n < terms_at_once; ++n)
            binds.emplace_back(term_names.at(n), terms[std::min(first + n, terms.size() - 1)]);
        tx.execute(query, std::move(binds));
    }
}

constexpr std::size_t pending_batch = 25;

/// insert_pending for pending_batch rows, no two alike.
struct PendingBatch {
    PendingBatch()
    {
        sql = "INSERT INTO search_pending (workspace_id, source, id, asked) VALUES ";
        for (std::size_t row = 0; row < pending_batch; ++row) {
            sources.push_back("source_" + std::to_string(row));
            ids.push_back("id_" + std::to_string(row));
            sql += row == 0 ? "" : ", ";
            sql += "(:workspace, :" + sources.back() + ", :" + ids.back() + ", 1)";
        }
        sql += " ON CONFLICT (workspace_id, source, id) DO UPDATE SET asked = "
               "search_pending.asked + 1 RETURNING asked";
    }
    db::Binds binds(std::span<const Pending> rows) const
    {
        db::Binds binds;
        for (std::size_t row = 0; row < pending_batch; ++row) {
            binds.emplace_back(sources[row], rows[row].source);
            binds.emplace_back(ids[row], rows[row].id);
        }
        return binds;
    }
    std::vector<std::string> sources;
    std::vector<std::string> ids;
    std::string sql;
};

} // namespace

void TermStore::insert(const Document& document, Scope scope)
{
    execute_by_lot(tx_, insert_terms, document, scope);
}

void TermStore::remove(const Document& document, Scope scope)
{
    execute_by_lot(tx_, delete_terms, document, scope);
}

std::int64_t TermStore::remove_some(int limit)
{
    return tx_.execute(delete_some, {{"limit", limit}});
}

std::vector<std::int64_t> TermStore::ids(const Reading& reading, const Place& place)
{
    const auto text = stored_kind(place.kind, Field::text);
    db::Binds binds{{"scope", place.scope.value},
                    {"also", place.also.value},
                    {"before", place.before},
                    {"limit", hits_max},
                    {"from", reading.prefix},
                    {"until", reading.prefix + after_every_text},
                    {"prefix_kind", place.kind},
                    {"prefix_text", reading.is_in_names_only() ? place.kind : text}};
    if (reading.words.empty()) return tx_.values<std::int64_t>(find_prefix, std::move(binds));
    binds.emplace_back("kind", place.kind);
    binds.emplace_back("text", text);
    for (std::size_t n = 0; n < word_names.size(); ++n)
        binds.emplace_back(word_names.at(n), n < reading.words.size() ? reading.words[n] : "");
    return tx_.values<std::int64_t>(find_words, std::move(binds));
}

bool TermStore::add_pending(const Pending& row)
{
    return tx_.value<std::int64_t>(insert_pending, {{"source", row.source}, {"id", row.id}}) == 1;
}

bool TermStore::add_pending(std::vector<Pending> rows)
{
    static const PendingBatch batch;
    const auto key = [](const Pending& row) { return std::pair{row.source, row.id}; };
    std::ranges::sort(rows, {}, key);
    const auto twice = std::ranges::unique(rows, {}, key);
    rows.erase(twice.begin(), twice.end());
    bool is_new = false;
    std::span<const Pending> left{rows};
    for (; left.size() >= pending_batch; left = left.subspan(pending_batch))
        for (const auto asked :
             tx_.values<std::int64_t>({"search.add_many_pending", batch.sql}, batch.binds(left)))
            is_new = is_new || asked == 1;
    for (const auto& row : left)
        is_new = add_pending(row) || is_new;
    return is_new;
}

std::vector<PendingRow> TermStore::take_pending(int limit)
{
    return tx_.rows<PendingRow>(delete_pending, {{"limit", limit}});
}

std::optional<int> TermStore::tokenizer()
{
    return tx_.value<int>(find_tokenizer);
}

void TermStore::set_tokenizer(int version, base::Instant at)
{
    tx_.execute(upsert_tokenizer, {{"version", version}, {"at", at}});
}

db::Binds id_binds(const std::vector<std::int64_t>& ids)
{
    db::Binds binds;
    for (std::size_t n = 0; n < term_names.size(); ++n)
        binds.emplace_back(term_names.at(n), n < ids.size() ? ids[n] : std::int64_t{0});
    return binds;
}

std::vector<tenancy::WorkspaceId> indexed_workspaces(tenancy::PlatformTransaction& tx)
{
    return tx.values<tenancy::WorkspaceId>(indexed_with, {{"version", tokenizer_version}});
}

} // namespace search
