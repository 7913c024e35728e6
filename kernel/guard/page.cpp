#include "kernel/guard/page.hpp"

#include "kernel/events/own_topic.hpp"
#include "kernel/guard/headers.hpp"
#include "kernel/guard/shells.hpp"
#include "kernel/html/ui/layout.hpp"

namespace guard
{
namespace
{

ui::Frame frame_of(const Page& page)
{
    return {.breadcrumbs = page.breadcrumbs,
            .actions = page.top,
            .body = page.body,
            .has_tab_bar = page.has_tab_bar};
}

html::Html in_shell(Call& call, const Page& page)
{
    const auto document = document_of(call, page.title);
    if (!call.has_context()) return ui::auth_split({.document = document, .body = page.body});
    if (call.context().actor().side == tenancy::Side::portal) {
        auto shell = portal_shell_of(call, document);
        shell.has_tab_bar = page.has_tab_bar;
        // Who came by a link to one thing has nowhere else to go.
        if (!page.has_tab_bar && !call.actor().membership) shell.nav.clear();
        return ui::portal_shell(shell, page.body);
    }
    return ui::staff_shell(staff_shell_of(call, document), frame_of(page));
}

/// A page that waits for anything waits for what is new to its reader too: the bell is on it.
std::vector<std::string> topics_of(const Call& call, const Page& page)
{
    auto topics = page.topics;
    if (!topics.empty() && call.has_context() && call.actor().membership)
        topics.push_back(events::own_topic(call.actor().membership));
    return topics;
}

} // namespace

http::Response render(Call& call, const Page& page)
{
    if (page.is_data_only) call.depend_on_data_only();
    call.wait_for(topics_of(call, page));
    return http::Response::html(in_shell(call, page).text(), page.status);
}

http::Response render(Call& call, const AuthPage& page)
{
    const auto document = document_of(call, page.title);
    return http::Response::html(
        ui::auth_split({.document = document, .body = page.body, .panel = page.panel}).text(),
        page.status);
}

html::Html form_guard(const Call& call)
{
    return html::group(ui::hidden_field("_csrf", call.csrf_token()),
                       ui::hidden_field("_key", form_key_placeholder()),
                       ui::hidden_field("_page", call.form_page()));
}

} // namespace guard
