#include "modules/pricebook/promo_code_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"
#include "modules/pricebook/item_store.hpp"
#include "modules/pricebook/promo_code_actions.hpp"
#include "modules/pricebook/promo_code_forms.hpp"
#include "modules/pricebook/promo_code_views.hpp"
#include "modules/pricebook/words.hpp"

#include <algorithm>

namespace pricebook
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url list_path(const Call& call)
{
    return book_path(call.context().workspace().slug, "/codes");
}

html::Url code_path(const Call& call, CodeId id)
{
    return book_path(call.context().workspace().slug, "/codes/" + id.text());
}

std::vector<ui::Choice> client_choices(WorkspaceTransaction& tx,
                                       std::optional<tenancy::ClientId> own)
{
    std::vector<ui::Choice> choices{{.value = "", .label = t("pricebook.code.everybody")}};
    for (const auto& client : crm::active_clients(tx))
        choices.push_back({.value = client.id.text(), .label = client.name});
    if (own && std::ranges::find(choices, own->text(), &ui::Choice::value) == choices.end())
        choices.push_back({.value = own->text(), .label = crm::client(tx, *own).name});
    return choices;
}

/// Those sold today, and those the saved code is of.
std::vector<ui::Choice> item_choices(WorkspaceTransaction& tx, base::Date today,
                                     const std::vector<ItemId>& own)
{
    std::vector<ui::Choice> choices;
    for (const auto& item : ItemStore{tx}.for_sale(today))
        choices.push_back({.value = item.id.text(), .label = item.category + " · " + item.name});
    for (const auto item : own)
        if (std::ranges::find(choices, item.text(), &ui::Choice::value) == choices.end())
            choices.push_back({.value = item.text(), .label = t("pricebook.special.not_sold")});
    return choices;
}

CodeFormView view_of(Call& call, const forms::Form<SavePromoCode>& form, const WrittenCode& saved)
{
    const auto& context = call.context();
    const auto& workspace = context.workspace();
    CodeFormView view{.slug = workspace.slug,
                      .guard = guard::form_guard(call),
                      .fields = {form, "pricebook.code_field"},
                      .code = {},
                      .clients = {},
                      .items = {},
                      .ticked = {},
                      .uses = {},
                      .currency_sign = currency_sign(currency_of(workspace)),
                      .zone = workspace.time_zone};
    if (saved.code.id) view.code = saved.code;
    for (const auto& [name, value] : form.typed)
        if (name == "items") view.ticked.insert(value);
    context.read([&](WorkspaceTransaction& tx) {
        view.clients = client_choices(tx, saved.code.client_id);
        view.items = item_choices(tx, context.today(), saved.items);
        if (saved.code.id) view.uses = PromoCodeStore{tx}.use_rows(saved.code.id);
    });
    return view;
}

http::Response answer(Call& call, const CodeFormView& view, int status)
{
    const auto title = view.code ? view.code->code : t("pricebook.code.new");
    const auto crumbs = ui::breadcrumbs({{t("pricebook.tab.codes"), list_path(call)}, {title, {}}});
    return guard::render(call, guard::Page{.title = title,
                                           .body = code_form(view),
                                           .breadcrumbs = crumbs,
                                           .status = status});
}

WrittenCode code_of_path(Call& call)
{
    const auto id = call.path_id<CodeId>("code");
    return call.context().read([&](WorkspaceTransaction& tx) {
        PromoCodeStore store{tx};
        auto code = store.find(id);
        if (!code) throw base::NotFound{};
        return WrittenCode{.code = *std::move(code), .items = store.items(id)};
    });
}

/// The field a refusal speaks of.
const char* field_of(const base::Refusal& refusal)
{
    if (refusal.code == "pricebook.refusal.no_such_item") return "items";
    return refusal.code == "pricebook.refusal.no_such_client" ? "client" : "code";
}

/// What was typed beside what somebody else saved.
http::Response stale_page(Call& call, const forms::Form<SavePromoCode>& form)
{
    const auto saved = code_of_path(call);
    auto view = view_of(call, form, saved);
    const auto client = std::ranges::find(
        view.clients, saved.code.client_id ? saved.code.client_id->text() : "", &ui::Choice::value);
    view.fields.set_beside(
        form_of(saved).typed,
        {{"effect", t("pricebook.effect." + std::string{forms::enum_name(saved.code.effect)})},
         {"client", client->label}});
    return answer(call, view, 409);
}

} // namespace

http::Response list_codes(Call& call)
{
    const auto& context = call.context();
    CodeListView view{.slug = context.workspace().slug,
                      .currency = currency_of(context.workspace()),
                      .today = context.today(),
                      .rows = {}};
    view.rows = context.read([](WorkspaceTransaction& tx) { return PromoCodeStore{tx}.rows(); });
    return guard::render(call, guard::Page{.title = t("pricebook.tab.codes"),
                                           .body = code_list(view),
                                           .topics = {"pricebook"}});
}

http::Response new_code(Call& call)
{
    auto form = call.blank_form<SavePromoCode>();
    if (form.typed.empty()) form.typed = {{"starts_on", call.context().today().text()}};
    return answer(call, view_of(call, form, {}), 200);
}

http::Response create_code(Call& call)
{
    auto form = call.form<SavePromoCode>();
    check_whole(form);
    if (!form.is_valid()) return answer(call, view_of(call, form, {}), 422);
    CodeId id;
    try {
        call.context().write(
            [&](WorkspaceTransaction& tx) { id = add_code(tx, code_of(form.command)); });
    } catch (const base::Refusal& refusal) {
        form.errors.add(field_of(refusal), refusal.code, refusal.params);
        return answer(call, view_of(call, form, {}), 422);
    }
    return call.redirect(code_path(call, id).text(), "pricebook.notice.code_added");
}

http::Response show_code(Call& call)
{
    const auto saved = code_of_path(call);
    const auto kept = call.blank_form<SavePromoCode>();
    return answer(call, view_of(call, kept.typed.empty() ? form_of(saved) : kept, saved), 200);
}

http::Response update_code(Call& call)
{
    const auto saved = code_of_path(call);
    auto form = call.form<SavePromoCode>();
    check_whole(form);
    if (!form.is_valid()) return answer(call, view_of(call, form, saved), 422);
    auto written = code_of(form.command);
    written.code.id = saved.code.id;
    const auto seen = form.command.version ? form.command.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) { save_code(tx, written, seen); });
    } catch (const base::Refusal& refusal) {
        if (refusal.code == "pricebook.refusal.code_changed") return stale_page(call, form);
        form.errors.add(field_of(refusal), refusal.code, refusal.params);
        return answer(call, view_of(call, form, saved), 422);
    }
    return call.redirect(code_path(call, saved.code.id).text(), "pricebook.notice.code_saved");
}

http::Response create_code_stop(Call& call)
{
    const auto id = call.path_id<CodeId>("code");
    call.context().write([&](WorkspaceTransaction& tx) { stop_code(tx, id); });
    return call.redirect(code_path(call, id).text(), "pricebook.notice.code_stopped");
}

http::Response delete_code_stop(Call& call)
{
    const auto id = call.path_id<CodeId>("code");
    call.context().write([&](WorkspaceTransaction& tx) { resume_code(tx, id); });
    return call.redirect(code_path(call, id).text(), "pricebook.notice.code_resumed");
}

} // namespace pricebook
