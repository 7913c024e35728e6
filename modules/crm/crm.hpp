#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/crm/client.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace db
{
class Database;
}
namespace kernel
{
class Module;
}

/// Front door of crm: who the business works for.
///
/// A client is a company or a person with a record; its portal users are memberships whose
/// `client` is the record (auth::MemberName::client). Lists that must join read the view
/// `crm_published_client(workspace_id, id, name, search_key, status)`.
namespace crm
{

void describe(kernel::Module& module);

/// Clients proposed in a selection list, at most.
inline constexpr int client_choices_max = 500;

struct ClientSummary {
    tenancy::ClientId id;
    std::string name;
    ClientKind kind = ClientKind::company;
    std::string type;
    std::string email;
    std::string phone;
    std::string city;
};

/// Throws base::NotFound for a client this workspace does not hold.
ClientSummary client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id);

/// Where he is, on one line: « 3 rue des Dunes, 56470 La Trinité-sur-Mer »; may be empty. Throws
/// base::NotFound.
std::string address_line_of(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id);

/// Whether the business goes there: the postal code where things are brought to him, else the one
/// he is billed at, is in its service zone. True where no zone was said, where nobody wrote the
/// code, and for a client this workspace does not hold.
bool is_in_service_zone(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id);

/// To whom papers of a client are written, as an envelope has it.
struct Addressee {
    std::string name;
    std::string contact;            ///< the person, for a company that named one; else empty
    std::vector<std::string> lines; ///< street, « 56270 Ploemeur », country: those that are known
};
/// At the billing address. Throws base::NotFound.
Addressee addressee(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id);

/// What the people on a client's record are written to at; may name one twice.
std::vector<std::string> contact_addresses(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id);

/// What the team must know of a client when it opens his page, or what belongs to him.
struct AlertToday {
    bool is_blocking = false; ///< to be read before one acts
    std::string words;
};
/// Blocking ones first; none for who is not of the team. The page that shows them waits for the
/// topic "client_alerts:ID".
std::vector<AlertToday> alerts_today(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id);

/// Those that may receive new work, by name: archived ones are left out.
std::vector<ClientSummary> active_clients(tenancy::WorkspaceTransaction& tx);

/// Writes a record and tells ClientAdded. Names, id, dates and version are set here; refuses
/// "crm.refusal.no_name" and "crm.refusal.no_contact".
tenancy::ClientId add_client(tenancy::WorkspaceTransaction& tx, Client client);

/// A record that nobody works with any more: archived, and not changed since.
struct EndedClient {
    tenancy::ClientId id;
    std::string name;
    base::Instant changed_at;
};
/// Those unchanged since `before` that still say who somebody is, longest ago first: at most
/// ended_clients_max of those that come after `after`, a default one being before all.
inline constexpr std::int64_t ended_clients_max = 200;
std::vector<EndedClient> ended_clients(tenancy::WorkspaceTransaction& tx, base::Instant before,
                                       const EndedClient& after);
bool is_ended(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id, base::Instant before);
/// Whom somebody is on record with, by his account or his address; either may be missing.
std::vector<tenancy::ClientId> clients_of_person(tenancy::WorkspaceTransaction& tx,
                                                 tenancy::MembershipId membership,
                                                 std::string_view email);
/// Whether a client other than `id` has this address.
bool is_address_of_another(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id,
                           std::string_view email);
/// Record and contacts keep their place under `name` and say nothing else; notes, alerts, tags and
/// the audit's words about them go. Throws base::NotFound.
void forget_client(tenancy::WorkspaceTransaction& tx, tenancy::ClientId id,
                   const std::string& name);

/// Rows of a table that name a client, and follow him when two records of his are made one.
struct ClientRows {
    using Ids = std::vector<std::int64_t>;
    std::string table; ///< "tickets_ticket"
    /// Moves every row; returns what names those moved beside the client: an id, a project.
    Ids (*move)(tenancy::WorkspaceTransaction& tx, tenancy::ClientId from, tenancy::ClientId into);
    /// Gives those that still are with `into` back to `from`.
    void (*move_back)(tenancy::WorkspaceTransaction& tx, const Ids& rows, tenancy::ClientId from,
                      tenancy::ClientId into);
};
/// In a module's manifest, for each of its tables with a client. Twice for a table: the last wins.
void move_with(ClientRows rows);

/// Whether a portal user may act for only a part of his client's affairs. In a module's manifest,
/// by the one that limits him; nobody is limited until then.
using IsLimited = bool (*)(tenancy::WorkspaceTransaction&, tenancy::MembershipId);
void limited_when(IsLimited is_limited);
bool is_limited(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId member);

/// Documents shared with the client of a portal user: part of what is kept about him, and given to
/// him with it. None for who reads no document.
std::vector<std::int64_t> documents_shared_with(tenancy::WorkspaceTransaction& tx,
                                                tenancy::MembershipId member);

/// Something of a client's life, as the timeline of his page shows it; read as rows.
struct TimelineEntry {
    std::int64_t id = 0; ///< of the row: the order of what happened at the same instant
    base::Instant happened_at;
    std::string title;
    std::string detail; ///< « T-2026-00042 »; may be empty
    std::string path;   ///< inside the workspace: "/tickets/T-2026-00042"; empty: leads nowhere
};
BOOST_DESCRIBE_STRUCT(TimelineEntry, (), (id, happened_at, title, detail, path))

/// What happened from `from` on and before (`before`, `before_id`), the newest first.
struct TimelineSpan {
    tenancy::ClientId client;
    base::Instant from;
    base::Instant before;
    std::int64_t before_id = 0;
    int limit = 0;
};

/// One kind of entry, for members who hold `permission`.
struct TimelineKind {
    std::string code; ///< "tickets"
    std::string label_key;
    std::string icon; ///< a Lucide name
    std::string permission;
    /// At most `limit`, ordered by (happened_at, id), both falling.
    std::vector<TimelineEntry> (*entries)(tenancy::WorkspaceTransaction& tx,
                                          const TimelineSpan& span);
};
/// In a module's manifest: its rows join the timeline of each client. Twice for a code: the last
/// wins.
void add_to_timeline(TimelineKind kind);

/// Plans the nightly look for clients that may be the same one, in each workspace.
void plan_duplicates(db::Database& database, base::Instant now);

struct NewContact {
    tenancy::ClientId client;
    std::string name;
    std::string job;
    std::string email;
    std::string phone;
    tenancy::MembershipId membership; ///< zero: no portal account
};
/// With a membership, the portal account is linked to the record too (auth::link_client).
ContactId add_contact(tenancy::WorkspaceTransaction& tx, const NewContact& contact);

} // namespace crm
