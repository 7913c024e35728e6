#include "kernel/mail/delivery.hpp"

#include "kernel/auth/roles.hpp"
#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/attachment.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mailbox.hpp"
#include "kernel/mail/message_sent.hpp"
#include "kernel/mail/mime.hpp"
#include "kernel/mail/reply_key.hpp"
#include "kernel/mail/route.hpp"
#include "kernel/mail/sender.hpp"
#include "kernel/mail/sender_store.hpp"
#include "kernel/mail/suspension.hpp"

#include <stdexcept>

namespace mail
{
namespace
{

using namespace std::chrono_literals;

/// Handlers are plain functions: what they need is set once at start.
Installation& installation()
{
    static Installation the_installation;
    return the_installation;
}

struct Planned {
    OutboxRow message;
    std::vector<files::File> files; ///< that go with it
    Way way;
    std::string return_path; ///< empty = as who sends
    bool is_suspended = false;
};

/// Nothing when there is nothing left to do: gone, or already out.
std::optional<Planned> plan(const tenancy::Context& context, const jobs::Job& job, Choice choice)
{
    const auto id = MessageId::parse(job.payload);
    if (!id) throw std::runtime_error("not a message");
    return context.read([&](tenancy::WorkspaceTransaction& tx) -> std::optional<Planned> {
        auto message = message_by_id(tx, *id);
        if (!message || message->state == State::sent || message->state == State::local) return {};
        Planned planned{.message = *message,
                        .files = attached(tx, *id),
                        .way = way_of(tx, installation(), *message, choice),
                        .return_path = {},
                        .is_suspended =
                            !message->by_platform && is_suspended(tx, message->to_email)};
        const auto* const route = std::get_if<Route>(&planned.way);
        if (route != nullptr && installation().options.catch_all.empty())
            planned.return_path = return_path(tx, id->value, route->from_email);
        return planned;
    });
}

Attachment read_attachment(tenancy::WorkspaceId workspace, const files::File& file)
{
    const auto local = files::storage().fetch({workspace, file.sha256});
    const files::FileBytes bytes{*local};
    return {.name = file.name, .type = file.type, .bytes = bytes.read(0, bytes.size())};
}

/// A message with what goes with it.
struct Packed {
    const OutboxRow& message;
    std::vector<Attachment> attachments{};
};

Packed packed(tenancy::WorkspaceId workspace, const Planned& planned)
{
    Packed all{.message = planned.message};
    for (const auto& file : planned.files)
        all.attachments.push_back(read_attachment(workspace, file));
    return all;
}

Reply hand_over_from(const std::string& sender, const Packed& packed, const Route& route)
{
    const auto& message = packed.message;
    const auto& options = installation().options;
    const auto& catch_all = options.catch_all;
    const bool is_caught = !catch_all.empty();
    const auto bytes = build_message(
        {.from_name = route.from_name,
         .from_email = route.from_email,
         .to_name = is_caught ? "" : message.to_name,
         .to_email = is_caught ? catch_all : message.to_email,
         .reply_to = message.reply_to.empty() ? route.reply_to : message.reply_to,
         .subject = is_caught ? "[" + message.to_email + "] " + message.subject : message.subject,
         .text = message.text,
         .html = message.html,
         .message_id = message.message_id,
         .intended_recipient = is_caught ? message.to_email : "",
         .date = message.created_at,
         .attachments = packed.attachments});
    return deliver(route.server,
                   {.from = sender, .to = is_caught ? catch_all : message.to_email, .bytes = bytes},
                   {.greeting = host_name(),
                    .reach = route.reach,
                    .authorities = options.authorities,
                    .patience = options.patience});
}

/// A server that wants no other return address than the sender's takes it with that one.
Reply hand_over(tenancy::WorkspaceId workspace, const Planned& planned, const Route& route)
{
    const auto all = packed(workspace, planned);
    if (planned.return_path.empty()) return hand_over_from(route.from_email, all, route);
    auto reply = hand_over_from(planned.return_path, all, route);
    const bool is_refused = reply.outcome == Outcome::refused;
    const bool says_address = is_dead_address(status_in(reply.words));
    return is_refused && !says_address ? hand_over_from(route.from_email, all, route) : reply;
}

/// For the log of mails: in French, with the server's own words.
std::string sentence(const Reply& reply)
{
    switch (reply.outcome) {
    case Outcome::accepted:
        return {};
    case Outcome::bad_credentials:
        return i18n::t("mail.error.bad_credentials");
    case Outcome::refused:
        return i18n::t("mail.error.refused", {{"words", reply.words}});
    case Outcome::later:
        break;
    }
    return i18n::t(reply.code > 0 ? "mail.error.later" : "mail.error.unreachable",
                   {{"words", reply.words}});
}

/// For the page of jobs, which holds no personal data: servers like to repeat the recipient.
std::string attempt_sentence(const Reply& reply)
{
    if (reply.code == 0) return i18n::t("mail.error.attempt_network");
    return i18n::t("mail.error.attempt_code", {{"code", std::to_string(reply.code)}});
}

void alert_owners(tenancy::WorkspaceTransaction& tx, const std::string& host)
{
    const auto& workspace = tx.workspace();
    const auto role = auth::top_role(presets::find(workspace.preset));
    for (const auto& member : auth::members(tx)) {
        if (member.role != role || member.status != auth::MembershipStatus::active) continue;
        const auto email = auth::email_of(tx, member.id);
        if (email.empty()) continue;
        send(tx, {.to_name = member.name,
                  .to_email = email,
                  .subject = i18n::t("mail.held.subject"),
                  .paragraphs = {i18n::t("mail.held.body", {{"host", host}})},
                  .quote = {},
                  .button = NewMessage::Button{i18n::t("mail.held.button"),
                                               absolute_url("/e/" + workspace.slug +
                                                            "/reglages/courrier")},
                  .small_print = i18n::t("mail.held.small_print", {{"business", workspace.name}}),
                  .template_name = "mail.held",
                  .by_platform = true});
    }
}

void settle(tenancy::Context& context, MessageId id, State state, const std::string& error)
{
    context.write([&](tenancy::WorkspaceTransaction& tx) { settle_message(tx, id, state, error); });
}

void settle_out(tenancy::Context& context, const OutboxRow& message, State state)
{
    context.write([&](tenancy::WorkspaceTransaction& tx) {
        settle_message(tx, message.id, state, "");
        if (!message.by_platform)
            events::publish(tx, MessageSent{message.id, message.to_email, message.subject});
    });
}

void hold(tenancy::Context& context, const OutboxRow& message, const Route& route)
{
    context.write([&](tenancy::WorkspaceTransaction& tx) {
        settle_message(tx, message.id, State::waiting, i18n::t("mail.error.held"));
        if (!hold_sender(tx, i18n::t("mail.error.bad_credentials"))) return;
        alert_owners(tx, route.server.host);
        events::publish(tx, SenderHeld{.host = route.server.host});
    });
}

/// A server that says so at once need not send a report.
void give_up(tenancy::Context& context, const OutboxRow& message, const Reply& reply)
{
    context.write([&](tenancy::WorkspaceTransaction& tx) {
        settle_message(tx, message.id, State::failed, sentence(reply));
        if (installation().options.catch_all.empty())
            note_failure(tx, message.id,
                         {.status = status_in(reply.words),
                          .words = reply.words,
                          .recipients = {base::lower_ascii(message.to_email)}});
    });
}

void try_later(tenancy::Context& context, const jobs::Job& job, MessageId id, const Reply& reply)
{
    const bool is_last = job.attempts > std::ssize(delivery_delays());
    settle(context, id, is_last ? State::failed : State::waiting, sentence(reply));
    throw std::runtime_error(attempt_sentence(reply));
}

void deliver_message(tenancy::Context& context, const jobs::Job& job)
{
    const auto planned = plan(context, job, Choice::Usual);
    if (!planned) return;
    const auto& message = planned->message;
    const auto& way = planned->way;
    if (std::holds_alternative<StaysHere>(way)) return settle_out(context, message, State::local);
    if (planned->is_suspended)
        return settle(context, message.id, State::failed, i18n::t("mail.error.suspended"));
    if (std::holds_alternative<IsHeld>(way))
        return settle(context, message.id, State::waiting, i18n::t("mail.error.held"));

    const auto& route = std::get<Route>(way);
    const auto reply = hand_over(context.workspace().id, *planned, route);
    if (reply.outcome == Outcome::accepted) return settle_out(context, message, State::sent);
    if (reply.outcome == Outcome::refused) return give_up(context, message, reply);
    if (reply.outcome == Outcome::bad_credentials && route.is_own_server)
        return hold(context, message, route);
    try_later(context, job, message.id, reply);
}

/// Once, whatever happens: somebody is looking at the page.
void test_message(tenancy::Context& context, const jobs::Job& job)
{
    const auto planned = plan(context, job, Choice::OwnServer);
    if (!planned) return;
    const auto& message = planned->message;
    const auto* route = std::get_if<Route>(&planned->way);
    const auto reply = route != nullptr
                           ? hand_over_from(route->from_email, {.message = message}, *route)
                           : Reply{};
    const bool is_out = route != nullptr && reply.outcome == Outcome::accepted;
    const auto error = route == nullptr ? i18n::t("mail.error.demonstration") : sentence(reply);
    context.write([&, id = message.id](tenancy::WorkspaceTransaction& tx) {
        settle_message(tx, id, is_out ? State::sent : State::failed, error);
        note_test(tx, is_out ? std::optional{base::now()} : std::nullopt, error);
    });
}

std::string platform_address(const MailOptions& options, const std::optional<Server>& server)
{
    if (!options.from_email.empty()) return options.from_email;
    if (server && server->user.find('@') != std::string::npos) return server->user;
    return "no-reply@" + host_name();
}

} // namespace

std::vector<std::chrono::seconds> delivery_delays()
{
    return {1min, 5min, 30min, 2h, 12h};
}

void install(jobs::Registry& registry, MailOptions options)
{
    KERNEL_ASSERT(options.vault != nullptr);
    set_base_url(options.base_url);
    sign_replies_with(*options.vault);
    auto& installed = installation();
    installed.server =
        options.smtp_url.empty() ? std::optional<Server>{} : server_of_url(options.smtp_url);
    if (!options.smtp_url.empty() && !installed.server)
        throw std::runtime_error(i18n::t("mail.error.wrong_url"));
    installed.from_email = platform_address(options, installed.server);
    installed.options = std::move(options);
    registry.add("mail.deliver", {.handler = deliver_message, .delays = delivery_delays()});
    registry.add("mail.test_sender", {.handler = test_message, .delays = {}});
}

bool has_platform_server()
{
    return installation().server.has_value();
}

} // namespace mail
