#include "modules/settings/word_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/settings/own_pages.hpp"
#include "modules/settings/word_actions.hpp"
#include "modules/settings/word_views.hpp"

#include <algorithm>

namespace settings
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::string_view refused_marks = "{}[]"; // they mean something in our sentences

std::string vocabulary_title(guard::Call& call)
{
    const auto name =
        call.context().read([](WorkspaceTransaction& tx) { return own_workflow(tx).vocabulary(); });
    const auto* vocabulary = presets::find_vocabulary(name);
    return vocabulary == nullptr ? name : vocabulary->title;
}

http::Response words_answer(guard::Call& call, const forms::Form<AddState>& form, int status)
{
    const WordsView view{.paths = paths_of(call),
                         .guard = guard::form_guard(call),
                         .preset = preset_of(call),
                         .vocabulary = vocabulary_title(call),
                         .adding = {form, "settings.words.field"}};
    const auto crumbs = html::group(
        html::h1(html::cls("sr-only"), t("settings.words.title")),
        ui::breadcrumbs({{t("settings.title"), html::checked_local(call.in_workspace("/reglages"))},
                         {t("settings.words.title"), {}}}));
    return guard::render(call, guard::Page{.title = t("settings.words.title"),
                                           .body = words_page(view),
                                           .breadcrumbs = crumbs,
                                           .status = status});
}

std::set<std::string, std::less<>> ticked(const presets::Workflow& workflow,
                                          const presets::State& state,
                                          const forms::Form<EditState>& form)
{
    std::set<std::string, std::less<>> next;
    if (form.typed.empty())
        for (const auto& [from, to] : presets::passages_of(workflow))
            if (from == state.code) next.insert(to);
    for (const auto& [name, value] : form.typed)
        if (name == "next") next.insert(value);
    return next;
}

std::string labels_after(const presets::Workflow& workflow, const presets::State& state)
{
    std::vector<std::string> labels;
    for (const auto& [from, to] : presets::passages_of(workflow))
        if (from == state.code) labels.push_back(presets::find_state(workflow, to)->label);
    return base::join(labels, ", ");
}

/// Both versions: what was typed beside what somebody else saved.
void set_beside(StateView& view)
{
    const auto& state = view.state;
    view.fields.set_beside({{"label", state.label},
                            {"client_label", state.client_label},
                            {"client_help", state.client_help},
                            {"tone", state.tone},
                            {"version", view.version}},
                           {{"tone", t("settings.words.tone." + state.tone)}});
    view.saved_next = labels_after(view.workflow, state);
}

http::Response state_answer(guard::Call& call, const forms::Form<EditState>& form, int status)
{
    const auto& workflow = workflow_of(preset_of(call));
    const auto* state = presets::find_state(workflow, asked(call, form, "code", workflow.start));
    if (state == nullptr) throw base::NotFound{};
    StateView view{.paths = paths_of(call),
                   .guard = guard::form_guard(call),
                   .workflow = workflow,
                   .state = *state,
                   .fields = {form, "settings.words.field"},
                   .next = ticked(workflow, *state, form),
                   .version = version_of(workflow, *state)};
    if (status == stale_status) set_beside(view);
    return guard::render(call, guard::Page{.title = state->label,
                                           .body = state_page(view),
                                           .breadcrumbs = crumbs_to(call, state->label),
                                           .status = status});
}

http::Response word_answer(guard::Call& call, const forms::Form<EditWord>& form, int status)
{
    const std::string noun{asked(call, form, "noun", "client")};
    const auto& preset = preset_of(call);
    if (!is_own_noun(preset, noun)) throw base::NotFound{};
    const WordView view{.paths = paths_of(call),
                        .guard = guard::form_guard(call),
                        .noun = noun,
                        .team = preset.word(noun),
                        .client = preset.word(noun, tenancy::Side::portal),
                        .fields = {form, "settings.words.field"}};
    const auto title = t("settings.words.noun." + noun);
    return guard::render(call, guard::Page{.title = title,
                                           .body = word_page(view),
                                           .breadcrumbs = crumbs_to(call, title),
                                           .status = status});
}

forms::Form<EditWord> typed_word(const guard::Call& call)
{
    auto form = call.form<EditWord>();
    for (const auto& [name, value] : form.typed)
        if (name.ends_with("singular") || name.ends_with("plural"))
            if (value.find_first_of(refused_marks) != value.npos)
                form.errors.add(name, "settings.words.error.marks");
    return form;
}

} // namespace

http::Response show_words(guard::Call& call)
{
    return words_answer(call, call.blank_form<AddState>(), 200);
}

http::Response create_state(guard::Call& call)
{
    return change(call, call.form<AddState>(), add_state, words_answer);
}

http::Response place_state_page(guard::Call& call)
{
    const auto form = call.form<PlaceState>();
    base::refuse_unless(form.is_valid(), "forms.error.choice");
    call.context().write([&](WorkspaceTransaction& tx) { place_state(tx, form.command); });
    return call.redirect(call.in_workspace(words_path));
}

http::Response show_state(guard::Call& call)
{
    return state_answer(call, call.blank_form<EditState>(), 200);
}

http::Response update_state(guard::Call& call)
{
    return change(call, call.form<EditState>(), edit_state, state_answer);
}

http::Response delete_state(guard::Call& call)
{
    const auto form = call.form<RemoveState>();
    base::refuse_unless(form.is_valid(), "forms.error.choice");
    auto again = call.blank_form<EditState>();
    try {
        call.context().write([&](WorkspaceTransaction& tx) { remove_state(tx, form.command); });
    } catch (const base::Refusal& refusal) {
        again.errors.add("", refusal.code, refusal.params);
        again.typed.clear();
        return state_answer(call, again, 422);
    }
    return call.redirect(call.in_workspace(words_path), "settings.words.state_gone");
}

http::Response show_word(guard::Call& call)
{
    return word_answer(call, call.blank_form<EditWord>(), 200);
}

http::Response update_word(guard::Call& call)
{
    return change(call, typed_word(call), edit_word, word_answer);
}

} // namespace settings
