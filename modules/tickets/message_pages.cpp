#include "modules/tickets/message_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/layout.hpp"
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

CorrectionView view_of(const Call& call, const Message& message, std::string refusal = {})
{
    const auto back = thread_path(call);
    return {.action = html::checked_local(back.text() + "/messages/" + message.id.text()),
            .back = back,
            .title = t("tickets.correct.title"),
            .refusal = std::move(refusal)};
}

http::Response shown(Call& call, const Message& message, const forms::Form<WriteMessage>& form,
                     std::string refusal = {})
{
    const guard::FormView fields{form, "tickets.field"};
    return correction_page(call, fields, fields.field("body", message.body),
                           view_of(call, message, std::move(refusal)));
}

} // namespace

http::Response message_page(Call& call, const forms::Form<WriteMessage>& form)
{
    const auto message = message_of(call);
    require_correctable(message.author_id, message.written_at, call.actor().membership,
                        call.context().now());
    return shown(call, message, form);
}

http::Response save_message(Call& call,
                            const std::function<void(MessageId, const std::string&)>& correct)
{
    const auto message = message_of(call);
    const auto form = call.form<WriteMessage>();
    if (!form.is_valid()) return shown(call, message, form);
    try {
        correct(message.id, form.command.body.value);
    } catch (const base::Refusal& refusal) {
        return shown(call, message, form, t(refusal.code, refusal.params));
    }
    const bool is_client = call.actor().side == tenancy::Side::portal;
    return call.redirect(thread_path(call).text(), is_client ? "tickets.request.notice.corrected"
                                                             : "tickets.notice.corrected");
}

http::Response correction_page(Call& call, const guard::FormView& fields, const ui::Field& body,
                               const CorrectionView& view)
{
    const bool is_open = view.refusal.empty();
    const auto back = ui::link_button(
        view.back, {.label = t(is_open ? "tickets.correct.cancel" : "tickets.correct.back"),
                    .kind = is_open ? ui::ButtonKind::Ghost : ui::ButtonKind::Primary});
    const auto save =
        ui::submit({.label = t("tickets.correct.submit"), .kind = ui::ButtonKind::Primary});
    const auto refused = html::div(html::cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                                                  .icon = "triangle-alert",
                                                                  .words = view.refusal,
                                                                  .urgency = ui::Urgency::Alert}));
    const auto page = html::div(
        html::cls("mx-auto w-full max-w-[760px] px-4 py-6"),
        html::h1(html::cls("h1 mb-4"), view.title), html::when(!is_open, refused), fields.summary(),
        ui::form({.action = view.action, .guard = guard::form_guard(call)}, ui::text_area(body, 8),
                 ui::form_actions(html::when(is_open, save), back)));
    return guard::render(call,
                         guard::Page{.title = view.title,
                                     .body = page,
                                     .breadcrumbs = ui::breadcrumbs({{view.title, {}}}),
                                     .status = is_open && fields.summary().empty() ? 200 : 422});
}

} // namespace tickets
