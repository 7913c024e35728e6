#include "modules/crm/client_type_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/client_type_actions.hpp"
#include "modules/crm/client_type_forms.hpp"
#include "modules/crm/client_type_store.hpp"
#include "modules/crm/client_type_views.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url list_path(const Call& call)
{
    return html::route("/e/{}/reglages/types-de-clients", call.context().workspace().slug);
}

html::Html crumbs(const Call& call, const std::string& here)
{
    const auto settings = html::route("/e/{}/reglages", call.context().workspace().slug);
    if (here.empty())
        return html::group(
            html::h1(html::cls("sr-only"), t("crm.type.title")),
            ui::breadcrumbs({{t("crm.type.settings"), settings}, {t("crm.type.title"), {}}}));
    return ui::breadcrumbs(
        {{t("crm.type.settings"), settings}, {t("crm.type.title"), list_path(call)}, {here, {}}});
}

OwnType type_of(Call& call)
{
    const auto id = call.path_id<OwnTypeId>("type");
    auto type =
        call.context().read([&](WorkspaceTransaction& tx) { return ClientTypeStore{tx}.find(id); });
    if (!type) throw base::NotFound{};
    return *std::move(type);
}

http::Response list_page(Call& call, const forms::Form<SaveClientType>& form)
{
    TypeListView view{.list = list_path(call),
                      .guard = guard::form_guard(call),
                      .fields = {form, "crm.type.field"}};
    for (const auto& type :
         tenancy::own_preset(call.context().workspace()).choices_of("clients.type"))
        view.of_preset.push_back(type.label);
    view.own =
        call.context().read([](WorkspaceTransaction& tx) { return ClientTypeStore{tx}.all(); });
    return guard::render(call, guard::Page{.title = t("crm.type.title"),
                                           .body = type_list(view),
                                           .breadcrumbs = crumbs(call, {}),
                                           .status = form.is_valid() ? 200 : 422,
                                           .is_data_only = form.is_valid(),
                                           .topics = {"clients"}});
}

http::Response form_page(Call& call, const OwnType& type, const forms::Form<SaveClientType>& form)
{
    const TypeFormView view{.action =
                                html::checked_local(list_path(call).text() + "/" + type.id.text()),
                            .back = list_path(call),
                            .guard = guard::form_guard(call),
                            .fields = {form, "crm.type.field"},
                            .type = type};
    return guard::render(call, guard::Page{.title = type.name,
                                           .body = type_form(view),
                                           .breadcrumbs = crumbs(call, type.name),
                                           .status = form.is_valid() ? 200 : 422});
}

/// A refusal is about the name, the only field there is.
template <class Write>
bool is_done(Call& call, forms::Form<SaveClientType>& form, Write&& write)
{
    if (!form.is_valid()) return false;
    try {
        call.context().write([&](WorkspaceTransaction& tx) { write(tx, form.command.name.value); });
    } catch (const base::Refusal& refusal) {
        form.errors.add("name", refusal.code, refusal.params);
    }
    return form.is_valid();
}

} // namespace

http::Response list_types(Call& call)
{
    return list_page(call, call.blank_form<SaveClientType>());
}

http::Response create_type(Call& call)
{
    auto form = call.form<SaveClientType>();
    const bool is_added = is_done(call, form, [](auto& tx, auto& name) { add_type(tx, name); });
    if (!is_added) return list_page(call, form);
    return call.redirect(list_path(call).text(), "crm.type.added");
}

http::Response show_type(Call& call)
{
    return form_page(call, type_of(call), call.blank_form<SaveClientType>());
}

http::Response update_type(Call& call)
{
    const auto type = type_of(call);
    auto form = call.form<SaveClientType>();
    const bool is_saved =
        is_done(call, form, [&](auto& tx, auto& name) { rename_type(tx, type.id, name); });
    if (!is_saved) return form_page(call, type, form);
    return call.redirect(list_path(call).text(), "crm.type.saved");
}

http::Response delete_type(Call& call)
{
    const auto id = type_of(call).id;
    call.context().write([&](WorkspaceTransaction& tx) { offer_type(tx, id, Offering::stop); });
    return call.redirect(list_path(call).text(), "crm.type.retired_notice");
}

http::Response restore_type(Call& call)
{
    const auto id = type_of(call).id;
    call.context().write([&](WorkspaceTransaction& tx) { offer_type(tx, id, Offering::again); });
    return call.redirect(list_path(call).text(), "crm.type.restored_notice");
}

} // namespace crm
