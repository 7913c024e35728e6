#include "modules/progress/sheet_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/crm/crm.hpp"
#include "modules/progress/progress_policy.hpp"
#include "modules/progress/sheet_index.hpp"
#include "modules/progress/sheet_store.hpp"
#include "modules/projects/projects.hpp"

namespace progress
{
namespace
{

using tenancy::WorkspaceTransaction;

/// Puts the header over `sheet`; what it is kept under must be free.
void take_header(WorkspaceTransaction& tx, Sheet& sheet, const SheetHeader& header)
{
    const auto identifier = identifier_of(header.identifier);
    if (!identifier) throw base::Refusal{"progress.refusal.identifier"};
    require_in_order(header.starts_on, header.ends_on);
    sheet.identifier = *identifier;
    sheet.identifier_key = identifier_key_of(*identifier);
    sheet.starts_on = header.starts_on;
    sheet.ends_on = header.ends_on;
    const auto same = SheetStore{tx}.find_by_key(sheet.identifier_key);
    base::refuse_unless(!same || same->id == sheet.id, "progress.refusal.identifier_taken",
                        {{"identifier", same ? same->identifier : ""}});
}

std::string date_text(const std::optional<base::Date>& date)
{
    return date ? date->text() : std::string{};
}

} // namespace

void touch_team(WorkspaceTransaction& tx, const Sheet& sheet)
{
    events::touch(tx, "sheet_team:" + sheet.id.text());
}

void touch_sheet(WorkspaceTransaction& tx, const Sheet& sheet)
{
    touch_team(tx, sheet);
    events::touch(tx, "sheet:" + sheet.id.text());
    events::touch(tx, "sheets:" + sheet.client_id.text());
    events::touch(tx, "sheets");
}

Sheet add_sheet(WorkspaceTransaction& tx, tenancy::ClientId client, const SheetHeader& header)
{
    require(tx.actor(), "progress.manage");
    crm::client(tx, client);
    Sheet sheet{
        .client_id = client, .created_by = tx.actor().membership, .created_at = base::now()};
    take_header(tx, sheet, header);
    sheet.id = tx.make_id<SheetId>();
    sheet.project_id = projects::add_project(tx, {.name = header.title,
                                                  .address = header.address,
                                                  .postal_code = header.postal_code,
                                                  .city = header.city});
    projects::assign_client(tx, sheet.project_id, client);
    SheetStore{tx}.insert(sheet);
    index_sheet(tx, sheet, header.title);
    audit::append(tx, {.action = "progress.sheet_added",
                       .subject_kind = "progress_sheet",
                       .subject = sheet.id.value,
                       .changes = {{"identifier", "", sheet.identifier},
                                   {"title", "", header.title},
                                   {"client", "", client.text()}}});
    touch_sheet(tx, sheet);
    return sheet;
}

std::string header_version(const Sheet& sheet, const projects::ProjectPlace& place)
{
    constexpr std::size_t digest_length = 16;
    const auto worksite =
        base::join({place.name, place.address, place.postal_code, place.city}, "\n");
    return std::to_string(sheet.version) + "-" +
           base::base32(base::sha256(worksite)).substr(0, digest_length);
}

void save_header(WorkspaceTransaction& tx, SheetId id, const SheetHeader& header,
                 std::string_view seen_version)
{
    require(tx.actor(), "progress.manage");
    SheetStore store{tx};
    const auto before = store.find(id);
    if (!before) throw base::NotFound{};
    const auto place = projects::place_of(tx, before->project_id);
    auto after = *before;
    take_header(tx, after, header);
    if (seen_version != header_version(*before, place) || !store.update(after, before->version))
        throw base::Refusal{
            "progress.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    projects::move_project(tx, after.project_id,
                           {.name = header.title,
                            .address = header.address,
                            .postal_code = header.postal_code,
                            .city = header.city});
    index_sheet_again(tx, {*before, place.name}, {after, header.title});
    audit::append(tx,
                  {.action = "progress.header_saved",
                   .subject_kind = "progress_sheet",
                   .subject = id.value,
                   .changes = {{"identifier", before->identifier, after.identifier},
                               {"title", place.name, header.title},
                               {"address", place.address, header.address},
                               {"starts_on", before->starts_on.text(), after.starts_on.text()},
                               {"ends_on", date_text(before->ends_on), date_text(after.ends_on)}}});
    touch_sheet(tx, after);
}

void on_project_saved(WorkspaceTransaction& tx, const projects::ProjectSaved& fact)
{
    const auto sheet = SheetStore{tx}.of_project(fact.project);
    if (!sheet) return;
    index_sheet_again(tx, {*sheet, fact.name_before}, {*sheet, fact.name});
    touch_sheet(tx, *sheet);
}

Sheet sheet_by_identifier(WorkspaceTransaction& tx, std::string_view typed)
{
    const auto sheet = SheetStore{tx}.find_by_key(identifier_key_of(typed));
    if (!sheet) throw base::NotFound{};
    require_visible(tx, *sheet);
    return *sheet;
}

Sheet sheet_by_id(WorkspaceTransaction& tx, SheetId id)
{
    const auto sheet = SheetStore{tx}.find(id);
    if (!sheet) throw base::NotFound{};
    require_visible(tx, *sheet);
    return *sheet;
}

void mark_seen(WorkspaceTransaction& tx, const SheetSeen& seen, base::Instant now)
{
    SheetStore{tx}.note_opening(seen.sheet, seen.reader, now);
    events::publish(tx, seen);
}

void choose_order(WorkspaceTransaction& tx, ReadingOrder order)
{
    SheetStore{tx}.set_reading_order(tx.actor().membership, order);
}

void choose_comments_on_cancelled(WorkspaceTransaction& tx, CommentsOnCancelled choice)
{
    SheetStore store{tx};
    const auto before = store.comments_on_cancelled();
    store.set_comments_on_cancelled(choice, base::now());
    audit::append(tx, {.action = "progress.setting_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"comment_on_cancelled", std::string{forms::enum_name(before)},
                                    std::string{forms::enum_name(choice)}}}});
}

} // namespace progress
