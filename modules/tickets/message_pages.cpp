#include "modules/tickets/message_pages.hpp"

#include "kernel/guard/form_view.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/message_store.hpp"
#include "modules/tickets/tickets.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;

html::Url thread_path(const Call& call)
{
    const auto& slug = call.context().workspace().slug;
    const auto& number = call.path("number");
    if (call.actor().side == tenancy::Side::portal)
        return html::route("/p/{}/demandes/{}", slug, number);
    return html::route("/e/{}/tickets/{}", slug, number);
}

Message message_of(Call& call)
{
    const auto id = call.path_id<MessageId>("message");
    const auto message = call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        const auto ticket = ticket_by_number(tx, call.path("number"));
        return MessageStore{tx}.find(ticket.id, id);
    });
    if (!message || message->author_id != call.actor().membership) throw base::NotFound{};
    return *message;
}

} // namespace

http::Response message_page(Call& call, const forms::Form<WriteMessage>& form)
{
    const auto message = message_of(call);
    const auto back = thread_path(call);
    const guard::FormView fields{form, "tickets.field"};
    const auto action = html::checked_local(back.text() + "/messages/" + message.id.text());
    const auto body = html::div(
        html::cls("mx-auto w-full max-w-[760px] px-4 py-6"),
        html::h1(html::cls("h1 mb-4"), t("tickets.correct.title")), fields.summary(),
        ui::form({.action = action, .guard = guard::form_guard(call)},
                 ui::text_area(fields.field("body", message.body), 8),
                 ui::form_actions(ui::submit({.label = t("tickets.correct.submit"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(back, {.label = t("tickets.correct.cancel"),
                                                         .kind = ui::ButtonKind::Ghost}))));
    return guard::render(call, guard::Page{.title = t("tickets.correct.title"),
                                           .body = body,
                                           .status = form.is_valid() ? 200 : 422});
}

} // namespace tickets
