#pragma once

#include "modules/settings/word_views.hpp"

namespace settings
{

/// The moves of the workflow, on the page of words.
html::Html moves_card(const WordsView& view);

/// What a form ticks, or the move as it is.
struct MoveView {
    WordPaths paths;
    html::Html guard;
    const presets::Workflow& workflow;
    presets::Move move; ///< without code: a new one
    guard::FormView fields;
    std::string version;
    std::string saved; ///< the move in one line, when somebody else changed it meanwhile
};
html::Html move_page(const MoveView& view);

/// « Nouveau, En cours → Résolu · l’équipe · résumé de résolution »
std::string in_one_line(const presets::Workflow& workflow, const presets::Move& move);

} // namespace settings
