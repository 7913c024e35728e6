#include "modules/settings/word_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/settings/word_actions.hpp"
#include "modules/settings/word_views.hpp"

#include <algorithm>

namespace settings
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr auto words_path = "/reglages/mots";
constexpr std::string_view refused_marks = "{}[]"; // they mean something in our sentences

WordPaths paths_of(const guard::Call& call)
{
    const auto url = [&](const char* end) {
        return html::checked_local(call.in_workspace(std::string{words_path} + end));
    };
    return {.words = url(""), .place = url("/place"), .state = url("/etat"), .noun = url("/mot")};
}

const presets::Preset& preset_of(const guard::Call& call)
{
    return tenancy::own_preset(call.context().workspace());
}

/// Which one a page is about: what its form says, else its address, else the first.
template <class Command>
std::string_view asked(const guard::Call& call, const forms::Form<Command>& form,
                       std::string_view name, std::string_view first)
{
    const auto named = form.typed_value(name, call.query(name));
    return named.empty() ? first : named;
}

html::Html crumbs_to(const guard::Call& call, const std::string& last)
{
    return html::group(
        html::h1(html::cls("sr-only"), last),
        ui::breadcrumbs({{t("settings.title"), html::checked_local(call.in_workspace("/reglages"))},
                         {t("settings.words.title"), paths_of(call).words},
                         {last, {}}}));
}

http::Response words_answer(guard::Call& call, const forms::Form<AddState>& form, int status)
{
    const WordsView view{.paths = paths_of(call),
                         .guard = guard::form_guard(call),
                         .preset = preset_of(call),
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

http::Response state_answer(guard::Call& call, const forms::Form<EditState>& form, int status)
{
    const auto& workflow = preset_of(call).workflow(workflow_noun);
    const auto* state = presets::find_state(workflow, asked(call, form, "code", workflow.start));
    if (state == nullptr) throw base::NotFound{};
    const StateView view{.paths = paths_of(call),
                         .guard = guard::form_guard(call),
                         .workflow = workflow,
                         .state = *state,
                         .fields = {form, "settings.words.field"},
                         .next = ticked(workflow, *state, form)};
    return guard::render(call, guard::Page{.title = state->label,
                                           .body = state_page(view),
                                           .breadcrumbs = crumbs_to(call, state->label),
                                           .status = status});
}

http::Response word_answer(guard::Call& call, const forms::Form<EditWord>& form, int status)
{
    const std::string noun{asked(call, form, "noun", own_nouns.front())};
    if (std::ranges::find(own_nouns, noun) == own_nouns.end()) throw base::NotFound{};
    const auto& preset = preset_of(call);
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

/// Runs the action; what it refuses is said above the form, with what was typed.
template <class Command, class Act, class Answer>
http::Response change(guard::Call& call, forms::Form<Command> form, Act act, Answer answer)
{
    if (!form.is_valid()) return answer(call, form, 422);
    try {
        call.context().write([&](WorkspaceTransaction& tx) { act(tx, form.command); });
    } catch (const base::Refusal& refusal) {
        form.errors.add("", refusal.code, refusal.params);
        return answer(call, form, refusal.kind == base::Refusal::Kind::Conflict ? 409 : 422);
    }
    return call.redirect(call.in_workspace(words_path), "settings.words.saved");
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

http::Response show_word(guard::Call& call)
{
    return word_answer(call, call.blank_form<EditWord>(), 200);
}

http::Response update_word(guard::Call& call)
{
    return change(call, typed_word(call), edit_word, word_answer);
}

} // namespace settings
