#include "kernel/auth/memberships.hpp"
#include "kernel/auth/telephones.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/db/lots.hpp"
#include "kernel/events/topics.hpp"

#include <boost/describe/class.hpp>

namespace auth
{

BOOST_DESCRIBE_STRUCT(Membership, (),
                      (id, workspace, person, side, role, client, status, rights_version))
BOOST_DESCRIBE_STRUCT(MemberName, (), (id, name, role, side, client, status))
BOOST_DESCRIBE_STRUCT(MemberDetail, (),
                      (id, person, name, email, user_name, role, side, client, status, has_password,
                       has_totp, last_used_at))

namespace
{

struct MembershipRow {
    tenancy::MembershipId id;
    tenancy::PersonId person_id;
    tenancy::Side side = tenancy::Side::staff;
    std::string role;
    tenancy::ClientId client_id;
    MembershipStatus status = MembershipStatus::active;
    std::int64_t rights_version = 1;
    base::Instant created_at;
};
BOOST_DESCRIBE_STRUCT(MembershipRow, (),
                      (id, person_id, side, role, client_id, status, rights_version, created_at))

constexpr db::Table<MembershipRow> memberships{"membership"};

constexpr db::Query of_person{"auth.membership_of", R"sql(
    SELECT id, workspace_id AS workspace, person_id AS person, side, role, client_id AS client,
           status, rights_version
    FROM membership
    WHERE workspace_id = :workspace AND person_id = :person AND side = :side
)sql"};

constexpr db::Query by_id{"auth.membership_by_id", R"sql(
    SELECT id, workspace_id AS workspace, person_id AS person, side, role, client_id AS client,
           status, rights_version
    FROM membership WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query of_places{"auth.places_of", R"sql(
    -- all workspaces: the chooser shows every place of one person
    SELECT m.id, m.workspace_id AS workspace, m.person_id AS person, m.side, m.role,
           m.client_id AS client, m.status, m.rights_version
    FROM membership m JOIN workspace w ON w.id = m.workspace_id
    WHERE m.person_id = :person AND m.status = 'active' AND w.status <> 'closed'
    ORDER BY w.name_key, w.id, m.side LIMIT 200
)sql"};

constexpr db::Query names{"auth.members", R"sql(
    SELECT m.id, p.name, m.role, m.side, m.client_id AS client, m.status
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.workspace_id = :workspace ORDER BY m.id LIMIT 5000
)sql"};

constexpr db::Query staff{"auth.active_staff", R"sql(
    SELECT m.id, p.name, m.role, m.side, m.client_id AS client, m.status
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.workspace_id = :workspace AND m.side = 'staff' AND m.status = 'active'
    ORDER BY m.id LIMIT 1000
)sql"};

constexpr db::Query name_of{"auth.member", R"sql(
    SELECT m.id, p.name, m.role, m.side, m.client_id AS client, m.status
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.workspace_id = :workspace AND m.id = :id
)sql"};

constexpr db::Query names_of{"auth.members_by_id", R"sql(
    SELECT m.id, p.name, m.role, m.side, m.client_id AS client, m.status
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.workspace_id = :workspace
      AND m.id IN (:i00, :i01, :i02, :i03, :i04, :i05, :i06, :i07, :i08, :i09,
                  :i10, :i11, :i12, :i13, :i14, :i15, :i16, :i17, :i18, :i19,
                  :i20, :i21, :i22, :i23, :i24, :i25, :i26, :i27, :i28, :i29,
                  :i30, :i31, :i32, :i33, :i34, :i35, :i36, :i37, :i38, :i39,
                  :i40, :i41, :i42, :i43, :i44, :i45, :i46, :i47, :i48, :i49)
)sql"};

constexpr db::Query email{"auth.email_of", R"sql(
    SELECT p.email FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.workspace_id = :workspace AND m.id = :id
)sql"};

constexpr db::Query telephone{"auth.phone_of", R"sql(
    SELECT p.phone FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.workspace_id = :workspace AND m.id = :id
)sql"};

constexpr db::Query change_telephone{"auth.set_phone", R"sql(
    UPDATE person SET phone = :phone WHERE id = (
        SELECT m.person_id FROM membership m WHERE m.workspace_id = :workspace AND m.id = :id)
)sql"};

constexpr db::Query link{"auth.link_client", R"sql(
    UPDATE membership SET client_id = :client, rights_version = rights_version + 1
    WHERE workspace_id = :workspace AND id = :id AND side = 'portal'
)sql"};

constexpr db::Query change_role{"auth.set_role", R"sql(
    UPDATE membership SET role = :role, rights_version = rights_version + 1
    WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query change_status{"auth.set_status", R"sql(
    UPDATE membership SET status = :status, rights_version = rights_version + 1
    WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query move{"auth.move_rights", R"sql(
    UPDATE membership SET rights_version = rights_version + 1
    WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query active{"auth.count_active", R"sql(
    SELECT count(*) FROM membership
    WHERE workspace_id = :workspace AND role = :role AND status = 'active'
)sql"};

constexpr db::Query details{"auth.member_details", R"sql(
    SELECT id, person, name, email, user_name, role, side, client, status, has_password, has_totp,
           last_used_at
    FROM auth_published_member WHERE workspace_id = :workspace AND side = :side
    ORDER BY status, name, id LIMIT 500
)sql"};

constexpr db::Query of_client{"auth.accounts_of_client", R"sql(
    SELECT id, person, name, email, user_name, role, side, client, status, has_password, has_totp,
           last_used_at
    FROM auth_published_member
    WHERE workspace_id = :workspace AND client = :client AND side = 'portal'
    ORDER BY status, name, id LIMIT 500
)sql"};

constexpr db::Query detail{"auth.member_detail", R"sql(
    SELECT id, person, name, email, user_name, role, side, client, status, has_password, has_totp,
           last_used_at
    FROM auth_published_member WHERE workspace_id = :workspace AND id = :id
)sql"};

} // namespace

std::optional<Membership> membership_of(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                                        tenancy::WorkspaceId workspace, tenancy::Side side)
{
    return tx.find<Membership>(of_person,
                               {{"workspace", workspace}, {"person", person}, {"side", side}});
}

std::optional<Membership> membership_of(tenancy::WorkspaceTransaction& tx, tenancy::PersonId person,
                                        tenancy::Side side)
{
    return tx.find<Membership>(of_person, {{"person", person}, {"side", side}});
}

std::vector<Place> places_of(tenancy::PlatformTransaction& tx, tenancy::PersonId person)
{
    std::vector<Place> places;
    for (auto& membership : tx.rows<Membership>(of_places, {{"person", person}}))
        if (auto workspace = workspace_by_id(tx, membership.workspace))
            places.push_back({std::move(membership), std::move(*workspace)});
    return places;
}

tenancy::MembershipId add_membership(tenancy::WorkspaceTransaction& tx,
                                     const NewMembership& membership)
{
    base::refuse_unless(!membership_of(tx, membership.person, membership.side),
                        "auth.refusal.already_member");
    const auto id = tx.make_id<tenancy::MembershipId>();
    tx.insert(memberships, MembershipRow{.id = id,
                                         .person_id = membership.person,
                                         .side = membership.side,
                                         .role = membership.role,
                                         .client_id = membership.client,
                                         .status = membership.status,
                                         .rights_version = 1,
                                         .created_at = base::now()});
    return id;
}

Membership membership_by_id(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    const auto found = tx.find<Membership>(by_id, {{"id", id}});
    if (!found) throw base::NotFound{};
    return *found;
}

std::vector<MemberName> members(tenancy::WorkspaceTransaction& tx)
{
    return tx.rows<MemberName>(names);
}

std::vector<MemberName> active_staff(tenancy::WorkspaceTransaction& tx)
{
    return tx.rows<MemberName>(staff);
}

std::optional<MemberName> member(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    return tx.find<MemberName>(name_of, {{"id", id}});
}

std::vector<MemberName> members(tenancy::WorkspaceTransaction& tx,
                                const std::vector<tenancy::MembershipId>& ids)
{
    std::vector<MemberName> found;
    for (std::size_t first = 0; first < ids.size(); first += db::lot_max)
        for (auto& name : tx.rows<MemberName>(names_of, db::lot_binds(ids, first)))
            found.push_back(std::move(name));
    return found;
}

std::string email_of(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    return tx.value<std::string>(email, {{"id", id}}).value_or(std::string{});
}

std::string phone_of(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    return tx.value<std::string>(telephone, {{"id", id}}).value_or(std::string{});
}

void set_phone(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id, std::string_view phone)
{
    if (tx.execute(change_telephone, {{"id", id}, {"phone", phone}}) == 0) throw base::NotFound{};
}

void link_client(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId membership,
                 tenancy::ClientId client)
{
    if (tx.execute(link, {{"id", membership}, {"client", client}}) == 0) throw base::NotFound{};
    events::touch(tx, "rights");
}

void set_role(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id, std::string_view role)
{
    tx.execute(change_role, {{"id", id}, {"role", role}});
    events::touch(tx, "rights");
}

void set_status(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id,
                MembershipStatus status)
{
    tx.execute(change_status, {{"id", id}, {"status", status}});
    events::touch(tx, "rights");
}

void move_rights(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    tx.execute(move, {{"id", id}});
    events::touch(tx, "rights");
}

std::int64_t count_active(tenancy::WorkspaceTransaction& tx, std::string_view role)
{
    return tx.value<std::int64_t>(active, {{"role", role}}).value_or(0);
}

std::vector<MemberDetail> member_details(tenancy::WorkspaceTransaction& tx, tenancy::Side side)
{
    return tx.rows<MemberDetail>(details, {{"side", side}});
}

std::vector<MemberDetail> accounts_of_client(tenancy::WorkspaceTransaction& tx,
                                             tenancy::ClientId client)
{
    return tx.rows<MemberDetail>(of_client, {{"client", client}});
}

MemberDetail member_detail(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id)
{
    const auto found = tx.find<MemberDetail>(detail, {{"id", id}});
    if (!found) throw base::NotFound{};
    return *found;
}

} // namespace auth
