#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letter_list_views.hpp"
#include "modules/letters/letter_pages.hpp"
#include "modules/letters/letter_project_pages.hpp"
#include "modules/letters/letter_words.hpp"
#include "modules/letters/model_actions.hpp"
#include "modules/letters/model_pages.hpp"
#include "modules/letters/sheet_forms.hpp"

namespace letters
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::size_t word_length_max = 100;
constexpr int panel_rows = 10;

LetterSearch search_of(const Call& call)
{
    LetterSearch search{.word = base::fold(base::shorten(call.query("q"), word_length_max))};
    LetterState state{};
    if (!forms::FieldType<LetterState>::read({call.query("etat")}, state)) search.state = state;
    if (const auto before = LetterId::parse(call.query("avant"))) search.before = *before;
    search.limit = letter_page_rows + 1;
    return search;
}

std::optional<html::Url> next_page(const Call& call, std::vector<LetterRow>& rows)
{
    if (rows.size() <= letter_page_rows) return {};
    rows.pop_back();
    return letters_path(call)
        .with("q", call.query("q"))
        .with("etat", call.query("etat"))
        .with("avant", rows.back().id.text());
}

void add_choices(std::vector<ui::Choice>& to, const std::vector<Model>& models)
{
    for (const auto& one : models)
        to.push_back({.value = one.code, .label = kind_words(one.kind) + " · " + one.name});
}

http::Response new_page(Call& call, const forms::Form<StartLetter>& form)
{
    NewLetterView view{.action = letters_path(call),
                       .back = letters_path(call),
                       .new_client = html::checked_local(call.in_workspace("/clients/nouveau")),
                       .guard = guard::form_guard(call),
                       .fields = {form, "letters.field"}};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.clients.clear();
        view.models.clear();
        for (const auto& client : crm::active_clients(tx))
            view.clients.push_back({.value = client.id.text(), .label = client.name});
        add_choices(view.models, own_models(tx));
        add_choices(view.models, every_ready());
        view.projects = project_choices(
            tx,
            {.client =
                 tenancy::ClientId::parse(form.typed_value("client")).value_or(tenancy::ClientId{}),
             .typed = projects::ProjectId::parse(form.typed_value("project"))});
    });
    const auto title = t("letters.list.new");
    return guard::render(call,
                         guard::Page{.title = title,
                                     .body = new_letter_form(view),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{t("letters.nav"), letters_path(call)}, {title, {}}}),
                                     .status = form.is_valid() ? 200 : 422});
}

} // namespace

html::Url letters_path(const Call& call, const std::string& rest)
{
    return html::checked_local(call.in_workspace("/courriers" + rest));
}

http::Response list_letters(Call& call)
{
    const auto search = search_of(call);
    const auto& context = call.context();
    LetterListView view{.list = letters_path(call),
                        .models = models_path(call),
                        .query = std::string{call.query("q")},
                        .state = search.state,
                        .may_manage = call.may("letters.manage"),
                        .may_edit_models = call.may("letters.models"),
                        .now = context.now(),
                        .zone = context.workspace().time_zone};
    context.read([&](WorkspaceTransaction& tx) {
        view.rows = LetterStore{tx}.list(search);
        view.counts = LetterStore{tx}.counts();
    });
    view.next = next_page(call, view.rows);
    const auto add =
        ui::link_button(letters_path(call, "/nouveau"), {.label = t("letters.list.new"),
                                                         .icon = "plus",
                                                         .kind = ui::ButtonKind::Primary,
                                                         .hotkey = "c"});
    return guard::render(call, guard::Page{.title = t("letters.nav"),
                                           .body = letter_list(view),
                                           .top = html::when(view.may_manage, add),
                                           .is_data_only = true,
                                           .topics = {"letters"}});
}

http::Response new_letter(Call& call)
{
    auto form = call.blank_form<StartLetter>();
    if (form.typed.empty()) {
        const auto kind =
            call.query("sorte") == "contrat" ? LetterKind::contract : LetterKind::letter;
        const auto proposed =
            call.context().read([&](WorkspaceTransaction& tx) { return proposed_model(tx, kind); });
        form.typed = {{"client", std::string{call.query("client")}}, {"model", proposed.code}};
    }
    return new_page(call, form);
}

http::Response create_letter(Call& call)
{
    auto form = call.form<StartLetter>();
    if (!form.is_valid()) return new_page(call, form);

    const auto& typed = form.command;
    try {
        const auto id = call.context().write([&](WorkspaceTransaction& tx) {
            return start_letter(tx, {.client = typed.client,
                                     .model = typed.model.value,
                                     .project = typed.project,
                                     .title = typed.title.value});
        });
        return call.redirect(letters_path(call, "/" + id.text()).text(), "letters.notice.started");
    } catch (const base::Refusal& refusal) {
        if (refusal.code != project_refused) throw;
        form.errors.add("project", refusal.code);
        return new_page(call, form);
    }
}

html::Html client_letters_panel(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const auto rows = call.context().read([&](WorkspaceTransaction& tx) {
        return LetterStore{tx}.list({.client = client, .limit = panel_rows});
    });
    const bool may_write = call.may("letters.manage");
    if (rows.empty() && !may_write) return html::none;
    const auto add = ui::link_button(
        letters_path(call, "/nouveau").with("client", client.text()),
        {.label = t("letters.list.new"), .icon = "plus", .size = ui::ButtonSize::Small});
    return ui::card({.title = t("letters.nav"),
                     .id = "client-letters",
                     .actions = html::when(may_write, add),
                     .classes = "mb-5"},
                    rows.empty() ? ui::card_body(html::p(html::cls("text-13 text-fg-2"),
                                                         t("letters.panel_none")))
                                 : letter_rows(letters_path(call), rows));
}

} // namespace letters
