#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/templates/template_actions.hpp"
#include "modules/templates/template_forms.hpp"
#include "modules/templates/template_pages.hpp"
#include "modules/templates/template_views.hpp"
#include "modules/templates/templates.hpp"

namespace templates
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

TemplateCard card_of(const Call& call, const Template& shown)
{
    const bool is_own = shown.version > 0;
    const auto version = std::to_string(shown.version);
    const auto own_page = "/" + shown.code;
    return {.code = shown.code,
            .name = shown.name,
            .detail = is_own ? t("templates.version", {{"version", version}})
                             : t("templates.about." + shown.code),
            .picture = is_own
                           ? templates_path(call, own_page + "/vignette").with("version", version)
                           : templates_path(call, "/prets/" + shown.code + "/vignette"),
            .page = is_own ? std::optional{templates_path(call, own_page)} : std::nullopt,
            .chosen_for = {}};
}

TemplateListView list_view(Call& call)
{
    TemplateListView view{.copy = templates_path(call),
                          .choose = templates_path(call, "/choix"),
                          .guard = guard::form_guard(call)};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.own.clear();
        view.types.clear();
        for (const auto& one : own_templates(tx))
            view.own.push_back(card_of(call, one));
        for (const auto type : document_types) {
            const std::string code{forms::enum_name(type)};
            view.types.push_back({.type = code,
                                  .label = t("templates.type." + code),
                                  .chosen = for_type(tx, type).code});
        }
    });
    for (const auto& one : every_ready())
        view.ready.push_back(card_of(call, one));
    for (auto* cards : {&view.own, &view.ready})
        for (auto& card : *cards)
            for (const auto& type : view.types)
                if (type.chosen == card.code) card.chosen_for.push_back(type.label);
    return view;
}

http::Response list_page(Call& call, const TemplateListView& view, int status)
{
    const auto title = t("templates.title");
    return guard::render(
        call, guard::Page{.title = title,
                          .body = template_list(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{.label = t("guard.nav.settings"),
                                .to = html::checked_local(call.in_workspace("/reglages"))},
                               {.label = title, .to = {}}}),
                          .status = status,
                          .topics = {"templates"}});
}

} // namespace

html::Url templates_path(const Call& call, const std::string& rest)
{
    return html::checked_local(call.in_workspace("/reglages/modeles" + rest));
}

http::Response list_templates(Call& call)
{
    return list_page(call, list_view(call), 200);
}

http::Response create_template(Call& call)
{
    const auto form = call.form<CopyTemplate>();
    if (!form.is_valid()) {
        auto view = list_view(call);
        view.trouble = t("templates.error.copy_name");
        return list_page(call, view, 422);
    }
    const auto id = call.context().write([&](WorkspaceTransaction& tx) {
        return copy_template(tx, form.command.from.value, form.command.name.value);
    });
    return call.redirect(templates_path(call, "/" + id.text()).text(), "templates.notice.created");
}

http::Response choose_for_types(Call& call)
{
    const auto form = call.form<ChooseTemplates>();
    if (!form.is_valid()) throw base::NotFound{};
    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        choose_templates(tx,
                         {{.type = DocumentType::quote, .choice = typed.quote.value},
                          {.type = DocumentType::invoice, .choice = typed.invoice.value},
                          {.type = DocumentType::credit_note, .choice = typed.credit_note.value},
                          {.type = DocumentType::letter, .choice = typed.letter.value},
                          {.type = DocumentType::contract, .choice = typed.contract.value}});
    });
    return call.redirect(templates_path(call).text(), "templates.notice.chosen");
}

} // namespace templates
