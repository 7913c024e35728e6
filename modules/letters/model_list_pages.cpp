#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/letter_paper.hpp"
#include "modules/letters/model_actions.hpp"
#include "modules/letters/model_pages.hpp"
#include "modules/letters/model_views.hpp"
#include "modules/letters/preview_pages.hpp"
#include "modules/letters/sheet_forms.hpp"

namespace letters
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

ModelCard card_of(const Call& call, Model model)
{
    const bool is_own = model.version > 0;
    const auto page = "/" + model.code;
    auto picture =
        is_own
            ? models_path(call, page + "/vignette").with("version", std::to_string(model.version))
            : models_path(call, "/prets/" + model.code + "/vignette");
    return {.model = std::move(model),
            .picture = std::move(picture),
            .page = is_own ? std::optional{models_path(call, page)} : std::nullopt};
}

ModelListView list_view(Call& call)
{
    ModelListView view{.copy = models_path(call),
                       .choose = models_path(call, "/choix"),
                       .guard = guard::form_guard(call)};
    std::vector<std::string> proposed;
    const auto own = call.context().read([&](WorkspaceTransaction& tx) {
        proposed = {proposed_model(tx, LetterKind::letter).code,
                    proposed_model(tx, LetterKind::contract).code};
        return own_models(tx);
    });
    for (const auto& one : own)
        view.own.push_back(card_of(call, one));
    for (const auto& one : every_ready())
        view.ready.push_back(card_of(call, one));
    for (auto* cards : {&view.own, &view.ready})
        for (auto& card : *cards)
            card.is_proposed = card.model.code == proposed[0] || card.model.code == proposed[1];
    return view;
}

http::Response list_page(Call& call, const ModelListView& view, int status)
{
    const auto title = t("letters.models");
    return guard::render(
        call, guard::Page{.title = title,
                          .body = model_list(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{.label = t("guard.nav.settings"),
                                .to = html::checked_local(call.in_workspace("/reglages"))},
                               {.label = title, .to = {}}}),
                          .status = status,
                          .topics = {"letter_models"}});
}

http::Response picture_of(const Call& call, const Model& model)
{
    const auto paper = call.context().read([&](WorkspaceTransaction& tx) {
        return paper_of(tx,
                        {.kind = model.kind,
                         .number = t("letters.example.number"),
                         .title = model.name,
                         .client = {},
                         .content = model.content},
                        call.context().today());
    });
    return preview_thumbnail(document_of(call.context(), paper, call.context().now()));
}

} // namespace

html::Url models_path(const Call& call, const std::string& rest)
{
    return html::checked_local(call.in_workspace("/reglages/lettres-types" + rest));
}

http::Response list_models(Call& call)
{
    return list_page(call, list_view(call), 200);
}

http::Response create_model(Call& call)
{
    const auto form = call.form<CopyModel>();
    if (!form.is_valid()) {
        auto view = list_view(call);
        view.trouble = t("letters.error.copy_name");
        return list_page(call, view, 422);
    }
    const auto id = call.context().write([&](WorkspaceTransaction& tx) {
        return copy_model(tx, form.command.from.value, form.command.name.value);
    });
    return call.redirect(models_path(call, "/" + id.text()).text(), "letters.notice.model_created");
}

http::Response choose_models(Call& call)
{
    const auto form = call.form<ChooseModels>();
    if (!form.is_valid()) throw base::NotFound{};
    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        choose_model(tx, {.kind = LetterKind::letter, .choice = typed.letter.value});
        choose_model(tx, {.kind = LetterKind::contract, .choice = typed.contract.value});
    });
    return call.redirect(models_path(call).text(), "letters.notice.models_chosen");
}

http::Response show_ready_picture(Call& call)
{
    const auto model = find_ready(call.path("model"));
    if (!model) throw base::NotFound{};
    return picture_of(call, *model);
}

http::Response show_model_picture(Call& call)
{
    const auto id = call.path_id<ModelId>("model");
    return picture_of(
        call, call.context().read([&](WorkspaceTransaction& tx) { return own_model(tx, id); }));
}

} // namespace letters
