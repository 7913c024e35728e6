#include "modules/pricebook/draft_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/draft_views.hpp"
#include "modules/pricebook/item_actions.hpp"
#include "modules/pricebook/item_forms.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/kept_price_actions.hpp"
#include "modules/pricebook/replay_store.hpp"
#include "modules/pricebook/version_actions.hpp"
#include "modules/pricebook/version_forms.hpp"
#include "modules/pricebook/version_store.hpp"
#include "modules/pricebook/words.hpp"

#include <algorithm>

namespace pricebook
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

html::Url draft_path(const Call& call)
{
    return book_path(slug_of(call), "/brouillon");
}

int status_of(const base::Refusal& refusal)
{
    return refusal.kind == base::Refusal::Kind::Conflict ? 409 : 422;
}

http::Response draft_page_of(Call& call, const forms::Form<RenameCategory>& form)
{
    const auto view = call.context().read([&](WorkspaceTransaction& tx) {
        const auto book = VersionStore{tx}.book();
        DraftView read{.slug = slug_of(call),
                       .guard = guard::form_guard(call),
                       .currency = currency_of(tx.workspace()),
                       .draft = {},
                       .scheduled = {},
                       .items = {},
                       .category = {form, "pricebook.field"}};
        if (const auto* next = book.pending())
            (next->starts_on ? read.scheduled : read.draft) = *next;
        if (read.draft) read.items = ItemStore{tx}.of_version(read.draft->id);
        return read;
    });
    return guard::render(call, guard::Page{.title = t("pricebook.tab.draft"),
                                           .body = draft_page(view),
                                           .status = form.is_valid() ? 200 : 422,
                                           .topics = {"pricebook"}});
}

base::Date day_of(const forms::Form<ActivateDraft>& form, const Book& book)
{
    return std::max(form.command.starts_on.value_or(book.today()), book.today());
}

ActivationView activation_of(Call& call, const forms::Form<ActivateDraft>& form)
{
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto book = VersionStore{tx}.book();
        const auto* draft = book.draft();
        if (draft == nullptr)
            throw base::Refusal{"pricebook.refusal.no_draft", {}, base::Refusal::Kind::Conflict};
        ActivationView view{.slug = slug_of(call),
                            .guard = guard::form_guard(call),
                            .currency = currency_of(tx.workspace()),
                            .draft = *draft,
                            .active = {},
                            .comparison = {},
                            .fields = {form, "pricebook.field"}};
        ItemStore items{tx};
        const auto* active = book.active();
        if (active != nullptr) view.active = *active;
        const auto before = active == nullptr ? std::vector<Item>{} : items.of_version(active->id);
        view.comparison = compare(before, items.of_version(draft->id));
        if (active == nullptr) return view;
        const auto past = past_invoices(tx, replayed_from(book.today()));
        view.replay = replay_of(past, replayed_prices(tx, draft->id));
        for (const auto& [client, prices] : prices_to_keep(tx, past, book, day_of(form, book)))
            view.may_keep.insert(client);
        for (const auto& [name, value] : form.typed)
            if (name == "keep") view.ticked.insert(value);
        return view;
    });
}

http::Response activation_page_of(Call& call, const forms::Form<ActivateDraft>& form, int status)
{
    const auto view = activation_of(call, form);
    const auto crumbs = ui::breadcrumbs(
        {{t("pricebook.tab.draft"), draft_path(call)}, {t("pricebook.draft.activate"), {}}});
    return guard::render(call, guard::Page{.title = t("pricebook.draft.activate"),
                                           .body = activation_page(view),
                                           .breadcrumbs = crumbs,
                                           .status = status});
}

std::string_view field_of(const base::Refusal& refusal, Start start)
{
    const bool is_of_keepers = refusal.code == "pricebook.refusal.keeps_nothing" ||
                               refusal.code == "pricebook.refusal.too_many_special_prices";
    if (is_of_keepers) return "keep";
    return start == Start::later ? "starts_on" : "";
}

/// « Plus tard » says when.
void check_start(forms::Form<ActivateDraft>& form)
{
    if (form.command.start == Start::today) form.command.starts_on.reset();
    const bool has_day = form.command.starts_on || form.errors.find("starts_on") != nullptr;
    if (form.command.start == Start::later && !has_day)
        form.errors.add("starts_on", "forms.error.required");
}

} // namespace

http::Response show_draft(Call& call)
{
    return draft_page_of(call, call.blank_form<RenameCategory>());
}

http::Response create_draft(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { make_draft(tx, {}); });
    return call.redirect(draft_path(call).text(), "pricebook.notice.draft_made");
}

http::Response delete_draft(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { abandon_draft(tx); });
    return call.redirect(book_path(slug_of(call)).text(), "pricebook.notice.abandoned");
}

http::Response update_category(Call& call)
{
    const auto form = call.form<RenameCategory>();
    if (!form.is_valid()) return draft_page_of(call, form);
    call.context().write([&](WorkspaceTransaction& tx) {
        rename_category(tx, form.command.category.value, form.command.new_name.value);
    });
    return call.redirect(draft_path(call).text(), "pricebook.notice.category_renamed");
}

http::Response show_activation(Call& call)
{
    return activation_page_of(call, call.blank_form<ActivateDraft>(), 200);
}

http::Response create_activation(Call& call)
{
    auto form = call.form<ActivateDraft>();
    check_start(form);
    if (!form.is_valid()) return activation_page_of(call, form, 422);
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            activate_draft(tx, {.starts_on = form.command.starts_on,
                                .seen_revision = form.command.revision.value,
                                .keepers = form.command.keep});
        });
    } catch (const base::Refusal& refusal) {
        form.errors.add(field_of(refusal, form.command.start), refusal.code, refusal.params);
        return activation_page_of(call, form, status_of(refusal));
    }
    const bool is_later = form.command.starts_on.has_value();
    return call.redirect(book_path(slug_of(call)).text(),
                         is_later ? "pricebook.notice.scheduled" : "pricebook.notice.activated");
}

} // namespace pricebook
