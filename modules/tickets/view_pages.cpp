#include "modules/tickets/view_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/tickets/ticket_filter_pages.hpp"
#include "modules/tickets/ticket_people.hpp"
#include "modules/tickets/view_actions.hpp"
#include "modules/tickets/view_forms.hpp"
#include "modules/tickets/view_store.hpp"
#include "modules/tickets/view_views.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

html::Url views_path(const Call& call)
{
    return html::route("/e/{}/tickets/vues", slug_of(call));
}

/// The list the reader came from.
Narrowed asked(const Call& call)
{
    auto view = View::todo;
    forms::FieldType<View>::read({call.query("vue")}, view);
    return {.slug = slug_of(call),
            .view = view,
            .filter = filter_of(call, tenancy::own_preset(call.context().workspace()))};
}

html::Html crumbs(const Call& call, const std::string& here)
{
    const auto tickets = html::route("/e/{}/tickets", slug_of(call));
    if (here.empty())
        return html::group(
            html::h1(html::cls("sr-only"), t("tickets.saved.title")),
            ui::breadcrumbs({{t("tickets.nav"), tickets}, {t("tickets.saved.title"), {}}}));
    return ui::breadcrumbs(
        {{t("tickets.nav"), tickets}, {t("tickets.saved.title"), views_path(call)}, {here, {}}});
}

http::Response new_page(Call& call, const forms::Form<SaveView>& form,
                        const std::string& refused = {})
{
    const auto shown = asked(call);
    const auto query = query_of(shown, shown.filter);
    const NewViewView view{.action = html::checked_local(views_path(call).text() + "?" + query),
                           .back = place_of(shown, shown.filter),
                           .guard = guard::form_guard(call),
                           .fields = {form, "tickets.saved.field"},
                           .refused = refused};
    return guard::render(call,
                         guard::Page{.title = t("tickets.saved.new"),
                                     .body = new_view_form(view),
                                     .breadcrumbs = crumbs(call, t("tickets.saved.new")),
                                     .status = form.is_valid() && refused.empty() ? 200 : 422});
}

http::Response list_page(Call& call, const std::string& refused = {})
{
    auto reading = reading_of(call.context());
    ViewListView view{.slug = slug_of(call),
                      .reading = reading,
                      .may_organise = call.may("tickets.organise"),
                      .refused = refused,
                      .guard = guard::form_guard(call)};
    call.context().read([&](WorkspaceTransaction& tx) {
        ViewStore store{tx};
        view.saved = store.all();
        view.first = store.opening().view_id;
        People people{reading};
        for (const auto& saved : view.saved)
            people.want(saved.membership_id);
        people.learn(tx);
    });
    return guard::render(call, guard::Page{.title = t("tickets.saved.title"),
                                           .body = view_list(view),
                                           .breadcrumbs = crumbs(call, {}),
                                           .status = refused.empty() ? 200 : 422});
}

Sharing sharing_of(bool is_shared)
{
    return is_shared ? Sharing::team : Sharing::own;
}

SavedView view_of(Call& call)
{
    const auto id = call.path_id<ViewId>("view");
    auto view =
        call.context().read([&](WorkspaceTransaction& tx) { return ViewStore{tx}.find(id); });
    if (!view) throw base::NotFound{};
    return *std::move(view);
}

} // namespace

http::Response list_views(Call& call)
{
    return list_page(call);
}

http::Response new_view(Call& call)
{
    return new_page(call, call.blank_form<SaveView>());
}

http::Response create_view(Call& call)
{
    const auto form = call.form<SaveView>();
    if (!form.is_valid()) return new_page(call, form);
    const auto& typed = form.command;
    const auto shown = asked(call);
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            const auto id = save_view(tx, {.name = typed.name.value,
                                           .query = query_of(shown, shown.filter),
                                           .sharing = sharing_of(typed.is_shared)});
            if (typed.is_first) open_with_view(tx, id);
        });
    } catch (const base::Refusal& refusal) {
        return new_page(call, form, t(refusal.code, refusal.params));
    }
    return call.redirect(place_of(shown, shown.filter).text(), "tickets.saved.saved");
}

http::Response update_view(Call& call)
{
    const auto view = view_of(call);
    const auto form = call.form<RenameView>();
    if (!form.is_valid()) return list_page(call, t("tickets.saved.refusal.name"));
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            rename_view(tx, view.id, form.command.name.value, sharing_of(form.command.is_shared));
        });
    } catch (const base::Refusal& refusal) {
        return list_page(call, t(refusal.code, refusal.params));
    }
    return call.redirect(views_path(call).text(), "tickets.saved.saved");
}

http::Response delete_view(Call& call)
{
    const auto id = view_of(call).id;
    call.context().write([&](WorkspaceTransaction& tx) { remove_view(tx, id); });
    return call.redirect(views_path(call).text(), "tickets.saved.removed");
}

http::Response update_opening(Call& call)
{
    const auto form = call.form<OpenWithView>();
    if (!form.is_valid()) throw base::NotFound{};
    const auto view = form.command.view.value_or(ViewId{});
    call.context().write([&](WorkspaceTransaction& tx) { open_with_view(tx, view); });
    return call.redirect(views_path(call).text(), "tickets.saved.opening_saved");
}

std::optional<html::Url> opening_of(Call& call)
{
    if (!call.request().query.empty()) return {};
    const auto opening =
        call.context().read([](WorkspaceTransaction& tx) { return ViewStore{tx}.opening(); });
    const bool is_board = opening.layout == Layout::board;
    if (opening.view_id) return view_path(slug_of(call), opening.query, is_board);
    if (is_board) return html::route("/e/{}/tickets/tableau", slug_of(call));
    return {};
}

} // namespace tickets
