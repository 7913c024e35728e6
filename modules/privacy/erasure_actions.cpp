#include "modules/privacy/erasure_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/audit/erasure.hpp"
#include "kernel/auth/anonymity.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/transfers.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/files/uploader.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/erasure.hpp"
#include "modules/portability/portability.hpp"
#include "modules/privacy/events.hpp"
#include "modules/privacy/request_actions.hpp"
#include "modules/privacy/request_store.hpp"
#include "modules/privacy/retention_store.hpp"

#include <stdexcept>

namespace privacy
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

/// A dispute or an unpaid bill keeps all that is known of a client.
void refuse_if_held(WorkspaceTransaction& tx, const Request& request)
{
    const auto member = request.membership_id.value_or(tenancy::MembershipId{});
    auto clients = crm::clients_of_person(tx, member, request.person_email);
    if (member) clients.push_back(auth::membership_by_id(tx, member).client);
    for (const auto client : clients)
        if (const auto hold = RetentionStore{tx}.hold(client))
            throw base::Refusal{
                "privacy.refusal.held",
                {{"client", crm::client(tx, client).name}, {"reason", hold->reason}}};
}

} // namespace

std::int64_t erase_pictures(tenancy::Context& context, tenancy::MembershipId member)
{
    std::int64_t erased = 0;
    for (;;) {
        const auto gone = context.write([&](WorkspaceTransaction& tx) {
            const auto pictures = files::pictures_by(tx, member);
            for (const auto& picture : pictures)
                files::remove(tx, picture);
            return static_cast<std::int64_t>(pictures.size());
        });
        if (gone == 0) return erased;
        erased += gone;
    }
}

tenancy::PersonId erase_names(WorkspaceTransaction& tx, std::optional<tenancy::MembershipId> member,
                              const std::string& email)
{
    const auto nobody = t("privacy.nobody");
    tenancy::PersonId before;
    if (member) {
        before = auth::anonymise(tx, *member, nobody);
        RequestStore{tx}.forget_proofs(*member);
        audit::erase_payloads_by(tx, *member);
        audit::erase_payloads_about(tx, "membership", member->value);
    }
    events::publish(tx, PersonErased{.membership = member.value_or(tenancy::MembershipId{}),
                                     .email = email,
                                     .name = nobody});
    if (!email.empty()) {
        mail::forget_recipient(tx, email);
        auth::forget_invitations(tx, email);
    }
    return before;
}

void erase_person(tenancy::Context& context, RequestId id)
{
    const auto request = context.read([&](WorkspaceTransaction& tx) { return find(tx, id); });
    base::refuse_unless(request.kind == RequestKind::erasure, "privacy.refusal.not_erasure");
    base::refuse_unless(request.state == RequestState::open, "privacy.refusal.answered");
    context.read([&](WorkspaceTransaction& tx) { refuse_if_held(tx, request); });
    std::int64_t pictures = 0;
    if (request.membership_id) pictures = erase_pictures(context, *request.membership_id);
    context.write([&](WorkspaceTransaction& tx) {
        refuse_if_held(tx, request);
        const auto person = erase_names(tx, request.membership_id, request.person_email);
        audit::append(
            tx,
            {.action = "privacy.erased", .subject_kind = "privacy_request", .subject = id.value});
        answer(tx, id, RequestState::done,
               t("privacy.answer.erased", {{"pictures", std::to_string(pictures)}}));
        if (person) jobs::enqueue(tx, {.kind = forget_job, .payload = person.text()});
    });
    if (request.packed_at)
        portability::remove_person_package(context.workspace(), "acces-" + id.text());
}

void forget_account(tenancy::Context& context, const jobs::Job& job)
{
    const auto person = tenancy::PersonId::parse(job.payload);
    if (!person) throw std::runtime_error("not a person");
    tenancy::Platform{context.database()}.write([&](tenancy::PlatformTransaction& tx) {
        if (auth::belongs_somewhere(tx, *person)) {
            auth::forget_consents(tx, *person, context.workspace().id);
            return;
        }
        audit::forget_person(tx, *person);
        auth::forget_person(tx, *person);
    });
}

} // namespace privacy
