#include "modules/tickets/checklist_store.hpp"

namespace tickets
{
namespace
{

constexpr db::Table<Checklist> list_table{"tickets_checklist"};
constexpr db::Table<ChecklistItem> item_table{"tickets_checklist_item"};
constexpr db::Table<ChecklistTemplate> template_table{"tickets_checklist_template"};

constexpr db::Query delete_items{"tickets.delete_checklist_items", R"sql(
    DELETE FROM tickets_checklist_item WHERE workspace_id = :workspace AND checklist_id = :id
)sql"};

constexpr db::Query delete_list{"tickets.delete_checklist", R"sql(
    DELETE FROM tickets_checklist WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_list{"tickets.find_checklist", R"sql(
    SELECT id, ticket_id, title, is_required, added_by, added_at FROM tickets_checklist
     WHERE workspace_id = :workspace AND ticket_id = :ticket AND id = :id
)sql"};

constexpr db::Query list_lists{"tickets.checklists", R"sql(
    SELECT id, ticket_id, title, is_required, added_by, added_at FROM tickets_checklist
     WHERE workspace_id = :workspace AND ticket_id = :ticket ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query find_an_item{"tickets.find_checklist_item", R"sql(
    SELECT id, checklist_id, ticket_id, title, done_by, done_at FROM tickets_checklist_item
     WHERE workspace_id = :workspace AND ticket_id = :ticket AND id = :id
)sql"};

constexpr db::Query list_items{"tickets.checklist_items", R"sql(
    SELECT id, checklist_id, ticket_id, title, done_by, done_at FROM tickets_checklist_item
     WHERE workspace_id = :workspace AND ticket_id = :ticket ORDER BY checklist_id, id LIMIT :limit
)sql"};

constexpr db::Query save_item{"tickets.tick_checklist_item", R"sql(
    UPDATE tickets_checklist_item SET done_by = :done_by, done_at = :done_at
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query update_template{"tickets.update_checklist_template", R"sql(
    UPDATE tickets_checklist_template
       SET title = :title, search_key = :search_key, items = :items, is_required = :is_required,
           version = version + 1
     WHERE workspace_id = :workspace AND id = :id AND version = :seen_version
)sql"};

constexpr db::Query delete_template{"tickets.delete_checklist_template", R"sql(
    DELETE FROM tickets_checklist_template WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query find_template{"tickets.find_checklist_template", R"sql(
    SELECT id, title, search_key, items, is_required, version FROM tickets_checklist_template
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_templates{"tickets.checklist_templates", R"sql(
    SELECT id, title, search_key, items, is_required, version FROM tickets_checklist_template
     WHERE workspace_id = :workspace ORDER BY search_key, id LIMIT :limit
)sql"};

} // namespace

void ChecklistStore::insert(const FilledChecklist& filled)
{
    tx_.insert(list_table, filled.list);
    for (const auto& item : filled.items)
        tx_.insert(item_table, item);
}

void ChecklistStore::remove(ChecklistId id)
{
    tx_.execute(delete_items, {{"id", id}});
    tx_.execute(delete_list, {{"id", id}});
}

std::optional<Checklist> ChecklistStore::find(TicketId ticket, ChecklistId id)
{
    return tx_.find<Checklist>(find_list, {{"ticket", ticket}, {"id", id}});
}

std::optional<ChecklistItem> ChecklistStore::find_item(TicketId ticket, ChecklistItemId id)
{
    return tx_.find<ChecklistItem>(find_an_item, {{"ticket", ticket}, {"id", id}});
}

void ChecklistStore::save(const ChecklistItem& item)
{
    tx_.execute(save_item, {{"id", item.id}, {"done_by", item.done_by}, {"done_at", item.done_at}});
}

std::vector<FilledChecklist> ChecklistStore::of_ticket(TicketId ticket)
{
    std::vector<FilledChecklist> filled;
    const auto most = static_cast<int>(checklists_max);
    for (auto& list : tx_.rows<Checklist>(list_lists, {{"ticket", ticket}, {"limit", most}}))
        filled.push_back({.list = std::move(list), .items = {}});
    if (filled.empty()) return filled;
    const auto most_items = static_cast<int>(checklists_max * checklist_items_max);
    for (auto& item :
         tx_.rows<ChecklistItem>(list_items, {{"ticket", ticket}, {"limit", most_items}}))
        for (auto& one : filled)
            if (one.list.id == item.checklist_id) one.items.push_back(item);
    return filled;
}

void ChecklistStore::insert(const ChecklistTemplate& written)
{
    tx_.insert(template_table, written);
}

bool ChecklistStore::update(const ChecklistTemplate& written, std::int64_t seen_version)
{
    return tx_.execute(update_template, {{"id", written.id},
                                         {"title", written.title},
                                         {"search_key", written.search_key},
                                         {"items", written.items},
                                         {"is_required", written.is_required},
                                         {"seen_version", seen_version}}) == 1;
}

void ChecklistStore::remove(ChecklistTemplateId id)
{
    tx_.execute(delete_template, {{"id", id}});
}

std::optional<ChecklistTemplate> ChecklistStore::find(ChecklistTemplateId id)
{
    return tx_.find<ChecklistTemplate>(find_template, {{"id", id}});
}

std::vector<ChecklistTemplate> ChecklistStore::templates()
{
    return tx_.rows<ChecklistTemplate>(list_templates, {{"limit", checklist_templates_max}});
}

} // namespace tickets
