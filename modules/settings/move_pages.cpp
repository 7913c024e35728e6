#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/settings/move_actions.hpp"
#include "modules/settings/move_views.hpp"
#include "modules/settings/own_pages.hpp"
#include "modules/settings/word_pages.hpp"

#include <charconv>

namespace settings
{
namespace
{

using i18n::t;
using presets::Move;
using tenancy::WorkspaceTransaction;

/// What was ticked and chosen, to be shown again.
void put_typed(Move& move, const forms::Form<SaveMove>& form)
{
    move.from.clear();
    move.who.clear();
    move.needs.clear();
    for (const auto& [name, value] : form.typed) {
        const auto mover = presets::parse_mover(value);
        if (name == "from") move.from.push_back(value);
        if (name == "who" && mover) move.who.insert(*mover);
        if (name == "needs") move.needs.push_back(value);
    }
}

http::Response move_answer(guard::Call& call, const forms::Form<SaveMove>& form, int status)
{
    const auto& workflow = workflow_of(preset_of(call));
    const std::string code{asked(call, form, "code", "")};
    const auto* known = presets::find_move(workflow, code);
    if (known == nullptr && !code.empty()) throw base::NotFound{};
    MoveView view{.paths = paths_of(call),
                  .guard = guard::form_guard(call),
                  .workflow = workflow,
                  .move = known == nullptr ? Move{.who = {presets::Mover::staff}} : *known,
                  .fields = {form, "settings.words.move"},
                  .version = known == nullptr ? std::string{} : version_of(*known)};
    if (status == stale_status && known != nullptr) {
        view.fields.set_beside({{"label", known->label},
                                {"client_label", known->client_label},
                                {"version", view.version}},
                               {});
        view.saved = in_one_line(workflow, *known);
    }
    if (!form.typed.empty()) put_typed(view.move, form);
    const auto title = known == nullptr ? t("settings.words.move_add") : known->label;
    return guard::render(call, guard::Page{.title = title,
                                           .body = move_page(view),
                                           .breadcrumbs = crumbs_to(call, title),
                                           .status = status});
}

} // namespace

http::Response show_move(guard::Call& call)
{
    return move_answer(call, call.blank_form<SaveMove>(), 200);
}

http::Response update_move(guard::Call& call)
{
    return change(call, call.form<SaveMove>(), save_move, move_answer);
}

http::Response delete_move(guard::Call& call)
{
    const auto form = call.form<RemoveMove>();
    base::refuse_unless(form.is_valid(), "forms.error.choice");
    auto again = call.blank_form<SaveMove>();
    try {
        call.context().write([&](WorkspaceTransaction& tx) { remove_move(tx, form.command); });
    } catch (const base::Refusal& refusal) {
        again.errors.add("", refusal.code, refusal.params);
        again.typed = {};
        return move_answer(call, again, refused_status);
    }
    return call.redirect(call.in_workspace(words_path), "settings.words.move_gone");
}

} // namespace settings
