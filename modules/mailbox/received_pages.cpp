#include "modules/mailbox/received_pages.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/mailbox.hpp"
#include "modules/mailbox/received_actions.hpp"
#include "modules/mailbox/received_forms.hpp"
#include "modules/mailbox/received_store.hpp"
#include "modules/mailbox/received_views.hpp"

namespace mailbox
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* permission = "tickets.create";

std::string when_of(const Call& call, base::Instant at)
{
    return i18n::relative(at, call.context().now(), call.context().workspace().time_zone);
}

html::Url list_path(const Call& call)
{
    return html::route("/e/{}/courrier", call.context().workspace().slug);
}

std::vector<ReceivedLine> lines_of(const Call& call, std::vector<Received> mails)
{
    std::vector<ReceivedLine> lines;
    for (auto& mail : mails) {
        auto when = when_of(call, mail.received_at);
        lines.push_back({.mail = std::move(mail), .when = std::move(when)});
    }
    return lines;
}

/// Each active client with each of his projects, « client:project ».
std::vector<ui::Choice> places(WorkspaceTransaction& tx)
{
    std::vector<ui::Choice> choices;
    for (const auto& place : ReceivedStore{tx}.places())
        choices.push_back({.value = place.client_id.text() + ":" + std::to_string(place.project_id),
                           .label = place.client + " · " + place.project,
                           .hint = {}});
    return choices;
}

/// The first place of the client who has that address.
std::string place_of(WorkspaceTransaction& tx, const Received& mail,
                     const std::vector<ui::Choice>& places)
{
    tenancy::ClientId client;
    for (const auto& account : auth::member_details(tx, tenancy::Side::portal))
        if (base::lower_ascii(account.email) == mail.from_email) client = account.client;
    for (const auto& place : places)
        if (client && place.value.starts_with(client.text() + ":")) return place.value;
    return {};
}

std::string number_of(WorkspaceTransaction& tx, const Received& mail)
{
    if (mail.ticket_id == 0) return {};
    try {
        return tickets::ticket_by_id(tx, {mail.ticket_id}).number;
    } catch (const base::NotFound&) {
        return {};
    }
}

struct Shown {
    forms::Form<AddReceived> add;
    forms::Form<OpenReceived> open;
    std::string conflict{};
    int status = 200;
};

http::Response page(Call& call, const Shown& shown)
{
    const guard::FormView add{shown.add, "mailbox.field"};
    const guard::FormView open{shown.open, "mailbox.field"};
    auto view = call.context().read([&](WorkspaceTransaction& tx) {
        ReceivedView read{.slug = tx.workspace().slug,
                          .mail = received(tx, call.path_id<ReceivedId>("received")),
                          .conflict = shown.conflict,
                          .add = add,
                          .open = open,
                          .guard = guard::form_guard(call)};
        read.files = files::files_of(tx, received_files, read.mail.id.value);
        read.number = number_of(tx, read.mail);
        if (read.mail.state == ReceivedState::waiting) read.places = places(tx);
        read.place = place_of(tx, read.mail, read.places);
        return read;
    });
    view.when = when_of(call, view.mail.received_at);
    const auto title = view.mail.subject.empty() ? t("mailbox.no_subject") : view.mail.subject;
    return guard::render(
        call, guard::Page{.title = title,
                          .body = received_page(view),
                          .breadcrumbs =
                              ui::breadcrumbs({{t("mailbox.title"), list_path(call)}, {title, {}}}),
                          .status = shown.status,
                          .topics = {"mailbox"}});
}

/// Runs it, and leads to the list; a refusal is shown on the page of the message.
template <class Deed>
http::Response decide(Call& call, Shown shown, std::string_view notice, Deed deed)
{
    try {
        call.context().write(deed);
    } catch (const base::Refusal& refusal) {
        const bool is_conflict = refusal.kind == base::Refusal::Kind::Conflict;
        shown.conflict = t(refusal.code, refusal.params);
        shown.status = is_conflict ? 409 : 422;
        return page(call, shown);
    }
    return call.redirect(list_path(call).text(), notice);
}

/// « client:project » of the form; nothing for anything else.
std::optional<std::pair<tenancy::ClientId, projects::ProjectId>> parsed(const std::string& place)
{
    const auto parts = base::split(place, ':');
    if (parts.size() != 2) return {};
    const auto client = tenancy::ClientId::parse(parts.front());
    const auto project = projects::ProjectId::parse(parts.back());
    if (!client || !project) return {};
    return std::pair{*client, *project};
}

} // namespace

http::Response list_received(Call& call)
{
    ReceivedListView view{.slug = call.context().workspace().slug, .waiting = {}, .settled = {}};
    call.context().read([&](WorkspaceTransaction& tx) {
        ReceivedStore store{tx};
        view.waiting = lines_of(call, store.waiting());
        view.settled = lines_of(call, store.settled());
        view.has_mailbox = !mail::mailbox(tx).address.empty();
    });
    return guard::render(call, guard::Page{.title = t("mailbox.title"),
                                           .body = received_list(view),
                                           .is_data_only = true,
                                           .topics = {"mailbox"}});
}

http::Response show_received(Call& call)
{
    return page(call,
                {.add = call.blank_form<AddReceived>(), .open = call.blank_form<OpenReceived>()});
}

http::Response create_addition(Call& call)
{
    Shown shown{.add = call.form<AddReceived>(), .open = {}};
    const auto id = call.path_id<ReceivedId>("received");
    call.context().read([&](WorkspaceTransaction& tx) { received(tx, id); });
    if (shown.add.is_valid()) {
        const auto number = shown.add.command.number.value;
        try {
            return decide(call, shown, "mailbox.notice.added",
                          [&](WorkspaceTransaction& tx) { add_to_ticket(tx, id, number); });
        } catch (const base::NotFound&) {
            shown.add.errors.add("number", "mailbox.error.number");
        }
    }
    shown.status = 422;
    return page(call, shown);
}

http::Response create_from_mail(Call& call)
{
    Shown shown{.add = {}, .open = call.form<OpenReceived>()};
    const auto id = call.path_id<ReceivedId>("received");
    call.context().read([&](WorkspaceTransaction& tx) { received(tx, id); });
    const auto place = parsed(shown.open.command.place.value);
    if (!place && shown.open.errors.find("place") == nullptr)
        shown.open.errors.add("place", "forms.error.choice");
    if (shown.open.is_valid()) {
        const NewFromMail asked{.title = shown.open.command.title.value,
                                .client = place->first,
                                .project = place->second};
        try {
            return decide(call, shown, "mailbox.notice.opened",
                          [&](WorkspaceTransaction& tx) { open_from_mail(tx, id, asked); });
        } catch (const base::NotFound&) {
            shown.open.errors.add("place", "forms.error.choice");
        }
    }
    shown.status = 422;
    return page(call, shown);
}

http::Response create_rejection(Call& call)
{
    const auto id = call.path_id<ReceivedId>("received");
    return decide(call, {.add = {}, .open = {}}, "mailbox.notice.rejected",
                  [&](WorkspaceTransaction& tx) { reject(tx, id); });
}

html::Html waiting_panel(Call& call)
{
    constexpr int most = 100;
    const auto count = call.context().read(
        [](WorkspaceTransaction& tx) { return ReceivedStore{tx}.count_waiting(most); });
    return waiting_card(call.context().workspace().slug, static_cast<int>(count));
}

guard::SubjectKind::Lines received_lines(WorkspaceTransaction& tx,
                                         const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !actor.may(permission)) return lines;
    ReceivedStore store{tx};
    for (const auto id : ids)
        if (const auto mail = store.find({id}))
            lines.emplace(id, guard::SubjectLine{.title = mail->subject.empty()
                                                              ? t("mailbox.no_subject")
                                                              : mail->subject,
                                                 .detail = mail->from_email,
                                                 .path = "/courrier/" + mail->id.text()});
    return lines;
}

void guard_received_file(WorkspaceTransaction& tx, const files::File&)
{
    if (tx.actor().side != tenancy::Side::staff) throw base::NotFound{};
    if (!tx.actor().may(permission)) throw base::Forbidden{permission};
}

} // namespace mailbox
