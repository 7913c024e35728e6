#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/presets/changes.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace settings
{

struct WordPaths {
    html::Url words; ///< the page, and where a state is added
    html::Url place;
    html::Url state;
    html::Url noun;
    html::Url state_out; ///< where a state is taken out
    html::Url move;
    html::Url move_out;
    html::Url vocabulary;
};

struct WordsView {
    WordPaths paths;
    html::Html guard;
    const presets::Preset& preset;
    std::string vocabulary; ///< title of the one in use
    guard::FormView adding;
};
html::Html words_page(const WordsView& view);

struct StateView {
    WordPaths paths;
    html::Html guard;
    const presets::Workflow& workflow;
    const presets::State& state;
    guard::FormView fields;
    std::set<std::string, std::less<>> next; ///< ticked
    std::string version;
    std::string saved_next; ///< labels, when somebody else saved others meanwhile
};
html::Html state_page(const StateView& view);

struct WordView {
    WordPaths paths;
    html::Html guard;
    std::string noun;
    const presets::Word& team;
    const presets::Word& client;
    guard::FormView fields;
};
html::Html word_page(const WordView& view);

} // namespace settings
