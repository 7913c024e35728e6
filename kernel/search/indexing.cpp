#include "kernel/search/search.hpp"
#include "kernel/search/term_store.hpp"

#include <algorithm>
#include <stdexcept>

namespace search
{
namespace
{

using tenancy::WorkspaceTransaction;

// Each is one short transaction, so that others can write meanwhile.
constexpr int rows_indexed_at_once = 20;
constexpr int rows_asked_at_once = 500;
constexpr int terms_removed_at_once = 5'000;

std::int64_t index_some(WorkspaceTransaction& tx)
{
    const auto rows = TermStore{tx}.take_pending(rows_indexed_at_once);
    for (const auto& row : rows) {
        const auto* source = registry().source(row.source);
        if (source == nullptr) throw std::runtime_error("nothing indexes " + row.source);
        for (const auto& document : source->read(tx, row.id))
            add(tx, document);
    }
    return static_cast<std::int64_t>(rows.size());
}

void forget_all(tenancy::Context& context)
{
    const auto forget_some = [](WorkspaceTransaction& tx) {
        return TermStore{tx}.remove_some(terms_removed_at_once);
    };
    while (context.write(forget_some) > 0) {
    }
}

/// Makes every row of the source wait for the job.
void ask_all(tenancy::Context& context, const Source& source)
{
    std::int64_t after = 0;
    const auto next_ids = [&](WorkspaceTransaction& tx) {
        return source.ids(tx, after, rows_asked_at_once);
    };
    for (auto ids = context.read(next_ids); !ids.empty(); ids = context.read(next_ids)) {
        context.write([&](WorkspaceTransaction& tx) {
            for (const auto id : ids)
                TermStore{tx}.add_pending({.source = source.name, .id = id});
        });
        after = ids.back();
    }
}

void note_tokenizer(tenancy::Context& context, int version)
{
    context.write(
        [&](WorkspaceTransaction& tx) { TermStore{tx}.set_tokenizer(version, base::now()); });
}

} // namespace

void add(WorkspaceTransaction& tx, const Document& document)
{
    for (const auto scope : document.scopes)
        TermStore{tx}.insert(document, scope);
}

void remove(WorkspaceTransaction& tx, const Document& document)
{
    for (const auto scope : document.scopes)
        TermStore{tx}.remove(document, scope);
}

void replace(WorkspaceTransaction& tx, const Document& before, const Terms& after)
{
    auto gone = before;
    gone.terms.clear();
    std::ranges::set_difference(before.terms, after, std::inserter(gone.terms, gone.terms.begin()));
    remove(tx, gone);
    auto now = before;
    now.terms = after;
    add(tx, now);
}

void index_later(WorkspaceTransaction& tx, const std::vector<Pending>& rows)
{
    if (TermStore{tx}.add_pending(rows))
        jobs::enqueue(tx, {.kind = index_job, .payload = "{}", .dedupe = {}});
}

void run_index(tenancy::Context& context, const jobs::Job&)
{
    index_pending(context);
}

std::int64_t index_pending(tenancy::Context& context)
{
    std::int64_t total = 0;
    for (auto read = context.write(index_some); read > 0; read = context.write(index_some))
        total += read;
    return total;
}

std::int64_t reindex(tenancy::Context& context)
{
    const auto version =
        context.read([](WorkspaceTransaction& tx) { return TermStore{tx}.tokenizer(); });
    if (version) {
        note_tokenizer(context, 0);
        forget_all(context);
    }
    for (const auto& source : registry().sources())
        ask_all(context, source);
    const auto read = index_pending(context);
    note_tokenizer(context, tokenizer_version);
    return read;
}

} // namespace search
