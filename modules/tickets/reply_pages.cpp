#include "modules/tickets/reply_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/tickets/reply_actions.hpp"
#include "modules/tickets/reply_store.hpp"
#include "modules/tickets/reply_views.hpp"
#include "modules/tickets/ticket_forms.hpp"

#include <algorithm>
#include <array>

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url list_path(const Call& call)
{
    return html::route("/e/{}/reglages/reponses", call.context().workspace().slug);
}

html::Url reply_path(const Call& call, ReplyId id)
{
    return html::route("/e/{}/reglages/reponses/{}", call.context().workspace().slug, id);
}

html::Html crumbs(const Call& call, const std::string& here)
{
    const auto settings = html::route("/e/{}/reglages", call.context().workspace().slug);
    if (here.empty())
        return html::group(html::h1(html::cls("sr-only"), t("tickets.reply.title")),
                           ui::breadcrumbs({{t("tickets.reply.settings"), settings},
                                            {t("tickets.reply.title"), {}}}));
    return ui::breadcrumbs({{t("tickets.reply.settings"), settings},
                            {t("tickets.reply.title"), list_path(call)},
                            {here, {}}});
}

CannedReply reply_of(Call& call)
{
    const auto id = call.path_id<ReplyId>("reply");
    const auto reply =
        call.context().read([&](WorkspaceTransaction& tx) { return ReplyStore{tx}.find(id); });
    if (!reply) throw base::NotFound{};
    return *reply;
}

forms::Form<SaveReply> form_of(const CannedReply& reply)
{
    return {.command = {},
            .typed = {{"title", reply.title},
                      {"body", reply.body},
                      {"version", std::to_string(reply.version)}},
            .errors = {}};
}

http::Response answer(Call& call, const ReplyFormView& view, int status)
{
    const auto title = view.is_new ? t("tickets.reply.new") : view.title;
    return guard::render(call, guard::Page{.title = title,
                                           .body = reply_form(view),
                                           .breadcrumbs = crumbs(call, title),
                                           .status = status});
}

/// `reply` without an id: a new one.
ReplyFormView view_of(Call& call, const forms::Form<SaveReply>& form, const CannedReply& reply)
{
    const bool is_new = !reply.id;
    return {.action = is_new ? list_path(call) : reply_path(call, reply.id),
            .back = list_path(call),
            .guard = guard::form_guard(call),
            .fields = {form.typed.empty() ? form_of(reply) : form, "tickets.reply.field"},
            .title = reply.title,
            .is_new = is_new};
}

http::Response form_page(Call& call, const forms::Form<SaveReply>& form, const CannedReply& reply)
{
    return answer(call, view_of(call, form, reply), form.is_valid() ? 200 : 422);
}

/// Both versions: sent again, what is typed is on top of what somebody else saved.
http::Response stale_page(Call& call, const forms::Form<SaveReply>& form)
{
    const auto saved = reply_of(call);
    auto view = view_of(call, form, saved);
    view.fields.set_beside(form_of(saved).typed, {});
    return answer(call, view, 409);
}

forms::Form<SaveReply> form_in(const Call& call)
{
    auto form = call.form<SaveReply>();
    check_variables(form);
    return form;
}

Values values_for(WorkspaceTransaction& tx, const Ticket& ticket)
{
    const std::array<std::string, variable_keys.size()> values{
        crm::client(tx, ticket.client_id).name,        ticket.number,   ticket.title,
        projects::project(tx, ticket.project_id).name, tx.actor().name, tx.workspace().name};
    Values named;
    for (std::size_t i = 0; i < values.size(); ++i)
        named.emplace(base::fold(t(variable_keys.at(i))), values.at(i));
    return named;
}

std::string filled_for(Call& call, ReplyId id)
{
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto ticket = ticket_by_number(tx, call.path("number"));
        const auto reply = ReplyStore{tx}.find(id);
        if (!reply) throw base::NotFound{};
        return filled(reply->body, values_for(tx, ticket));
    });
}

} // namespace

http::Response list_replies(Call& call)
{
    const auto add = ui::link_button(
        html::route("/e/{}/reglages/reponses/nouvelle", call.context().workspace().slug),
        {.label = t("tickets.reply.new"),
         .icon = "plus",
         .kind = ui::ButtonKind::Primary,
         .hotkey = "c"});
    const auto body =
        reply_list({.slug = call.context().workspace().slug, .replies = replies_of(call)});
    return guard::render(call, guard::Page{.title = t("tickets.reply.title"),
                                           .body = body,
                                           .top = add,
                                           .breadcrumbs = crumbs(call, {}),
                                           .is_data_only = true});
}

http::Response new_reply(Call& call)
{
    return form_page(call, call.blank_form<SaveReply>(), {});
}

http::Response create_reply(Call& call)
{
    const auto form = form_in(call);
    if (!form.is_valid()) return form_page(call, form, {});
    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        add_reply(tx, {.title = typed.title.value, .body = typed.body.value});
    });
    return call.redirect(list_path(call).text(), "tickets.reply.added");
}

http::Response show_reply(Call& call)
{
    return form_page(call, call.blank_form<SaveReply>(), reply_of(call));
}

http::Response update_reply(Call& call)
{
    const auto reply = reply_of(call);
    const auto form = form_in(call);
    if (!form.is_valid()) return form_page(call, form, reply);
    const auto& typed = form.command;
    const auto seen = typed.version ? typed.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_reply(tx, reply.id, {.title = typed.title.value, .body = typed.body.value}, seen);
        });
    } catch (const base::Refusal& refusal) {
        if (refusal.kind != base::Refusal::Kind::Conflict) throw;
        return stale_page(call, form);
    }
    return call.redirect(list_path(call).text(), "tickets.reply.saved");
}

http::Response delete_reply(Call& call)
{
    const auto id = reply_of(call).id;
    call.context().write([&](WorkspaceTransaction& tx) { remove_reply(tx, id); });
    return call.redirect(list_path(call).text(), "tickets.reply.removed");
}

http::Response show_filled_reply(Call& call)
{
    return http::Response::text(filled_for(call, call.path_id<ReplyId>("reply")));
}

std::vector<CannedReply> replies_of(Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) { return ReplyStore{tx}.all(); });
}

std::string reply_asked(Call& call)
{
    const auto id = ReplyId::parse(call.query("reponse"));
    return id ? filled_for(call, *id) : std::string{};
}

} // namespace tickets
