#include "modules/tickets/category_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/category_actions.hpp"
#include "modules/tickets/category_forms.hpp"
#include "modules/tickets/category_store.hpp"
#include "modules/tickets/category_views.hpp"
#include "modules/tickets/ticket_list_views.hpp"
#include "modules/tickets/ticket_people.hpp"

namespace tickets
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url list_path(const Call& call)
{
    return html::route("/e/{}/reglages/categories", call.context().workspace().slug);
}

html::Html crumbs(const Call& call, const std::string& here)
{
    const auto settings = html::route("/e/{}/reglages", call.context().workspace().slug);
    if (here.empty())
        return html::group(html::h1(html::cls("sr-only"), t("tickets.category.title")),
                           ui::breadcrumbs({{t("tickets.reply.settings"), settings},
                                            {t("tickets.category.title"), {}}}));
    return ui::breadcrumbs({{t("tickets.reply.settings"), settings},
                            {t("tickets.category.title"), list_path(call)},
                            {here, {}}});
}

Category category_of(Call& call)
{
    const auto id = call.path_id<CategoryId>("category");
    auto category =
        call.context().read([&](WorkspaceTransaction& tx) { return CategoryStore{tx}.find(id); });
    if (!category) throw base::NotFound{};
    return *std::move(category);
}

struct Refused {
    std::string why;
    int status = 200;
};

Refused refused_by(const base::Refusal& refusal)
{
    const bool is_conflict = refusal.kind == base::Refusal::Kind::Conflict;
    return {t(refusal.code, refusal.params), is_conflict ? 409 : 422};
}

http::Response form_page(Call& call, const forms::Form<SaveCategory>& form,
                         const Category& category, const Refused& refused = {})
{
    const bool is_new = !category.id;
    const auto list = list_path(call);
    const auto title = is_new ? t("tickets.category.new") : category.name;
    CategoryFormView view{
        .action = is_new ? list : html::checked_local(list.text() + "/" + category.id.text()),
        .back = list,
        .guard = guard::form_guard(call),
        .fields = {form, "tickets.category.field"},
        .category = category,
        .refused = refused.why};
    for (const auto& member :
         call.context().read([](WorkspaceTransaction& tx) { return active_staff(tx); }))
        view.staff.push_back({.value = member.id.text(), .label = member.name});
    return guard::render(call, guard::Page{.title = title,
                                           .body = category_form(view),
                                           .breadcrumbs = crumbs(call, title),
                                           .status = form.is_valid() ? refused.status : 422});
}

CategoryText text_of(const SaveCategory& typed)
{
    return {.name = typed.name.value, .assignee = typed.assignee};
}

} // namespace

http::Response list_categories(Call& call)
{
    CategoryListView view{.slug = call.context().workspace().slug,
                          .guard = guard::form_guard(call)};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.categories = CategoryStore{tx}.all();
        for (const auto& member : active_staff(tx))
            view.names.emplace(member.id, member.name);
    });
    const auto add = ui::link_button(html::checked_local(list_path(call).text() + "/nouvelle"),
                                     {.label = t("tickets.category.new"),
                                      .icon = "plus",
                                      .kind = ui::ButtonKind::Primary,
                                      .hotkey = "c"});
    return guard::render(call, guard::Page{.title = t("tickets.category.title"),
                                           .body = category_list(view),
                                           .top = add,
                                           .breadcrumbs = crumbs(call, {}),
                                           .is_data_only = true});
}

http::Response new_category(Call& call)
{
    return form_page(call, call.blank_form<SaveCategory>(), {});
}

http::Response create_category(Call& call)
{
    const auto form = call.form<SaveCategory>();
    if (!form.is_valid()) return form_page(call, form, {});
    try {
        call.context().write(
            [&](WorkspaceTransaction& tx) { add_category(tx, text_of(form.command)); });
    } catch (const base::Refusal& refusal) {
        return form_page(call, form, {}, refused_by(refusal));
    }
    return call.redirect(list_path(call).text(), "tickets.category.saved");
}

http::Response show_category(Call& call)
{
    return form_page(call, call.blank_form<SaveCategory>(), category_of(call));
}

http::Response update_category(Call& call)
{
    const auto category = category_of(call);
    const auto form = call.form<SaveCategory>();
    if (!form.is_valid()) return form_page(call, form, category);
    const auto seen = form.command.version ? form.command.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_category(tx, category.id, text_of(form.command), seen);
        });
    } catch (const base::Refusal& refusal) {
        return form_page(call, form, category, refused_by(refusal));
    }
    return call.redirect(list_path(call).text(), "tickets.category.saved");
}

http::Response move_category(Call& call)
{
    const auto id = category_of(call).id;
    const auto form = call.form<PlaceCategory>();
    if (form.is_valid())
        call.context().write(
            [&](WorkspaceTransaction& tx) { place_category(tx, id, form.command.place); });
    return call.redirect(list_path(call).text());
}

http::Response delete_category(Call& call)
{
    const auto id = category_of(call).id;
    call.context().write([&](WorkspaceTransaction& tx) { offer_category(tx, id, Offer::stop); });
    return call.redirect(list_path(call).text(), "tickets.category.retired_notice");
}

http::Response restore_category(Call& call)
{
    const auto id = category_of(call).id;
    call.context().write([&](WorkspaceTransaction& tx) { offer_category(tx, id, Offer::again); });
    return call.redirect(list_path(call).text(), "tickets.category.restored_notice");
}

http::Response update_filing(Call& call)
{
    const auto form = call.form<FileTicket>();
    base::refuse_unless(form.is_valid(), "tickets.category.refusal.many",
                        {{"most", std::to_string(filings_max)}});
    call.context().write([&](WorkspaceTransaction& tx) {
        file_ticket(tx, call.path("number"), form.command.category);
    });
    return call.redirect(ticket_path(call.context().workspace().slug, call.path("number")).text(),
                         "tickets.category.filed");
}

} // namespace tickets
