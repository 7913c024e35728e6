#include "modules/crm/interaction_store.hpp"

namespace crm
{
namespace
{

constexpr db::Table<Interaction> interaction_table{"crm_interaction"};

constexpr db::Query find_interaction{"crm.find_interaction", R"sql(
    SELECT id, client_id, kind, happened_at, minutes, author_id, correspondent, summary,
           follow_up_day
      FROM crm_interaction
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query delete_interaction{"crm.delete_interaction", R"sql(
    DELETE FROM crm_interaction WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_interactions{"crm.interactions", R"sql(
    SELECT id, client_id, kind, happened_at, minutes, author_id, correspondent, summary,
           follow_up_day
      FROM crm_interaction
     WHERE workspace_id = :workspace AND client_id = :client
       AND happened_at >= :from AND (happened_at, id) < (:before, :before_id)
       AND (CAST(:part AS TEXT) = 'all'
            OR (kind = 'email') = (CAST(:part AS TEXT) = 'mails'))
     ORDER BY happened_at DESC, id DESC
     LIMIT :limit
)sql"};

constexpr db::Query clients_of_address{"crm.clients_at", R"sql(
    SELECT c.id
      FROM crm_client c
     WHERE c.workspace_id = :workspace AND c.email = :email AND c.status <> 'archived'
    UNION
    SELECT p.client_id
      FROM crm_contact p
      JOIN crm_client c ON c.workspace_id = p.workspace_id AND c.id = p.client_id
     WHERE p.workspace_id = :workspace AND p.email = :email AND c.status <> 'archived'
     ORDER BY 1
     LIMIT :limit
)sql"};

constexpr db::Query forget_mails{"crm.forget_correspondent", R"sql(
    DELETE FROM crm_interaction WHERE workspace_id = :workspace AND correspondent = :email
)sql"};

const char* code_of(Journal part)
{
    if (part == Journal::all) return "all";
    return part == Journal::mails ? "mails" : "exchanges";
}

} // namespace

void InteractionStore::insert(const Interaction& interaction)
{
    tx_.insert(interaction_table, interaction);
}

std::optional<Interaction> InteractionStore::find(InteractionId id)
{
    return tx_.find<Interaction>(find_interaction, {{"id", id}});
}

void InteractionStore::remove(InteractionId id)
{
    tx_.execute(delete_interaction, {{"id", id}});
}

std::vector<Interaction> InteractionStore::journal(const TimelineSpan& span, Journal part)
{
    return tx_.rows<Interaction>(list_interactions, {{"client", span.client},
                                                     {"from", span.from},
                                                     {"before", span.before},
                                                     {"before_id", span.before_id},
                                                     {"part", std::string{code_of(part)}},
                                                     {"limit", span.limit}});
}

std::vector<tenancy::ClientId> InteractionStore::clients_at(std::string_view email)
{
    if (email.empty()) return {};
    return tx_.values<tenancy::ClientId>(clients_of_address,
                                         {{"email", email}, {"limit", clients_of_mail_max}});
}

void InteractionStore::forget_correspondent(std::string_view email)
{
    if (!email.empty()) tx_.execute(forget_mails, {{"email", email}});
}

} // namespace crm
