#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/letters/editor_views.hpp"
#include "modules/letters/letter_paper.hpp"
#include "modules/letters/letter_words.hpp"
#include "modules/letters/model_actions.hpp"
#include "modules/letters/model_pages.hpp"
#include "modules/letters/model_views.hpp"
#include "modules/letters/picture_forms.hpp"
#include "modules/letters/preview_pages.hpp"
#include "modules/letters/sheet_forms.hpp"

#include <algorithm>

namespace letters
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;
using Typed = Sheet<SaveModel>;

struct Shown {
    Model saved;
    std::vector<ModelVersionLine> versions;
    std::vector<ui::Choice> clients;
    bool is_proposed = false;
};

Shown shown_model(Call& call)
{
    const auto id = call.path_id<ModelId>("model");
    const auto& zone = call.context().workspace().time_zone;
    return call.context().read([&](WorkspaceTransaction& tx) {
        Shown shown{.saved = own_model(tx, id)};
        for (const auto& old : ModelStore{tx}.versions(id))
            if (old.version != shown.saved.version)
                shown.versions.push_back(
                    {.version = old.version,
                     .when = i18n::long_date(base::date_in(old.saved_at, zone))});
        for (const auto& client : crm::active_clients(tx))
            shown.clients.push_back({.value = client.id.text(), .label = client.name});
        shown.is_proposed = proposed_model(tx, shown.saved.kind).code == shown.saved.code;
        return shown;
    });
}

/// As a letter of it would be today; `client` zero is somebody who never was.
documents::Document paper_of(const Call& call, const Model& model, const Content& content,
                             tenancy::ClientId client)
{
    const auto& context = call.context();
    const auto paper = context.read([&](WorkspaceTransaction& tx) {
        return letters::paper_of(tx,
                                 {.kind = model.kind,
                                  .number = t("letters.example.number"),
                                  .title = model.name,
                                  .client = client,
                                  .content = content},
                                 context.today());
    });
    return document_of(context, paper, context.now());
}

tenancy::ClientId client_of(const Typed& typed)
{
    return typed.head.command.shown_client.value_or(tenancy::ClientId{});
}

Typed saved_sheet(const Model& saved)
{
    Typed typed;
    typed.head.typed = typed_of(saved.content);
    typed.head.typed.emplace_back("name", saved.name);
    typed.head.typed.emplace_back("version", std::to_string(saved.version));
    typed.blocks = typed_blocks(saved.content.blocks);
    return typed;
}

std::vector<html::Url> pictures_of(const Call& call, const Model& saved)
{
    const auto pages = pages_shown(paper_of(call, saved, saved.content, {}));
    std::vector<html::Url> pictures;
    for (int page = 1; page <= pages; ++page)
        pictures.push_back(models_path(call, "/" + saved.code + "/page")
                               .with("version", std::to_string(saved.version))
                               .with("page", std::to_string(page)));
    return pictures;
}

/// Inside the form's reach although it stands beside it.
html::Html shown_as(const Shown& shown, const guard::FormView& fields)
{
    if (shown.clients.empty()) return html::none;
    auto field = fields.field("shown_client");
    field.placeholder = t("letters.example.choice");
    field.more = html::form_id(editor_form);
    return html::div(html::cls("mb-3"), ui::select_field(field, shown.clients));
}

files::Owner owner_of(const Call& call)
{
    return letters::pictures_of(call.path_id<ModelId>("model"));
}

struct State {
    int status = 200;
    bool is_unsaved = false;
    int focus_key = 0;
    std::string trouble{};
};

http::Response editor_page(Call& call, const Shown& shown, const Typed& typed, const State& state)
{
    const auto base = "/" + shown.saved.code;
    const guard::FormView fields{typed.head, "letters.field"};
    auto name = fields.field("name");
    name.length_max = static_cast<int>(model_name_max);
    const auto guard = guard::form_guard(call);
    const auto version = t("letters.version", {{"version", std::to_string(shown.saved.version)}});
    const auto paper = models_path(call, base + "/apercu");
    const EditorView view{.save = models_path(call, base),
                          .paper = paper,
                          .typed_pages = models_path(call, base + "/pages"),
                          .guard = guard,
                          .fields = fields,
                          .errors = typed.head.errors,
                          .blocks = typed.blocks,
                          .kept_pictures = {.slug = call.context().workspace().slug,
                                            .kept = kept_pictures(call, owner_of(call))},
                          .heading = shown.saved.name,
                          .detail = kind_words(shown.saved.kind) + " · " + version,
                          .head = ui::input_field(name),
                          .below = model_side({.restore = models_path(call, base + "/versions"),
                                               .remove = models_path(call, base + "/suppression"),
                                               .guard = guard,
                                               .model = shown.saved,
                                               .versions = shown.versions,
                                               .is_proposed = shown.is_proposed}),
                          .shown_as = shown_as(shown, fields),
                          .preview_note = t("letters.preview_note"),
                          .pictures = pictures_of(call, shown.saved),
                          .version = std::string{typed.head.typed_value("version")},
                          .trouble = state.trouble,
                          .focus_key = state.focus_key,
                          .is_unsaved = state.is_unsaved};
    return guard::render(call,
                         guard::Page{.title = shown.saved.name,
                                     .body = editor(view),
                                     .top = editor_actions(paper, {}),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{.label = t("letters.models"), .to = models_path(call)},
                                          {.label = shown.saved.name, .to = {}}}),
                                     .status = state.status,
                                     .topics = {"letter_models"}});
}

Typed typed_sheet(Call& call)
{
    auto typed = read_sheet(call.form<SaveModel>());
    hold_pictures(call, owner_of(call), typed.blocks);
    return typed;
}

http::Response stepped_page(Call& call, const Shown& shown, Typed typed, std::string_view step)
{
    const auto focus = apply_step(typed.blocks, step);
    typed.head.errors = {};
    return editor_page(call, shown, typed, {.is_unsaved = true, .focus_key = focus.value_or(0)});
}

} // namespace

http::Response show_model(Call& call)
{
    const auto shown = shown_model(call);
    auto kept = call.blank_form<SaveModel>();
    if (kept.typed.empty()) return editor_page(call, shown, saved_sheet(shown.saved), {});
    return editor_page(call, shown, {.head = kept, .blocks = read_blocks(kept.typed)},
                       {.is_unsaved = true});
}

http::Response update_model(Call& call)
{
    const auto shown = shown_model(call);
    auto typed = typed_sheet(call);
    if (const auto step = call.request().form.get("step"); !step.empty())
        return stepped_page(call, shown, std::move(typed), step);
    const auto brought = to_be_saved(call, typed);
    if (!typed.is_valid())
        return editor_page(call, shown, typed, {.status = 422, .is_unsaved = true});

    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_model(tx, {.id = call.path_id<ModelId>("model"),
                            .name = typed.head.command.name.value,
                            .content = with_pictures(tx, owner_of(call), typed.blocks,
                                                     typed.content(), brought),
                            .seen_version = typed.head.command.version.value});
        });
    } catch (const base::Refusal& refusal) {
        return editor_page(
            call, shown, typed,
            {.status = 409, .is_unsaved = true, .trouble = t(refusal.what(), refusal.params)});
    }
    return call.redirect(models_path(call, "/" + shown.saved.code).text(),
                         "letters.notice.model_saved");
}

http::Response restore_model_version(Call& call)
{
    const auto id = call.path_id<ModelId>("model");
    const auto form = call.form<RestoreModel>();
    if (!form.is_valid()) throw base::NotFound{};
    call.context().write(
        [&](WorkspaceTransaction& tx) { restore_model(tx, id, form.command.version.value); });
    return call.redirect(models_path(call, "/" + id.text()).text(),
                         "letters.notice.model_restored");
}

http::Response delete_model(Call& call)
{
    const auto id = call.path_id<ModelId>("model");
    const auto form = call.form<RemoveModel>();
    base::refuse_unless(form.is_valid(), "letters.refusal.model_changed");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_model(tx, id, form.command.version.value); });
    return call.redirect(models_path(call).text(), "letters.notice.model_removed");
}

http::Response show_model_page(Call& call)
{
    const auto id = call.path_id<ModelId>("model");
    const auto model =
        call.context().read([&](WorkspaceTransaction& tx) { return own_model(tx, id); });
    const auto client = tenancy::ClientId::parse(call.query("client"));
    return preview_page(call,
                        paper_of(call, model, model.content, client.value_or(tenancy::ClientId{})));
}

http::Response show_typed_model_pages(Call& call)
{
    const auto shown = shown_model(call);
    const auto typed = typed_sheet(call);
    if (!typed.is_valid()) return preview_problems(typed.head.errors, typed.blocks);
    return preview_pages(paper_of(call, shown.saved, typed.content(), client_of(typed)));
}

http::Response show_typed_model_paper(Call& call)
{
    const auto shown = shown_model(call);
    const auto typed = typed_sheet(call);
    if (!typed.is_valid())
        return editor_page(call, shown, typed, {.status = 422, .is_unsaved = true});
    return preview_paper(paper_of(call, shown.saved, typed.content(), client_of(typed)));
}

} // namespace letters
