#include "modules/settings/outbox_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/delivery.hpp"
#include "kernel/mail/links.hpp"
#include "modules/settings/crumbs_pages.hpp"
#include "modules/settings/mail_views.hpp"
#include "modules/settings/message_lines_views.hpp"

#include <algorithm>
#include <array>

namespace settings
{
namespace
{

using i18n::t;
using Messages = std::vector<mail::StoredMessage>;

constexpr const char* platform_zone = "Europe/Paris";

std::string site_address()
{
    auto address = mail::absolute_url("/");
    address.pop_back();
    return address;
}

/// Sitting at the machine: the browser says localhost, the connection comes from it, and no proxy
/// speaks for somebody else.
bool is_at_the_machine(const http::Request& request)
{
    constexpr std::array hosts{"localhost", "127.0.0.1", "[::1]"};
    constexpr std::array proxied{"X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via",
                                 "X-Real-IP"};
    const auto name = request.host.substr(0, request.host.find(':', request.host.find(']') + 1));
    const bool says_localhost =
        std::any_of(hosts.begin(), hosts.end(), [&](const char* host) { return name == host; });
    const bool is_local_peer = request.peer == "127.0.0.1" || request.peer == "::1";
    const bool is_proxied = std::any_of(proxied.begin(), proxied.end(), [&](const char* header) {
        return !request.headers.get(header).empty();
    });
    return says_localhost && is_local_peer && !is_proxied;
}

/// With a server that sends, a link to reset a password belongs to nobody but its recipient.
bool is_readable(const mail::StoredMessage& message, const tenancy::Workspace& workspace)
{
    if (message.state != mail::State::local) return false;
    return !message.is_secret || workspace.is_demonstration || !mail::has_platform_server();
}

Messages readable_messages(const guard::Call& call)
{
    auto messages =
        call.context().read([](tenancy::WorkspaceTransaction& tx) { return mail::recent(tx); });
    std::erase_if(messages, [&](const auto& message) {
        return !is_readable(message, call.context().workspace());
    });
    return messages;
}

Messages platform_messages(guard::Call& call)
{
    if (mail::has_platform_server() || !is_at_the_machine(call.request())) throw base::NotFound{};
    return call.platform().read(
        [](tenancy::PlatformTransaction& tx) { return mail::recent_of_accounts(tx); });
}

const mail::StoredMessage& message_of(const guard::Call& call, const Messages& messages)
{
    const auto id = call.path_id<mail::MessageId>("message");
    const auto found = std::find_if(messages.begin(), messages.end(),
                                    [&](const auto& message) { return message.id == id; });
    if (found == messages.end()) throw base::NotFound{};
    return *found;
}

std::vector<MessageLine> lines_of(const Messages& messages, const Reading& reading,
                                  const std::string& path)
{
    std::vector<MessageLine> lines;
    for (const auto& message : messages) {
        lines.push_back(line_of(message, reading));
        lines.back().open = html::checked_local(path + "/" + message.id.text());
    }
    return lines;
}

/// Pages without a bar say their title themselves.
enum class Heading { InTheBar, Shown };

html::Html message_body(const mail::StoredMessage& message, Heading heading, const Reading& reading)
{
    const auto line = line_of(message, reading);
    return message_page({.title = heading == Heading::Shown ? message.subject : "",
                         .to = line.to,
                         .when = line.when,
                         .text = message.text,
                         .site = site_address()});
}

Reading reading_of(const guard::Call& call)
{
    return {.now = call.context().now(), .zone = call.context().workspace().time_zone};
}

} // namespace

http::Response show_outbox(guard::Call& call)
{
    guard::trace_reading(call, "mail.outbox_read");
    const OutboxView view{.lead = t("settings.outbox.lead"),
                          .messages = lines_of(readable_messages(call), reading_of(call),
                                               call.in_workspace("/reglages/boite-d-envoi"))};
    return guard::render(call, guard::Page{.title = t("settings.outbox.title"),
                                           .body = outbox_page(view),
                                           .breadcrumbs = crumbs(call, "settings.outbox.title")});
}

http::Response show_message(guard::Call& call)
{
    guard::trace_reading(call, "mail.outbox_read");
    const auto messages = readable_messages(call);
    const auto& message = message_of(call, messages);
    call.forbid_storing();
    return guard::render(
        call, guard::Page{.title = message.subject,
                          .body = message_body(message, Heading::InTheBar, reading_of(call)),
                          .breadcrumbs = crumbs(call, "settings.outbox.title")});
}

http::Response show_platform_outbox(guard::Call& call)
{
    const OutboxView view{.title = t("settings.outbox.title"),
                          .lead = t("settings.outbox.platform_lead"),
                          .messages = lines_of(platform_messages(call),
                                               {.now = base::now(), .zone = platform_zone},
                                               "/boite-d-envoi")};
    call.forbid_storing();
    return guard::render(
        call, guard::AuthPage{.title = t("settings.outbox.title"), .body = outbox_page(view)});
}

http::Response show_platform_message(guard::Call& call)
{
    const auto messages = platform_messages(call);
    const auto& message = message_of(call, messages);
    call.forbid_storing();
    return guard::render(
        call, guard::AuthPage{.title = message.subject,
                              .body = message_body(message, Heading::Shown,
                                                   {.now = base::now(), .zone = platform_zone})});
}

} // namespace settings
