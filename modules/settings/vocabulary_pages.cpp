#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/settings/own_pages.hpp"
#include "modules/settings/vocabulary_views.hpp"
#include "modules/settings/word_pages.hpp"

namespace settings
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

http::Response vocabulary_answer(guard::Call& call, const forms::Form<ChooseVocabulary>& form,
                                 int status)
{
    VocabularyView view{.paths = paths_of(call),
                        .guard = guard::form_guard(call),
                        .asked = std::string{form.typed_value("name", call.query("nom"))}};
    call.context().read([&](WorkspaceTransaction& tx) {
        const auto now = own_workflow(tx);
        workflow_of(now.preset);
        view.in_use = now.vocabulary();
        if (!view.asked.empty() && view.asked != view.in_use)
            view.switching = switching(tx, view.asked);
    });
    auto said = form;
    if (status == stale_status) said.errors.add("", "auth.refusal.preset_changed");
    view.summary = guard::FormView{said, "settings.words.field"}.summary();
    const auto title = t("settings.words.vocabulary.title");
    return guard::render(call, guard::Page{.title = title,
                                           .body = vocabulary_page(view),
                                           .breadcrumbs = crumbs_to(call, title),
                                           .status = status});
}

} // namespace

http::Response show_vocabulary(guard::Call& call)
{
    return vocabulary_answer(call, call.blank_form<ChooseVocabulary>(), 200);
}

http::Response update_vocabulary(guard::Call& call)
{
    return change(call, call.form<ChooseVocabulary>(), choose_vocabulary, vocabulary_answer);
}

} // namespace settings
