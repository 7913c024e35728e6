#include "modules/tickets/checklist_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "modules/tickets/checklist_store.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_topics.hpp"

namespace tickets
{
namespace
{

using tenancy::WorkspaceTransaction;

Ticket live_ticket(WorkspaceTransaction& tx, std::string_view number)
{
    require(tx.actor(), "tickets.link");
    auto ticket = ticket_by_number(tx, number);
    refuse_when_read_only(workflow_of(tx.workspace()), ticket);
    return ticket;
}

void audit_list(WorkspaceTransaction& tx, std::string_view action, const Ticket& ticket,
                audit::Change change)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {std::move(change)}});
    touch_team(tx, ticket);
}

void insert(WorkspaceTransaction& tx, const Ticket& ticket, const std::string& title,
            Required required, const std::vector<std::string>& items)
{
    FilledChecklist filled{.list = {.id = tx.make_id<ChecklistId>(),
                                    .ticket_id = ticket.id,
                                    .title = title,
                                    .is_required = required == Required::yes,
                                    .added_by = tx.actor().membership,
                                    .added_at = base::now()},
                           .items = {}};
    for (const auto& item : items)
        filled.items.push_back({.id = tx.make_id<ChecklistItemId>(),
                                .checklist_id = filled.list.id,
                                .ticket_id = ticket.id,
                                .title = item,
                                .done_by = {},
                                .done_at = {}});
    ChecklistStore{tx}.insert(filled);
}

void audit_template(WorkspaceTransaction& tx, std::string_view action, ChecklistTemplateId id,
                    const std::string& before, const std::string& after)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "checklist_template",
                       .subject = id.value,
                       .changes = {{"title", before, after}}});
}

} // namespace

void add_checklist(WorkspaceTransaction& tx, std::string_view number, const ChecklistText& text)
{
    const auto ticket = live_ticket(tx, number);
    const auto items = items_in(text.items);
    check_items(items);
    base::refuse_unless(ChecklistStore{tx}.of_ticket(ticket.id).size() < checklists_max,
                        "tickets.checklist.refusal.full",
                        {{"most", std::to_string(checklists_max)}});
    insert(tx, ticket, text.title, text.required, items);
    audit_list(tx, "tickets.checklist_added", ticket, {"title", "", text.title});
}

void remove_checklist(WorkspaceTransaction& tx, std::string_view number, ChecklistId id)
{
    const auto ticket = live_ticket(tx, number);
    ChecklistStore store{tx};
    const auto list = store.find(ticket.id, id);
    if (!list) throw base::NotFound{};
    store.remove(id);
    audit_list(tx, "tickets.checklist_removed", ticket, {"title", list->title, ""});
}

void tick_item(WorkspaceTransaction& tx, std::string_view number, ChecklistItemId id, Tick tick)
{
    const auto ticket = live_ticket(tx, number);
    ChecklistStore store{tx};
    auto item = store.find_item(ticket.id, id);
    if (!item) throw base::NotFound{};
    const bool is_done = tick == Tick::done;
    if (item->done_by.has_value() == is_done) return;
    item->done_by.reset();
    item->done_at.reset();
    if (is_done) {
        item->done_by = tx.actor().membership;
        item->done_at = base::now();
    }
    store.save(*item);
    audit_list(tx, is_done ? "tickets.item_ticked" : "tickets.item_unticked", ticket,
               {"item", is_done ? "" : item->title, is_done ? item->title : ""});
}

void copy_checklists(WorkspaceTransaction& tx, const Ticket& from, const Ticket& to)
{
    for (const auto& filled : ChecklistStore{tx}.of_ticket(from.id)) {
        std::vector<std::string> items;
        for (const auto& item : filled.items)
            items.push_back(item.title);
        insert(tx, to, filled.list.title, filled.list.is_required ? Required::yes : Required::no,
               items);
    }
}

void refuse_when_unchecked(WorkspaceTransaction& tx, const Ticket& ticket,
                           const presets::Move& move)
{
    if (tx.actor().side != tenancy::Side::staff) return;
    if (!ends_work(workflow_of(tx.workspace()), move)) return;
    refuse_unless_done(ChecklistStore{tx}.of_ticket(ticket.id));
}

ChecklistTemplateId add_template(WorkspaceTransaction& tx, const ChecklistText& text)
{
    require(tx.actor(), "tickets.organise");
    check_items(items_in(text.items));
    ChecklistStore store{tx};
    base::refuse_unless(store.templates().size() < checklist_templates_max,
                        "tickets.checklist.refusal.templates_full",
                        {{"most", std::to_string(checklist_templates_max)}});
    const ChecklistTemplate written{.id = tx.make_id<ChecklistTemplateId>(),
                                    .title = text.title,
                                    .search_key = base::fold(text.title),
                                    .items = base::join(items_in(text.items), "\n"),
                                    .is_required = text.required == Required::yes};
    store.insert(written);
    audit_template(tx, "tickets.checklist_template_added", written.id, "", written.title);
    return written.id;
}

void save_template(WorkspaceTransaction& tx, ChecklistTemplateId id, const ChecklistText& text,
                   std::int64_t seen_version)
{
    require(tx.actor(), "tickets.organise");
    check_items(items_in(text.items));
    ChecklistStore store{tx};
    const auto before = store.find(id);
    if (!before) throw base::NotFound{};
    auto after = *before;
    after.title = text.title;
    after.search_key = base::fold(text.title);
    after.items = base::join(items_in(text.items), "\n");
    after.is_required = text.required == Required::yes;
    if (!store.update(after, seen_version))
        throw base::Refusal{
            "tickets.checklist.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    audit_template(tx, "tickets.checklist_template_saved", id, before->title, after.title);
}

void remove_template(WorkspaceTransaction& tx, ChecklistTemplateId id)
{
    require(tx.actor(), "tickets.organise");
    ChecklistStore store{tx};
    const auto before = store.find(id);
    if (!before) return;
    store.remove(id);
    audit_template(tx, "tickets.checklist_template_removed", id, before->title, "");
}

} // namespace tickets
