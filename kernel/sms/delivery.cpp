#include "kernel/sms/delivery.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/delivery.hpp"
#include "kernel/sms/account_store.hpp"
#include "kernel/sms/message_store.hpp"

#include <stdexcept>

namespace sms
{
namespace
{

/// Handlers are plain functions: what they need is set once at start.
SmsOptions& installed()
{
    static SmsOptions the_options;
    return the_options;
}

struct Planned {
    MessageRow message;
    std::optional<Account> account;
    bool is_open = false;
    bool is_stopped = false;
};

/// Nothing when there is nothing left to do: gone, or already settled.
std::optional<Planned> plan(const tenancy::Context& context, const jobs::Job& job)
{
    const auto id = MessageId::parse(job.payload);
    if (!id) throw std::runtime_error("not a message");
    return context.read([&](tenancy::WorkspaceTransaction& tx) -> std::optional<Planned> {
        auto message = message_by_id(tx, *id);
        if (!message || message->state != State::waiting) return {};
        Planned planned{.message = *message,
                        .account = {},
                        .is_open = is_open(tx),
                        .is_stopped = is_stopped(tx, message->to_number)};
        if (const auto row = account_row(tx))
            planned.account = opened(*installed().vault, tx.workspace().id, *row);
        return planned;
    });
}

Outgoing outgoing(const MessageRow& message)
{
    return {.reference = message.id.text(),
            .to = message.to_number,
            .words = message.words,
            .begun_at = message.begun_at.value_or(base::real_now())};
}

/// For the page of the settings: in French, with the provider's own words.
std::string sentence(const Reply& reply)
{
    const base::Params params{
        {"words", reply.words.empty() ? std::to_string(reply.code) : reply.words}};
    switch (reply.outcome) {
    case Outcome::accepted:
        return {};
    case Outcome::bad_credentials:
        return i18n::t("sms.error.bad_credentials");
    case Outcome::refused:
        return i18n::t("sms.error.refused", params);
    case Outcome::stopped:
        return i18n::t("sms.error.stopped", params);
    case Outcome::later:
    case Outcome::unknown:
        break;
    }
    return i18n::t(reply.code > 0 ? "sms.error.later" : "sms.error.unreachable", params);
}

void settle(tenancy::Context& context, MessageId id, State state, const std::string& error)
{
    context.write([&](tenancy::WorkspaceTransaction& tx) { settle_message(tx, id, state, error); });
}

void settle_stopped(tenancy::Context& context, const MessageRow& message, const Reply& reply)
{
    context.write([&](tenancy::WorkspaceTransaction& tx) {
        settle_message(tx, message.id, State::stopped, sentence(reply));
        write_stopped(
            tx, {.number = message.to_number, .words = reply.words, .stopped_at = base::now()});
    });
}

/// Throws what the page of jobs shows: no personal data.
void try_later(tenancy::Context& context, const jobs::Job& job, MessageId id, const Reply& reply)
{
    const bool is_last = job.attempts > std::ssize(mail::delivery_delays());
    context.write([&](tenancy::WorkspaceTransaction& tx) {
        settle_message(tx, id, is_last ? State::failed : State::waiting, sentence(reply));
        if (reply.outcome != Outcome::unknown) begin_message(tx, id, {});
        if (reply.outcome == Outcome::bad_credentials) note_error(tx, sentence(reply));
    });
    throw std::runtime_error(
        i18n::t(reply.code > 0 ? "sms.error.attempt_code" : "sms.error.attempt_network",
                {{"code", std::to_string(reply.code)}}));
}

void conclude(tenancy::Context& context, const jobs::Job& job, const MessageRow& message,
              const Reply& reply)
{
    if (reply.outcome == Outcome::accepted) return settle(context, message.id, State::sent, "");
    if (reply.outcome == Outcome::stopped) return settle_stopped(context, message, reply);
    if (reply.outcome == Outcome::refused)
        return settle(context, message.id, State::failed, sentence(reply));
    try_later(context, job, message.id, reply);
}

void deliver_message(tenancy::Context& context, const jobs::Job& job)
{
    const auto planned = plan(context, job);
    if (!planned) return;
    const auto& message = planned->message;
    if (installed().leaving == Leaving::not_at_all || context.workspace().is_demonstration)
        return settle(context, message.id, State::local, "");
    if (!planned->is_open || !planned->account)
        return settle(context, message.id, State::failed, i18n::t("sms.error.no_account"));
    if (planned->is_stopped)
        return settle(context, message.id, State::stopped, i18n::t("sms.error.stopped_before"));

    const auto provider = gateway(*planned->account, installed().addresses);
    if (message.begun_at) {
        const auto has_taken = provider->has_taken(outgoing(message));
        if (!has_taken) return try_later(context, job, message.id, {});
        if (*has_taken) return settle(context, message.id, State::sent, "");
    }
    context.write([&](tenancy::WorkspaceTransaction& tx) {
        begin_message(tx, message.id, base::real_now());
    });
    conclude(context, job, message, provider->send(outgoing(message)));
}

/// Once, whatever happens: somebody is looking at the page.
void test_message(tenancy::Context& context, const jobs::Job& job)
{
    const auto planned = plan(context, job);
    if (!planned || !planned->account) return;
    const bool stays_here =
        installed().leaving == Leaving::not_at_all || context.workspace().is_demonstration;
    const auto reply =
        stays_here
            ? Reply{}
            : gateway(*planned->account, installed().addresses)->send(outgoing(planned->message));
    const bool is_out = reply.outcome == Outcome::accepted;
    const auto error = stays_here ? i18n::t("sms.error.stays_here") : sentence(reply);
    context.write([&, id = planned->message.id](tenancy::WorkspaceTransaction& tx) {
        settle_message(tx, id, is_out ? State::sent : State::failed, error);
        note_test(tx, is_out ? std::optional{base::now()} : std::nullopt, error);
    });
}

} // namespace

void install(jobs::Registry& registry, SmsOptions options)
{
    KERNEL_ASSERT(options.vault != nullptr);
    installed() = std::move(options);
    registry.add("sms.deliver", {.handler = deliver_message, .delays = mail::delivery_delays()});
    registry.add("sms.test_account", {.handler = test_message, .delays = {}});
}

} // namespace sms
