#include "kernel/guard/form_view.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/attachment.hpp"
#include "modules/tickets/attachment_actions.hpp"
#include "modules/tickets/attachment_pages.hpp"
#include "modules/tickets/attachment_views.hpp"
#include "modules/tickets/category_actions.hpp"
#include "modules/tickets/category_store.hpp"
#include "modules/tickets/category_views.hpp"
#include "modules/tickets/ticket_forms.hpp"
#include "modules/tickets/ticket_list_views.hpp"
#include "modules/tickets/ticket_pages.hpp"

#include <set>

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using namespace html;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

Url new_path(const Call& call)
{
    return route("/e/{}/tickets/nouveau", slug_of(call));
}

http::Response page(Call& call, const Html& body, int status = 200)
{
    return guard::render(call,
                         guard::Page{.title = t("tickets.list.new"),
                                     .body = div(cls("mx-auto w-full max-w-[640px] px-4 py-6"),
                                                 h1(cls("h1 mb-5"), t("tickets.list.new")), body),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{t("tickets.nav"), route("/e/{}/tickets", slug_of(call))},
                                          {t("tickets.list.new"), {}}}),
                                     .status = status});
}

/// First for whom: the projects proposed next are his.
http::Response choose_client(Call& call)
{
    std::vector<ui::Choice> clients;
    for (const auto& client :
         call.context().read([](WorkspaceTransaction& tx) { return crm::active_clients(tx); }))
        clients.push_back({.value = client.id.text(), .label = client.name});
    if (clients.empty())
        return page(call, ui::empty_state({.icon = "users",
                                           .title = t("tickets.new.no_client"),
                                           .detail = t("tickets.new.no_client_detail")}));
    return page(call, ui::form({.action = new_path(call), .method = ui::FormMethod::Get},
                               ui::select_field({.name = "client",
                                                 .label = t("tickets.field.client"),
                                                 .placeholder = t("tickets.new.choose_client"),
                                                 .is_required = true,
                                                 .has_focus = true},
                                                clients),
                               ui::form_actions(ui::submit({.label = t("tickets.new.continue"),
                                                            .kind = ui::ButtonKind::Primary}))));
}

struct ForClient {
    crm::ClientSummary client;
    std::vector<ui::Choice> projects;
    std::vector<Category> categories; ///< offered; none without the right to file
};

ForClient for_client(Call& call, tenancy::ClientId id)
{
    return call.context().read([&](WorkspaceTransaction& tx) {
        ForClient chosen{.client = crm::client(tx, id)};
        for (const auto& project : projects::projects_of(tx, id))
            chosen.projects.push_back(
                {.value = project.id.text(), .label = project.name, .hint = project.address});
        if (call.may("tickets.link")) chosen.categories = offered(CategoryStore{tx}.all(), {});
        return chosen;
    });
}

std::vector<ui::Choice> origins()
{
    std::vector<ui::Choice> choices;
    for (const char* code : {"phone", "sms", "email", "on_site", "portal"})
        choices.push_back({.value = code, .label = t("tickets.origin." + std::string{code})});
    return choices;
}

Html client_line(const Call& call, const crm::ClientSummary& client)
{
    return div(cls("mb-4 flex items-center gap-3"),
               ui::avatar({.name = client.name, .size = ui::AvatarSize::Large}),
               span(cls("min-w-0 flex-1 truncate font-[560]"), client.name),
               ui::link(new_path(call), t("tickets.new.other_client")));
}

std::set<CategoryId> ticked(const forms::Form<OpenTicket>& form)
{
    std::set<CategoryId> ticked;
    for (const auto& [name, value] : form.typed)
        if (name == "category")
            if (const auto id = CategoryId::parse(value)) ticked.insert(*id);
    return ticked;
}

http::Response form_page(Call& call, const forms::Form<OpenTicket>& form, const ForClient& chosen,
                         const HeldFiles& held = {})
{
    const guard::FormView fields{form, "tickets.field"};
    const auto& preset = tenancy::own_preset(call.context().workspace());
    std::vector<ui::Choice> priorities;
    for (const auto& priority : preset.choices_of("tickets.priority"))
        priorities.push_back({.value = priority.code, .label = priority.label});
    auto project = fields.field("project");
    if (chosen.projects.size() > 1) project.placeholder = t("tickets.new.choose_project");
    const auto body = group(
        client_line(call, chosen.client), fields.summary(),
        ui::form({.action = route("/e/{}/tickets", slug_of(call)),
                  .guard = guard::form_guard(call),
                  .has_files = true},
                 ui::hidden_field("client", chosen.client.id.text()),
                 ui::select_field(project, chosen.projects), ui::input_field(fields.field("title")),
                 ui::text_area(fields.field("description"), 8), attach_field(held),
                 div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"),
                     ui::select_field(
                         fields.field("priority", preset.setting("tickets.default_priority")),
                         priorities),
                     ui::select_field(fields.field("origin", "phone"), origins())),
                 category_boxes(chosen.categories, ticked(form)),
                 ui::form_actions(ui::submit({.label = t("tickets.new.submit"),
                                              .kind = ui::ButtonKind::Primary,
                                              .hotkey = "Mod+Enter"}))));
    return page(call, body, form.is_valid() ? 200 : 422);
}

Html no_project(const Call& call, const crm::ClientSummary& client)
{
    return group(client_line(call, client),
                 ui::card({.title = {}, .id = {}},
                          ui::empty_state({.icon = "map-pin",
                                           .title = t("tickets.new.no_project"),
                                           .detail = t("tickets.new.no_project_detail"),
                                           .actions = ui::link_button(
                                               route("/e/{}/clients/{}", slug_of(call), client.id),
                                               {.label = t("tickets.new.open_client")})})));
}

} // namespace

http::Response new_ticket(Call& call)
{
    const auto client = tenancy::ClientId::parse(call.query("client"));
    if (!client) return choose_client(call);
    const auto chosen = for_client(call, *client);
    if (chosen.projects.empty()) return page(call, no_project(call, chosen.client));
    return form_page(call, call.blank_form<OpenTicket>(), chosen);
}

http::Response create_ticket(Call& call)
{
    auto form = call.form<OpenTicket>();
    if (form.command.category.size() > filings_max)
        form.errors.add("category", "tickets.category.refusal.many",
                        {{"most", std::to_string(filings_max)}});
    const auto client = tenancy::ClientId::parse(form.typed_value("client"));
    if (!client) return choose_client(call);
    if (!form.is_valid()) return form_page(call, form, for_client(call, *client), held_files(call));

    const auto& typed = form.command;
    const auto sent = received_files(call);
    files::keep(call.context().workspace().id, sent);
    const auto ticket = call.context().write([&](WorkspaceTransaction& tx) {
        auto opened = open_ticket(tx, {.title = typed.title.value,
                                       .description = typed.description.value,
                                       .priority = typed.priority,
                                       .project = typed.project,
                                       .client = typed.client,
                                       .origin = typed.origin});
        attach_to_ticket(tx, opened, sent);
        if (!typed.category.empty()) file_ticket(tx, opened.number, typed.category);
        return opened;
    });
    if (!sent.refused.empty())
        return to_thread(call, ticket_path(slug_of(call), ticket.number), sent, {});
    return call.redirect(ticket_path(slug_of(call), ticket.number).text(), "tickets.notice.opened",
                         {{"number", ticket.number}});
}

} // namespace tickets
