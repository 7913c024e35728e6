#include "modules/tickets/category_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/tickets/category_store.hpp"
#include "modules/tickets/change_actions.hpp"
#include "modules/tickets/ticket_actions.hpp"
#include "modules/tickets/ticket_people.hpp"
#include "modules/tickets/ticket_policy.hpp"
#include "modules/tickets/ticket_topics.hpp"

#include <algorithm>

namespace tickets
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

void check_name(WorkspaceTransaction& tx, const std::string& name, CategoryId own)
{
    const auto other = CategoryStore{tx}.named(base::fold(name));
    refuse_unless(!other || other->id == own, "tickets.category.refusal.name_taken",
                  {{"name", other ? other->name : name}});
}

void audit_category(WorkspaceTransaction& tx, std::string_view action, CategoryId id,
                    audit::Change change)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "ticket_category",
                       .subject = id.value,
                       .changes = {std::move(change)}});
}

Category existing(WorkspaceTransaction& tx, CategoryId id)
{
    auto category = CategoryStore{tx}.find(id);
    if (!category) throw base::NotFound{};
    return *std::move(category);
}

bool holds(const std::vector<Category>& categories, CategoryId id)
{
    return std::ranges::any_of(categories, [&](const Category& one) { return one.id == id; });
}

bool is_chosen(const std::vector<CategoryId>& chosen, CategoryId id)
{
    return std::ranges::find(chosen, id) != chosen.end();
}

std::string names_in(const std::vector<Category>& categories)
{
    std::vector<std::string> names;
    for (const auto& category : categories)
        names.push_back(category.name);
    return base::join(names, ", ");
}

/// What was chosen, in order.
std::vector<Category> chosen_of(WorkspaceTransaction& tx, const std::vector<Category>& held,
                                const std::vector<CategoryId>& chosen)
{
    auto choices = offered(CategoryStore{tx}.all(), held);
    for (const auto id : chosen)
        if (!holds(choices, id)) throw base::NotFound{};
    std::erase_if(choices, [&](const Category& one) { return !is_chosen(chosen, one.id); });
    refuse_unless(choices.size() <= filings_max, "tickets.category.refusal.many",
                  {{"most", std::to_string(filings_max)}});
    return choices;
}

/// To the person of the first category that names somebody still of the team.
void route(WorkspaceTransaction& tx, const Ticket& ticket, const std::vector<Category>& categories)
{
    if (ticket.assignee_id) return;
    const auto staff = active_staff(tx);
    for (const auto& category : categories) {
        const bool is_there =
            category.assignee_id && std::ranges::any_of(staff, [&](const auth::MemberName& member) {
                return member.id == *category.assignee_id;
            });
        if (is_there) return give_unassigned(tx, ticket.id, *category.assignee_id);
    }
}

Category new_category(const CategoryText& text, CategoryId id, const std::vector<Category>& all)
{
    return {.id = id,
            .name = text.name,
            .search_key = base::fold(text.name),
            .position = all.empty() ? 1 : all.back().position + 1,
            .assignee_id = text.assignee,
            .retired_at = {}};
}

} // namespace

CategoryId add_category(WorkspaceTransaction& tx, const CategoryText& text)
{
    require(tx.actor(), "tickets.organise");
    check_name(tx, text.name, {});
    if (text.assignee) require_active_staff(tx, *text.assignee);
    CategoryStore store{tx};
    const auto all = store.all();
    refuse_unless(all.size() < categories_max, "tickets.category.refusal.full",
                  {{"most", std::to_string(categories_max)}});
    const auto category = new_category(text, tx.make_id<CategoryId>(), all);
    store.insert(category);
    audit_category(tx, "tickets.category_added", category.id, {"name", "", category.name});
    return category.id;
}

void save_category(WorkspaceTransaction& tx, CategoryId id, const CategoryText& text,
                   std::int64_t seen_version)
{
    require(tx.actor(), "tickets.organise");
    const auto before = existing(tx, id);
    check_name(tx, text.name, id);
    if (text.assignee) require_active_staff(tx, *text.assignee);
    auto after = before;
    after.name = text.name;
    after.search_key = base::fold(text.name);
    after.assignee_id = text.assignee;
    if (!CategoryStore{tx}.update(after, seen_version))
        throw base::Refusal{
            "tickets.category.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    audit_category(tx, "tickets.category_saved", id, {"name", before.name, after.name});
    events::touch(tx, "tickets");
}

void offer_category(WorkspaceTransaction& tx, CategoryId id, Offer offer)
{
    require(tx.actor(), "tickets.organise");
    auto category = existing(tx, id);
    const bool is_again = offer == Offer::again;
    if (category.retired_at.has_value() != is_again) return;
    category.retired_at.reset();
    if (!is_again) category.retired_at = base::now();
    CategoryStore{tx}.update(category, category.version);
    audit_category(tx, is_again ? "tickets.category_restored" : "tickets.category_retired", id,
                   {"name", is_again ? "" : category.name, is_again ? category.name : ""});
}

void place_category(WorkspaceTransaction& tx, CategoryId id, Place where)
{
    require(tx.actor(), "tickets.organise");
    const auto category = existing(tx, id);
    CategoryStore store{tx};
    const auto all = store.all();
    const auto* other = neighbour(all, id, where);
    if (other == nullptr) return;
    store.put(id, other->position);
    store.put(other->id, category.position);
    audit_category(
        tx, "tickets.category_placed", id,
        {"position", std::to_string(category.position), std::to_string(other->position)});
}

void file_ticket(WorkspaceTransaction& tx, std::string_view number,
                 const std::vector<CategoryId>& categories)
{
    require(tx.actor(), "tickets.link");
    const auto ticket = ticket_by_number(tx, number);
    refuse_when_read_only(workflow_of(tx.workspace()), ticket);
    CategoryStore store{tx};
    const auto before = store.of_ticket(ticket.id);
    const auto after = chosen_of(tx, before, categories);
    std::vector<Category> fresh;
    for (const auto& category : after)
        if (!holds(before, category.id)) fresh.push_back(category);
    for (const auto& category : before)
        if (!holds(after, category.id)) store.take_out(ticket.id, category.id);
    for (const auto& category : fresh)
        store.file(ticket.id, category.id);
    if (names_in(before) == names_in(after)) return;
    audit::append(tx, {.action = "tickets.filed",
                       .subject_kind = "ticket",
                       .subject = ticket.id.value,
                       .changes = {{"categories", names_in(before), names_in(after)}}});
    touch_team(tx, ticket);
    route(tx, ticket, fresh);
}

void file_by_name(WorkspaceTransaction& tx, const Ticket& ticket, const std::string& name)
{
    CategoryStore store{tx};
    auto category = store.named(base::fold(name));
    if (!category) {
        const auto all = store.all();
        if (all.size() >= categories_max) return;
        const auto fresh = new_category({.name = name}, tx.make_id<CategoryId>(), all);
        if (store.insert_new(fresh))
            audit_category(tx, "tickets.category_added", fresh.id, {"name", "", name});
        category = store.named(base::fold(name)).value();
    }
    store.file(ticket.id, category->id);
    if (!category->retired_at) route(tx, ticket, {*category});
}

void copy_filings(WorkspaceTransaction& tx, const Ticket& from, const Ticket& to)
{
    for (const auto& category : CategoryStore{tx}.of_ticket(from.id))
        CategoryStore{tx}.file(to.id, category.id);
}

} // namespace tickets
