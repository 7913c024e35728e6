#include "modules/tickets/request_type_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/attachment_pages.hpp"
#include "modules/tickets/category_actions.hpp"
#include "modules/tickets/request_type.hpp"
#include "modules/tickets/request_type_views.hpp"
#include "modules/tickets/request_views.hpp"
#include "modules/tickets/tickets.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

http::Response page(Call& call, const forms::Form<OpenTypedRequest>& form, HeldFiles held = {})
{
    const auto& workspace = call.context().workspace();
    TypedRequestView view{.slug = workspace.slug,
                          .business = workspace.name,
                          .fields = {form, "tickets.request.typed"},
                          .types = {},
                          .projects = {},
                          .held = std::move(held),
                          .guard = guard::form_guard(call)};
    for (const auto& type : request_types(workspace))
        view.types.push_back({.value = type.code, .label = type.label, .hint = {}});
    call.context().read([&](WorkspaceTransaction& tx) {
        view.projects.clear();
        for (const auto& project : projects::projects_of(tx, tx.actor().client))
            view.projects.push_back(
                {.value = project.id.text(), .label = project.name, .hint = {}});
    });
    return guard::render(call, guard::Page{.title = t("tickets.request.new.title"),
                                           .body = typed_request(view),
                                           .status = form.is_valid() ? 200 : 422});
}

forms::Form<OpenTypedRequest> typed_form(const Call& call)
{
    auto form = call.form<OpenTypedRequest>();
    const auto label = request_type_label(call.context().workspace(), form.typed_value("type"));
    if (label.empty() && !form.errors.find("type"))
        form.errors.add("type", "tickets.request.typed.choose");
    return form;
}

} // namespace

bool asks_type(const Call& call)
{
    return !request_types(call.context().workspace()).empty();
}

http::Response new_typed_request(Call& call)
{
    return page(call, call.blank_form<OpenTypedRequest>());
}

http::Response create_typed_request(Call& call)
{
    const auto form = typed_form(call);
    if (!form.is_valid()) return page(call, form, held_files(call));

    const auto& workspace = call.context().workspace();
    const auto& typed = form.command;
    const auto label = request_type_label(workspace, typed.type.value);
    const auto sent = received_files(call);
    files::keep(workspace.id, sent);
    const auto ticket = call.context().write([&](WorkspaceTransaction& tx) {
        auto opened = open_ticket(tx, {.title = title_from(typed.description.value, label),
                                       .description = typed.description.value,
                                       .project = typed.project,
                                       .client = tx.actor().client,
                                       .origin = Origin::portal});
        file_by_name(tx, opened, label);
        attach_to_ticket(tx, opened, sent);
        return opened;
    });
    const auto request = request_path(workspace.slug, ticket.number);
    if (!sent.refused.empty()) return to_thread(call, request, sent, {});
    return call.redirect(request.text(), "tickets.request.notice.sent",
                         {{"number", ticket.number}});
}

} // namespace tickets
