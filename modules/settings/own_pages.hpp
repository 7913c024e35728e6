#pragma once

#include "kernel/base/refusal.hpp"
#include "kernel/forms/form.hpp"
#include "kernel/guard/call.hpp"
#include "kernel/tenancy/context.hpp"
#include "modules/settings/word_views.hpp"

#include <string>
#include <string_view>

/// What the pages of words, moves and vocabularies share.
namespace settings
{

inline constexpr auto words_path = "/reglages/mots";
inline constexpr int stale_status = 409;
inline constexpr int refused_status = 422;

WordPaths paths_of(const guard::Call& call);
const presets::Preset& preset_of(const guard::Call& call);
/// « Réglages › Mots et parcours › last », and the title for those who hear the page.
html::Html crumbs_to(const guard::Call& call, const std::string& last);

/// Which one a page is about: what its form says, else its address, else the first.
template <class Command>
std::string_view asked(const guard::Call& call, const forms::Form<Command>& form,
                       std::string_view name, std::string_view first)
{
    const auto named = form.typed_value(name, call.query(name));
    return named.empty() ? first : named;
}

/// Runs the action; what it refuses is said above the form, with what was typed. A conflict is said
/// by the form itself, which shows both.
template <class Command, class Act, class Answer>
http::Response change(guard::Call& call, forms::Form<Command> form, Act act, Answer answer)
{
    if (!form.is_valid()) return answer(call, form, refused_status);
    try {
        call.context().write([&](tenancy::WorkspaceTransaction& tx) { act(tx, form.command); });
    } catch (const base::Refusal& refusal) {
        if (refusal.kind == base::Refusal::Kind::Conflict) return answer(call, form, stale_status);
        form.errors.add("", refusal.code, refusal.params);
        return answer(call, form, refused_status);
    }
    return call.redirect(call.in_workspace(words_path), "settings.words.saved");
}

} // namespace settings
