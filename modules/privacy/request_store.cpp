#include "modules/privacy/request_store.hpp"

namespace privacy
{
namespace
{

constexpr db::Table<Request> requests{"privacy_request"};
constexpr db::Table<Consent> consents_table{"privacy_consent"};

constexpr db::Query find_request{"privacy.find_request", R"sql(
    SELECT id, kind, channel, person_name, person_email, membership_id, details, asked_at, due_at,
           alerted_at, state, answer, answered_by, answered_at, pack_bytes, packed_at
    FROM privacy_request WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_requests{"privacy.list_requests", R"sql(
    SELECT id, kind, channel, person_name, person_email, membership_id, details, asked_at, due_at,
           alerted_at, state, answer, answered_by, answered_at, pack_bytes, packed_at
    FROM privacy_request WHERE workspace_id = :workspace
    ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END,
             CASE WHEN state = 'open' THEN due_at ELSE -asked_at END, id LIMIT :limit
)sql"};

constexpr db::Query list_of_member{"privacy.requests_of_member", R"sql(
    SELECT id, kind, channel, person_name, person_email, membership_id, details, asked_at, due_at,
           alerted_at, state, answer, answered_by, answered_at, pack_bytes, packed_at
    FROM privacy_request WHERE workspace_id = :workspace AND membership_id = :member
    ORDER BY id DESC LIMIT :limit
)sql"};

constexpr db::Query count_open_requests{"privacy.count_open", R"sql(
    SELECT count(*) FROM privacy_request WHERE workspace_id = :workspace AND state = 'open'
)sql"};

constexpr db::Query list_to_alert{"privacy.to_alert", R"sql(
    SELECT id, kind, channel, person_name, person_email, membership_id, details, asked_at, due_at,
           alerted_at, state, answer, answered_by, answered_at, pack_bytes, packed_at
    FROM privacy_request
    WHERE workspace_id = :workspace AND state = 'open' AND alerted_at IS NULL
      AND asked_at <= :asked_before
    ORDER BY due_at, id LIMIT :limit
)sql"};

constexpr db::Query mark_alert{"privacy.note_alert", R"sql(
    UPDATE privacy_request SET alerted_at = :at WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query mark_pack{"privacy.note_pack", R"sql(
    UPDATE privacy_request SET pack_bytes = :bytes, packed_at = :at
    WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query save_answer{"privacy.answer", R"sql(
    UPDATE privacy_request
    SET state = :state, answer = :answer, answered_by = :answered_by, answered_at = :answered_at
    WHERE workspace_id = :workspace AND id = :id AND state = 'open'
)sql"};

constexpr db::Query list_consents{"privacy.consents", R"sql(
    SELECT id, membership_id, purpose, text_version, given_at, withdrawn_at, origin, proof
    FROM privacy_consent
    WHERE workspace_id = :workspace AND membership_id = :member ORDER BY id DESC LIMIT :limit
)sql"};

constexpr db::Query forget_proofs_of{"privacy.forget_proofs", R"sql(
    UPDATE privacy_consent SET proof = ''
    WHERE workspace_id = :workspace AND membership_id = :member
)sql"};

constexpr db::Query withdraw_consent{"privacy.withdraw", R"sql(
    UPDATE privacy_consent SET withdrawn_at = :at
    WHERE workspace_id = :workspace AND membership_id = :member AND purpose = :purpose
      AND withdrawn_at IS NULL
)sql"};

constexpr db::Query find_officer{"privacy.officer", R"sql(
    SELECT name, email FROM privacy_officer WHERE workspace_id = :workspace
)sql"};

constexpr db::Query save_officer{"privacy.save_officer", R"sql(
    INSERT INTO privacy_officer (workspace_id, name, email) VALUES (:workspace, :name, :email)
    ON CONFLICT (workspace_id) DO UPDATE SET name = excluded.name, email = excluded.email
)sql"};

} // namespace

void RequestStore::insert(const Request& request)
{
    tx_.insert(requests, request);
}

std::optional<Request> RequestStore::find(RequestId id)
{
    return tx_.find<Request>(find_request, {{"id", id}});
}

std::vector<Request> RequestStore::list()
{
    return tx_.rows<Request>(list_requests, {{"limit", requests_shown}});
}

std::vector<Request> RequestStore::of_member(tenancy::MembershipId membership)
{
    return tx_.rows<Request>(list_of_member, {{"member", membership}, {"limit", requests_shown}});
}

std::int64_t RequestStore::count_open()
{
    return tx_.value<std::int64_t>(count_open_requests).value_or(0);
}

std::vector<Request> RequestStore::to_alert(base::Instant asked_before)
{
    return tx_.rows<Request>(list_to_alert,
                             {{"asked_before", asked_before}, {"limit", requests_shown}});
}

void RequestStore::note_alert(RequestId id, base::Instant at)
{
    tx_.execute(mark_alert, {{"id", id}, {"at", at}});
}

void RequestStore::note_pack(RequestId id, std::int64_t bytes, base::Instant at)
{
    tx_.execute(mark_pack, {{"id", id}, {"bytes", bytes}, {"at", at}});
}

bool RequestStore::answer(const Request& request)
{
    return tx_.execute(save_answer, {{"id", request.id},
                                     {"state", request.state},
                                     {"answer", request.answer},
                                     {"answered_by", request.answered_by},
                                     {"answered_at", request.answered_at}}) == 1;
}

void RequestStore::insert(const Consent& consent)
{
    tx_.insert(consents_table, consent);
}

void RequestStore::forget_proofs(tenancy::MembershipId membership)
{
    tx_.execute(forget_proofs_of, {{"member", membership}});
}

std::vector<Consent> RequestStore::consents(tenancy::MembershipId membership)
{
    return tx_.rows<Consent>(list_consents, {{"member", membership}, {"limit", requests_shown}});
}

bool RequestStore::withdraw(tenancy::MembershipId membership, Purpose purpose, base::Instant at)
{
    return tx_.execute(withdraw_consent,
                       {{"member", membership}, {"purpose", purpose}, {"at", at}}) == 1;
}

std::optional<Officer> RequestStore::officer()
{
    return tx_.find<Officer>(find_officer);
}

void RequestStore::save(const Officer& officer)
{
    tx_.execute(save_officer, {{"name", officer.name}, {"email", officer.email}});
}

} // namespace privacy
