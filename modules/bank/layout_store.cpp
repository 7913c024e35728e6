#include "modules/bank/layout_store.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"

namespace bank
{
namespace
{

constexpr db::Table<Draft> draft_table{"bank_draft"};

constexpr db::Query find_layout{"bank.layout", R"sql(
    SELECT columns FROM bank_layout WHERE workspace_id = :workspace AND titles = :titles
)sql"};

constexpr db::Query save_layout{"bank.save_layout", R"sql(
    INSERT INTO bank_layout (workspace_id, titles, columns, saved_at)
    VALUES (:workspace, :titles, :columns, :now)
    ON CONFLICT (workspace_id, titles)
    DO UPDATE SET columns = excluded.columns, saved_at = excluded.saved_at
)sql"};

constexpr db::Query find_draft{"bank.draft", R"sql(
    SELECT id, author_id, name, content, created_at
      FROM bank_draft WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query remove_draft{"bank.remove_draft", R"sql(
    DELETE FROM bank_draft WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query remove_old_drafts{"bank.remove_old_drafts", R"sql(
    DELETE FROM bank_draft
     WHERE workspace_id = :workspace AND (author_id = :author OR created_at < :before)
)sql"};

std::string text_of(const Columns& columns)
{
    std::vector<std::string> names;
    for (const auto column : columns)
        names.emplace_back(forms::enum_name(column));
    return base::join(names, ",");
}

Columns columns_from(const std::string& text)
{
    Columns columns;
    for (const auto& name : base::split(text, ','))
        if (forms::FieldType<ColumnRole>::read({name}, columns.emplace_back()))
            columns.back() = ColumnRole::none;
    return columns;
}

} // namespace

std::optional<Columns> LayoutStore::find(const std::string& titles)
{
    const auto text = tx_.value<std::string>(find_layout, {{"titles", titles}});
    if (!text) return {};
    return columns_from(*text);
}

void LayoutStore::save(const std::string& titles, const Columns& columns)
{
    tx_.execute(save_layout,
                {{"titles", titles}, {"columns", text_of(columns)}, {"now", base::now()}});
}

void LayoutStore::insert(const Draft& draft)
{
    tx_.insert(draft_table, draft);
}

std::optional<Draft> LayoutStore::find(DraftId id)
{
    return tx_.find<Draft>(find_draft, {{"id", id}});
}

void LayoutStore::remove(DraftId id)
{
    tx_.execute(remove_draft, {{"id", id}});
}

void LayoutStore::remove_old(tenancy::MembershipId author, base::Instant before)
{
    tx_.execute(remove_old_drafts, {{"author", author}, {"before", before}});
}

} // namespace bank
