#include "modules/crm/tag_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_views.hpp"
#include "modules/crm/tag_actions.hpp"
#include "modules/crm/tag_forms.hpp"
#include "modules/crm/tag_store.hpp"
#include "modules/crm/tag_views.hpp"

namespace crm
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

html::Url list_path(const Call& call)
{
    return html::route("/e/{}/clients/etiquettes", slug_of(call));
}

/// A field that says no is a refusal: these forms are one line inside another page.
template <class Command>
Command typed(const Call& call, const char* refusal)
{
    auto form = call.form<Command>();
    base::refuse_unless(form.is_valid(), refusal);
    return form.command;
}

http::Response to_client(const Call& call, tenancy::ClientId client, std::string_view notice)
{
    return call.redirect(client_path(slug_of(call), client).text(), notice);
}

} // namespace

http::Response create_client_tag(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const auto name = typed<TagClient>(call, "crm.tag.refusal.blank").tag.value;
    call.context().write([&](WorkspaceTransaction& tx) { tag_client(tx, client, name); });
    return to_client(call, client, "crm.tag.added");
}

http::Response delete_client_tag(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const auto tag = call.path_id<TagId>("tag");
    call.context().write([&](WorkspaceTransaction& tx) { untag_client(tx, client, tag); });
    return to_client(call, client, "crm.tag.taken_off");
}

http::Response list_tags(Call& call)
{
    const auto tags =
        call.context().read([](WorkspaceTransaction& tx) { return TagStore{tx}.all(); });
    const auto crumbs = ui::breadcrumbs(
        {{t("crm.nav"), html::route("/e/{}/clients", slug_of(call))}, {t("crm.tag.title"), {}}});
    const auto body =
        tag_list({.slug = slug_of(call), .tags = tags, .guard = guard::form_guard(call)});
    return guard::render(call, guard::Page{.title = t("crm.tag.title"),
                                           .body = body,
                                           .breadcrumbs = crumbs,
                                           .is_data_only = true,
                                           .topics = {"clients"}});
}

http::Response update_tag(Call& call)
{
    const auto id = call.path_id<TagId>("tag");
    const auto tag = typed<SaveTag>(call, "crm.tag.refusal.blank");
    call.context().write(
        [&](WorkspaceTransaction& tx) { save_tag(tx, id, tag.name.value, tag.tone); });
    return call.redirect(list_path(call).text(), "crm.tag.saved");
}

http::Response create_tag_merge(Call& call)
{
    const auto id = call.path_id<TagId>("tag");
    const auto into = typed<MergeTag>(call, "crm.tag.refusal.nothing_chosen").into;
    call.context().write([&](WorkspaceTransaction& tx) { merge_tags(tx, id, into); });
    return call.redirect(list_path(call).text(), "crm.tag.merged");
}

http::Response delete_tag(Call& call)
{
    const auto id = call.path_id<TagId>("tag");
    call.context().write([&](WorkspaceTransaction& tx) { remove_tag(tx, id); });
    return call.redirect(list_path(call).text(), "crm.tag.removed");
}

html::Html tags_of_page(Call& call, tenancy::ClientId client)
{
    TagLineView view{.client = client_path(slug_of(call), client),
                     .may_change = call.may("clients.annotate"),
                     .guard = {}};
    call.context().read([&](WorkspaceTransaction& tx) {
        TagStore store{tx};
        view.tags = store.tags_of(client);
        if (view.may_change) view.known = store.all();
    });
    if (view.may_change) view.guard = guard::form_guard(call);
    return tag_line(view);
}

} // namespace crm
