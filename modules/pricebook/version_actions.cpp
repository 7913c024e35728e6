#include "modules/pricebook/version_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/kept_price_actions.hpp"
#include "modules/pricebook/version_store.hpp"

#include <chrono>

namespace pricebook
{
namespace
{

using base::Refusal;
using tenancy::WorkspaceTransaction;

void conflict_unless(bool holds, const char* code)
{
    if (!holds) throw Refusal{code, {}, Refusal::Kind::Conflict};
}

Book locked_book(WorkspaceTransaction& tx)
{
    VersionStore store{tx};
    store.lock();
    return store.book();
}

Version draft_in(const Book& book)
{
    const auto* draft = book.draft();
    conflict_unless(draft != nullptr, "pricebook.refusal.no_draft");
    return *draft;
}

void note(WorkspaceTransaction& tx, std::string_view action, const Version& version,
          std::vector<audit::Change> changes = {})
{
    changes.insert(changes.begin(), {"version", "", std::to_string(version.number)});
    audit::append(tx, {.action = action,
                       .subject_kind = "pricebook_version",
                       .subject = version.id.value,
                       .changes = std::move(changes)});
    events::touch(tx, "pricebook");
}

} // namespace

VersionId make_draft(WorkspaceTransaction& tx, VersionId source)
{
    const auto book = locked_book(tx);
    const auto* from = source ? book.find(source) : book.active();
    if (source && from == nullptr) throw base::NotFound{};
    conflict_unless(book.pending() == nullptr, "pricebook.refusal.draft_exists");
    base::refuse_unless(book.versions().size() < versions_max,
                        "pricebook.refusal.too_many_versions",
                        {{"most", std::to_string(versions_max)}});

    VersionStore store{tx};
    const auto number = store.take_number();
    const Version draft{.id = tx.make_id<VersionId>(),
                        .number = number,
                        .starts_on = {},
                        .copied_from = from == nullptr ? 0 : from->number,
                        .made_by = tx.actor().membership,
                        .made_at = base::now(),
                        .decided_at = {},
                        .revision = first_revision(number)};
    store.insert(draft);
    if (from != nullptr) ItemStore{tx}.copy(from->id, draft);
    note(tx, "pricebook.draft_made", draft);
    return draft.id;
}

void abandon_draft(WorkspaceTransaction& tx)
{
    const auto draft = draft_in(locked_book(tx));

    ItemStore{tx}.remove_all(draft.id);
    VersionStore{tx}.remove(draft.id);
    note(tx, "pricebook.draft_abandoned", draft);
}

void activate_draft(WorkspaceTransaction& tx, const Activation& activation)
{
    const auto book = locked_book(tx);
    const auto draft = draft_in(book);
    const auto day = activation.starts_on.value_or(book.today());
    conflict_unless(draft.revision == activation.seen_revision, "pricebook.refusal.draft_changed");
    base::refuse_unless(ItemStore{tx}.count(draft.id) > 0, "pricebook.refusal.empty_draft");
    base::refuse_unless(day >= book.today(), "pricebook.refusal.past_day");
    base::refuse_unless(day.day <= book.today().day + std::chrono::days{days_ahead_max},
                        "pricebook.refusal.too_far");

    keep_prices(tx, {.book = book, .day = day, .clients = activation.keepers});
    VersionStore{tx}.set_start(draft.id, day);
    note(tx, "pricebook.version_activated", draft, {{"starts_on", "", day.text()}});
}

void unschedule(WorkspaceTransaction& tx, VersionId id)
{
    const auto book = locked_book(tx);
    const auto* version = book.find(id);
    if (version == nullptr) throw base::NotFound{};
    conflict_unless(book.state_of(*version) == VersionState::scheduled,
                    "pricebook.refusal.not_scheduled");

    drop_kept_prices(tx, id);
    VersionStore{tx}.set_start(id, {});
    note(tx, "pricebook.version_unscheduled", *version,
         {{"starts_on", version->starts_on->text(), ""}});
}

} // namespace pricebook
