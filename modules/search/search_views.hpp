#pragma once

#include "kernel/html/html.hpp"
#include "kernel/tenancy/actor.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace search
{

/// Results the palette shows, all kinds together.
inline constexpr std::size_t palette_hits_max = 8;

struct FoundLine {
    std::int64_t id = 0;
    std::string title;
    std::string detail;
    html::Url to;
    std::string state;
    std::string tone;
};
struct FoundGroup {
    std::string label;
    std::string icon; ///< Lucide name; empty = the avatar of each title
    std::string kind;
    std::vector<FoundLine> lines;
};
/// Somewhere to go or something to make.
struct Command {
    std::string label;
    html::Url to;
    std::string icon;
    std::string keys; ///< "g t"; may be empty
};

struct ResultsView {
    html::Url action;
    std::string typed;
    std::vector<FoundGroup> groups;
    tenancy::Side side = tenancy::Side::staff;
};
html::Html results_page(const ResultsView& view);

struct SuggestionsView {
    std::string typed;
    std::vector<FoundGroup> groups;
    std::vector<Command> destinations;
    std::vector<Command> actions;
};
/// The content of the palette's list: groups of options.
html::Html suggestions(const SuggestionsView& view);

struct ShortcutsView {
    std::vector<Command> destinations;
    bool has_tickets = true;
};
/// Also read alone, as a frame, by the dialog « Raccourcis clavier ».
html::Html shortcuts_page(const ShortcutsView& view);

/// The title with the parts that were looked for in bold.
html::Html marked(const std::string& title, const std::string& typed);

} // namespace search
