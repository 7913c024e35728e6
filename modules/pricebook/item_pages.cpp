#include "modules/pricebook/item_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/draft_views.hpp"
#include "modules/pricebook/item_actions.hpp"
#include "modules/pricebook/item_forms.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/version_store.hpp"
#include "modules/pricebook/words.hpp"

namespace pricebook
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url draft_path(const Call& call, std::string_view end = {})
{
    return book_path(call.context().workspace().slug, "/brouillon" + std::string{end});
}

VersionId draft_id(WorkspaceTransaction& tx)
{
    const auto book = VersionStore{tx}.book();
    const auto* draft = book.draft();
    return draft == nullptr ? VersionId{} : draft->id;
}

/// Of the draft; an item of older versions only is not found.
Item item_of(Call& call)
{
    const auto id = call.path_id<ItemId>("article");
    const auto item = call.context().read(
        [&](WorkspaceTransaction& tx) { return ItemStore{tx}.find(draft_id(tx), id); });
    if (!item) throw base::NotFound{};
    return *item;
}

/// The same; once the draft was put in force or scheduled, as it stands there: who sends its form
/// is told so, and keeps what he typed.
Item sent_item(Call& call)
{
    const auto id = call.path_id<ItemId>("article");
    const auto item = call.context().read([&](WorkspaceTransaction& tx) {
        const auto book = VersionStore{tx}.book();
        const auto* decided = book.pending() != nullptr ? book.pending() : book.active();
        return decided == nullptr ? std::nullopt : ItemStore{tx}.find(decided->id, id);
    });
    if (!item) throw base::NotFound{};
    return *item;
}

std::vector<std::string> known_categories(Call& call)
{
    const auto items = call.context().read(
        [&](WorkspaceTransaction& tx) { return ItemStore{tx}.of_version(draft_id(tx)); });
    std::vector<std::string> names;
    for (const auto& item : items)
        if (names.empty() || names.back() != item.category) names.push_back(item.category);
    return names;
}

ItemFormView view_of(Call& call, const forms::Form<SaveItem>& form, const Item& item)
{
    const auto path =
        draft_path(call, item.id ? "/articles/" + item.id.text() : std::string{"/articles"});
    const auto& shown = form.typed.empty() && item.id ? form_of(item) : form;
    return {.slug = call.context().workspace().slug,
            .action = path,
            .guard = guard::form_guard(call),
            .fields = {shown, "pricebook.field"},
            .categories = known_categories(call),
            .name = item.name,
            .currency_sign = currency_sign(currency_of(call.context().workspace()))};
}

http::Response answer(Call& call, const ItemFormView& view, int status)
{
    const auto title = view.name.empty() ? t("pricebook.item.new") : view.name;
    const auto crumbs =
        ui::breadcrumbs({{t("pricebook.tab.draft"), draft_path(call)}, {title, {}}});
    return guard::render(call, guard::Page{.title = title,
                                           .body = item_form(view),
                                           .breadcrumbs = crumbs,
                                           .status = status});
}

http::Response form_page(Call& call, const forms::Form<SaveItem>& form, const Item& item)
{
    return answer(call, view_of(call, form, item), form.is_valid() ? 200 : 422);
}

/// What was typed beside what somebody else saved.
http::Response stale_page(Call& call, const forms::Form<SaveItem>& form)
{
    const auto saved = item_of(call);
    auto view = view_of(call, form, saved);
    view.fields.set_beside(form_of(saved).typed, {{"kind", kind_words(saved.kind)},
                                                  {"tax", tax_words(saved.tax)},
                                                  {"territory", territory_words(saved.territory)},
                                                  {"offer", offer_words(saved.offer)}});
    return answer(call, view, 409);
}

/// Runs `write`; a refusal goes beside the code when it is about it, above the form otherwise.
template <class Write>
std::optional<http::Response> refused(Call& call, forms::Form<SaveItem>& form, const Item& item,
                                      Write&& write)
{
    try {
        call.context().write(std::forward<Write>(write));
        return {};
    } catch (const base::Refusal& refusal) {
        if (refusal.code == "pricebook.refusal.item_changed") return stale_page(call, form);
        const bool is_of_code = refusal.code == "pricebook.refusal.code_taken";
        form.errors.add(is_of_code ? "code" : "", refusal.code, refusal.params);
        const bool is_conflict = refusal.kind == base::Refusal::Kind::Conflict;
        return answer(call, view_of(call, form, item), is_conflict ? 409 : 422);
    }
}

} // namespace

http::Response new_item(Call& call)
{
    return form_page(call, call.blank_form<SaveItem>(), {});
}

http::Response create_item(Call& call)
{
    auto form = call.form<SaveItem>();
    check_whole(form);
    if (!form.is_valid()) return form_page(call, form, {});
    auto failed = refused(
        call, form, {}, [&](WorkspaceTransaction& tx) { add_item(tx, applied(form.command, {})); });
    if (failed) return *std::move(failed);
    return call.redirect(draft_path(call).text(), "pricebook.notice.added");
}

http::Response show_item(Call& call)
{
    return form_page(call, call.blank_form<SaveItem>(), item_of(call));
}

http::Response update_item(Call& call)
{
    const auto item = sent_item(call);
    auto form = call.form<SaveItem>();
    check_whole(form);
    if (!form.is_valid()) return form_page(call, form, item);
    const auto seen = form.command.version ? form.command.version->value : 0;
    auto failed = refused(call, form, item, [&](WorkspaceTransaction& tx) {
        save_item(tx, applied(form.command, item), seen);
    });
    if (failed) return *std::move(failed);
    return call.redirect(draft_path(call).text(), "pricebook.notice.saved");
}

http::Response delete_item(Call& call)
{
    const auto id = sent_item(call).id;
    call.context().write([&](WorkspaceTransaction& tx) { remove_item(tx, id); });
    return call.redirect(draft_path(call).text(), "pricebook.notice.removed");
}

} // namespace pricebook
