#include "modules/tickets/category_store.hpp"

#include "kernel/db/lots.hpp"

namespace tickets
{
namespace
{

constexpr db::Table<Category> category_table{"tickets_category"};

struct NamedFiling {
    TicketId ticket_id;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedFiling, (), (ticket_id, name))

/// Two requests at once may each make the same one: the first stays.
constexpr db::Query insert_by_name{"tickets.insert_category_by_name", R"sql(
    INSERT INTO tickets_category (workspace_id, id, name, search_key, position, version)
    VALUES (:workspace, :id, :name, :search_key, :position, :version)
    ON CONFLICT (workspace_id, search_key) DO NOTHING
)sql"};

constexpr db::Query update_category{"tickets.update_category", R"sql(
    UPDATE tickets_category
       SET name = :name, search_key = :search_key, assignee_id = :assignee_id,
           retired_at = :retired_at, version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query put_category{"tickets.put_category", R"sql(
    UPDATE tickets_category SET position = :position WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_category{"tickets.find_category", R"sql(
    SELECT id, name, search_key, position, assignee_id, retired_at, version FROM tickets_category
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query category_named{"tickets.category_named", R"sql(
    SELECT id, name, search_key, position, assignee_id, retired_at, version FROM tickets_category
     WHERE workspace_id = :workspace AND search_key = :search_key
)sql"};

constexpr db::Query list_categories{"tickets.categories", R"sql(
    SELECT id, name, search_key, position, assignee_id, retired_at, version FROM tickets_category
     WHERE workspace_id = :workspace ORDER BY position, id LIMIT :limit
)sql"};

constexpr db::Query file_ticket{"tickets.file", R"sql(
    INSERT INTO tickets_filing (workspace_id, ticket_id, category_id, state, last_activity_at,
                                opened_at)
    SELECT workspace_id, id, :category, state, last_activity_at, opened_at FROM tickets_ticket
     WHERE workspace_id = :workspace AND id = :ticket
)sql"};

constexpr db::Query take_out_of{"tickets.take_out_of_category", R"sql(
    DELETE FROM tickets_filing
     WHERE workspace_id = :workspace AND ticket_id = :ticket AND category_id = :category
)sql"};

constexpr db::Query categories_of_ticket{"tickets.categories_of_ticket", R"sql(
    SELECT c.id, c.name, c.search_key, c.position, c.assignee_id, c.retired_at, c.version
      FROM tickets_filing f
      JOIN tickets_category c ON c.workspace_id = f.workspace_id AND c.id = f.category_id
     WHERE f.workspace_id = :workspace AND f.ticket_id = :ticket
     ORDER BY c.position, c.id LIMIT :limit
)sql"};

constexpr db::Query names_of_tickets{"tickets.category_names", R"sql(
    SELECT f.ticket_id, c.name
      FROM tickets_filing f
      JOIN tickets_category c ON c.workspace_id = f.workspace_id AND c.id = f.category_id
     WHERE f.workspace_id = :workspace
       AND f.ticket_id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                           :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19,
                           :i20, :i21, :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29,
                           :i30, :i31, :i32, :i33, :i34, :i35, :i36, :i37, :i38, :i39,
                           :i40, :i41, :i42, :i43, :i44, :i45, :i46, :i47, :i48, :i49)
     ORDER BY c.position, c.id
)sql"};

} // namespace

void CategoryStore::insert(const Category& category)
{
    tx_.insert(category_table, category);
}

bool CategoryStore::insert_new(const Category& category)
{
    return tx_.execute(insert_by_name, {{"id", category.id},
                                        {"name", category.name},
                                        {"search_key", category.search_key},
                                        {"position", category.position},
                                        {"version", category.version}}) == 1;
}

bool CategoryStore::update(const Category& category, std::int64_t seen_version)
{
    return tx_.execute(update_category, {{"id", category.id},
                                         {"name", category.name},
                                         {"search_key", category.search_key},
                                         {"assignee_id", category.assignee_id},
                                         {"retired_at", category.retired_at},
                                         {"seen_version", seen_version}}) == 1;
}

void CategoryStore::put(CategoryId id, std::int64_t position)
{
    tx_.execute(put_category, {{"id", id}, {"position", position}});
}

std::optional<Category> CategoryStore::find(CategoryId id)
{
    return tx_.find<Category>(find_category, {{"id", id}});
}

std::optional<Category> CategoryStore::named(std::string_view search_key)
{
    return tx_.find<Category>(category_named, {{"search_key", search_key}});
}

std::vector<Category> CategoryStore::all()
{
    const auto most = static_cast<int>(categories_max);
    return tx_.rows<Category>(list_categories, {{"limit", most}});
}

void CategoryStore::file(TicketId ticket, CategoryId category)
{
    tx_.execute(file_ticket, {{"ticket", ticket}, {"category", category}});
}

void CategoryStore::take_out(TicketId ticket, CategoryId category)
{
    tx_.execute(take_out_of, {{"ticket", ticket}, {"category", category}});
}

std::vector<Category> CategoryStore::of_ticket(TicketId ticket)
{
    const auto most = static_cast<int>(filings_max);
    return tx_.rows<Category>(categories_of_ticket, {{"ticket", ticket}, {"limit", most}});
}

CategoryNames CategoryStore::names_of(const std::vector<TicketId>& tickets)
{
    CategoryNames found;
    for (std::size_t first = 0; first < tickets.size(); first += db::lot_max)
        for (auto& row : tx_.rows<NamedFiling>(names_of_tickets, db::lot_binds(tickets, first)))
            found[row.ticket_id].push_back(std::move(row.name));
    return found;
}

} // namespace tickets
