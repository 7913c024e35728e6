#include "modules/crm/import_guest_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/actors.hpp"
#include "kernel/auth/invitations.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/i18n/words.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/suspension.hpp"
#include "kernel/mail/wording.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/client_import_store.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/duplicate_store.hpp"
#include "modules/crm/import_guest_store.hpp"
#include "modules/identity/identity.hpp"

#include <algorithm>

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr int lot_guests = 20;
constexpr int morning = 9; // of the day that was chosen
constexpr const char* template_name = "crm.imported";

std::string person_of(const Client& client)
{
    const auto person = base::trim(client.first_name + " " + client.last_name);
    return person.empty() ? client.name : person;
}

bool has_access(WorkspaceTransaction& tx, const std::string& email)
{
    if (auth::was_invited(tx, email, tenancy::Side::portal)) return true;
    const auto person = auth::person_by_email(tx, email);
    return person && auth::membership_of(tx, person->id, tenancy::Side::portal);
}

/// What is to be done for him now: `invited` when he is to be written to.
GuestState wish_of(WorkspaceTransaction& tx, const Client& client)
{
    if (client.status == ClientStatus::archived) return GuestState::archived;
    if (client.email.empty()) return GuestState::no_email;
    if (mail::is_suspended(tx, client.email)) return GuestState::refuses;
    return has_access(tx, client.email) ? GuestState::has_access : GuestState::invited;
}

void invite(WorkspaceTransaction& tx, const Client& client)
{
    const auto name = person_of(client);
    const auto link = identity::write_invitation(tx, {.email = client.email,
                                                      .name = name,
                                                      .side = tenancy::Side::portal,
                                                      .role = identity::portal_role(tx.workspace()),
                                                      .client = client.id});
    const i18n::WordsScope words{tenancy::words_of(tx.workspace(), tenancy::Side::portal)};
    const base::Params params{{"name", name}, {"business", tx.workspace().name}};
    const auto said = mail::said(tx, template_name, "crm.mail.imported", params);
    mail::send(tx, {.to_name = name,
                    .to_email = client.email,
                    .subject = said.subject,
                    .paragraphs = {said.body},
                    .quote = {},
                    .button = mail::NewMessage::Button{i18n::t("crm.mail.imported.button"),
                                                       mail::absolute_url(link.path)},
                    .small_print = i18n::t("crm.mail.imported.why", params),
                    .template_name = template_name,
                    .is_secret = true});
}

/// Two imports may have one address: they take turns. Whether there may be more.
bool invite_lot(WorkspaceTransaction& tx, ImportId import)
{
    DuplicateStore{tx}.hold_addresses();
    ImportGuestStore store{tx};
    store.hold(import);
    const auto guests = store.waiting(import, lot_guests);
    for (const auto& guest : guests) {
        const auto client = ClientStore{tx}.find(guest.client_id).value();
        const auto state = wish_of(tx, client);
        if (state == GuestState::invited) invite(tx, client);
        store.settle(guest.id, state);
    }
    events::touch(tx, "client_import:" + import.text());
    return guests.size() == lot_guests;
}

void tell(WorkspaceTransaction& tx, const ClientImport& import)
{
    const auto invited = ImportGuestStore{tx}.count(import.id, GuestState::invited);
    audit::append(
        tx, {.action = "crm.import_invited",
             .subject_kind = "workspace",
             .subject = tx.workspace().id.value,
             .changes = {{"file", "", import.name}, {"invited", "", std::to_string(invited)}}});
}

} // namespace

void offer_import_mail()
{
    mail::offer({.name = template_name,
                 .event = {},
                 .key = "crm.mail.imported",
                 .side = tenancy::Side::portal,
                 .variables = "crm.mail.variable",
                 .parameters = {"name", "business"}});
}

Guest guest_of(WorkspaceTransaction& tx, ImportId import, const Client& client)
{
    return {.id = tx.make_id<GuestId>(),
            .import_id = import,
            .client_id = client.id,
            .state = client.email.empty() ? GuestState::no_email : GuestState::waiting};
}

void plan_invitations(WorkspaceTransaction& tx, const ClientImport& import)
{
    if (!import.invites || identity::portal_role(tx.workspace()).empty()) return;
    const auto day = base::Date::parse(import.invite_day);
    base::Instant at;
    if (day) at = base::instant_of({.date = *day, .hour = morning}, tx.workspace().time_zone);
    jobs::enqueue(tx, {.kind = guests_job,
                       .payload = import.id.text(),
                       .run_at = std::max(at, base::now()),
                       .dedupe = import.id.text()});
}

void invite_guests(tenancy::Context& context, const jobs::Job& job)
{
    const auto id = ImportId::parse(job.payload);
    if (!id) throw std::runtime_error("not an import: job " + job.id.text());
    const auto import =
        context.read([&](WorkspaceTransaction& tx) { return ClientImportStore{tx}.find(*id); });
    if (!import) return;
    const auto author = auth::actor_of(context, import->author_id);
    tenancy::Context as_author{context.database(), context.workspace(),
                               author ? *author : tenancy::Actor::system()};
    while (as_author.write([&](WorkspaceTransaction& tx) { return invite_lot(tx, *id); })) {
    }
    as_author.write([&](WorkspaceTransaction& tx) { tell(tx, *import); });
}

} // namespace crm
