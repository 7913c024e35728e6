#include "modules/privacy/request_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/crm/crm.hpp"
#include "modules/portability/portability.hpp"
#include "modules/privacy/privacy.hpp"
#include "modules/privacy/request_mails.hpp"

#include <algorithm>
#include <stdexcept>

namespace privacy
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr const char* subject_kind = "privacy_request";

std::string label_of(RequestId id)
{
    return "acces-" + id.text();
}

RequestId insert(WorkspaceTransaction& tx, const Ask& ask,
                 std::optional<tenancy::MembershipId> membership)
{
    const auto now = base::now();
    const Request request{.id = tx.make_id<RequestId>(),
                          .kind = ask.kind,
                          .channel = ask.channel,
                          .person_name = ask.person_name,
                          .person_email = ask.person_email,
                          .membership_id = membership,
                          .details = ask.details,
                          .asked_at = now,
                          .due_at = now + due_after,
                          .alerted_at = {},
                          .answer = {},
                          .answered_by = {},
                          .answered_at = {},
                          .packed_at = {}};
    RequestStore{tx}.insert(request);
    audit::append(tx, {.action = "privacy.asked",
                       .subject_kind = subject_kind,
                       .subject = request.id.value,
                       .changes = {{"kind", "", std::string{forms::enum_name(ask.kind)}}}});
    mail_received(tx, request);
    mail_team(tx, request, "privacy.mail.asked");
    return request.id;
}

std::optional<tenancy::MembershipId> account_of(WorkspaceTransaction& tx, const std::string& email)
{
    if (email.empty()) return {};
    const auto person = auth::person_by_email(tx, email);
    if (!person) return {};
    const auto membership = auth::membership_of(tx, person->id, tenancy::Side::portal);
    return membership ? std::optional{membership->id} : std::nullopt;
}

} // namespace

RequestId ask_for_oneself(WorkspaceTransaction& tx, const Ask& ask)
{
    const auto mine = RequestStore{tx}.of_member(tx.actor().membership);
    const bool is_open = std::ranges::any_of(mine, [&](const Request& request) {
        return request.state == RequestState::open && request.kind == ask.kind;
    });
    base::refuse_unless(!is_open, "privacy.refusal.already_open");
    auto known = ask;
    known.channel = Channel::portal;
    known.person_name = tx.actor().name;
    known.person_email = tx.actor().email;
    return insert(tx, known, tx.actor().membership);
}

RequestId record(WorkspaceTransaction& tx, const Ask& ask)
{
    return insert(tx, ask, account_of(tx, ask.person_email));
}

Request find(WorkspaceTransaction& tx, RequestId id)
{
    auto request = RequestStore{tx}.find(id);
    if (!request) throw base::NotFound{};
    return *request;
}

void answer(WorkspaceTransaction& tx, RequestId id, RequestState state, const std::string& words)
{
    auto request = find(tx, id);
    request.state = state;
    request.answer = words;
    request.answered_by = tx.actor().membership;
    request.answered_at = base::now();
    base::refuse_unless(RequestStore{tx}.answer(request), "privacy.refusal.answered");
    audit::append(tx, {.action = "privacy.answered",
                       .subject_kind = subject_kind,
                       .subject = id.value,
                       .changes = {{"state", "", std::string{forms::enum_name(state)}}}});
    mail_answered(tx, request);
}

void order_pack(WorkspaceTransaction& tx, RequestId id)
{
    find(tx, id);
    jobs::enqueue(tx, {.kind = pack_job, .payload = id.text(), .dedupe = id.text()});
    audit::append(tx,
                  {.action = "privacy.packed", .subject_kind = subject_kind, .subject = id.value});
}

namespace
{

void add_traces(const tenancy::Context& context, tenancy::MembershipId member,
                std::vector<std::int64_t>& ids)
{
    ids.push_back(member.value);
    const auto documents = context.read(
        [&](WorkspaceTransaction& tx) { return crm::documents_shared_with(tx, member); });
    ids.insert(ids.end(), documents.begin(), documents.end());
}

} // namespace

void make_pack(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = RequestId::parse(job.payload);
    if (!id) throw std::runtime_error("not a request");
    const auto request = context.read([&](WorkspaceTransaction& tx) { return find(tx, *id); });
    portability::PersonTraces traces{
        .name = request.person_name, .email = request.person_email, .ids = {id->value}};
    if (request.membership_id) add_traces(context, *request.membership_id, traces.ids);
    const auto done = portability::make_person_package(context, traces, label_of(*id));
    context.write([&](WorkspaceTransaction& tx) {
        RequestStore{tx}.note_pack(*id, done.bytes, base::now());
    });
}

std::filesystem::path take_pack(tenancy::Context& context, RequestId id)
{
    context.write([&](WorkspaceTransaction& tx) {
        if (!find(tx, id).packed_at) throw base::NotFound{};
        audit::append(
            tx,
            {.action = "privacy.pack_taken", .subject_kind = subject_kind, .subject = id.value});
    });
    return portability::person_package(context.workspace(), label_of(id));
}

void give_consent(WorkspaceTransaction& tx, Purpose purpose)
{
    RequestStore store{tx};
    const auto member = tx.actor().membership;
    const auto given = store.consents(member);
    const bool is_live = std::ranges::any_of(given, [&](const Consent& consent) {
        return consent.purpose == purpose && !consent.withdrawn_at;
    });
    if (is_live) return;
    store.insert({.id = tx.make_id<ConsentId>(),
                  .membership_id = member,
                  .purpose = purpose,
                  .text_version = consent_text_version,
                  .given_at = base::now(),
                  .withdrawn_at = {},
                  .proof = tx.origin().address});
    audit::append(tx, {.action = "privacy.consent_given",
                       .subject_kind = "membership",
                       .subject = member.value,
                       .changes = {{"purpose", "", std::string{forms::enum_name(purpose)}}}});
}

void withdraw_consent(WorkspaceTransaction& tx, Purpose purpose)
{
    const auto member = tx.actor().membership;
    if (!RequestStore{tx}.withdraw(member, purpose, base::now())) return;
    audit::append(tx, {.action = "privacy.consent_withdrawn",
                       .subject_kind = "membership",
                       .subject = member.value,
                       .changes = {{"purpose", std::string{forms::enum_name(purpose)}, ""}}});
}

void save_officer(WorkspaceTransaction& tx, const Officer& officer)
{
    RequestStore{tx}.save(officer);
    audit::append(tx, {.action = "privacy.officer_named", .subject_kind = "workspace"});
}

void alert_due(tenancy::Context& context)
{
    context.write([](WorkspaceTransaction& tx) {
        RequestStore store{tx};
        for (const auto& request : store.to_alert(base::now() - alert_after)) {
            mail_team(tx, request, "privacy.mail.late");
            store.note_alert(request.id, base::now());
        }
    });
}

} // namespace privacy
