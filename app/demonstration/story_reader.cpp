#include "app/demonstration/story_reader.hpp"

#include <algorithm>
#include <set>

namespace demonstration
{
namespace
{

using presets::Node;
using presets::Section;
using presets::Table;

constexpr int minutes_max = 20'000; ///< two weeks: a conversation does not sleep longer
constexpr int weight_max = 100;
constexpr std::int64_t mark_max = 5;

std::vector<std::string> texts(const Section& section, std::string_view key)
{
    auto list = section.codes(key);
    if (list.empty()) section.wrong(std::string{key} + " is missing");
    if (std::ranges::find(list, "") != list.end())
        section.wrong(std::string{key} + " holds an empty text");
    return list;
}

int minutes(const Section& section, std::string_view key)
{
    const auto found = section.number(key, minutes_max);
    if (!found) section.wrong(std::string{key} + " is missing");
    return *found;
}

std::map<std::string, std::int64_t> read_priorities(const Section& section)
{
    std::map<std::string, std::int64_t> weights;
    for (const auto& [code, node] : section.table())
        weights[code] = section.number(code, weight_max).value_or(0);
    if (weights.empty()) section.wrong("holds no priority");
    return weights;
}

std::vector<std::int64_t> read_marks(const Section& section)
{
    if (!section.has("rating")) return {};
    std::vector<std::int64_t> marks;
    const auto* items = std::get_if<std::vector<Node>>(&section.table().at("rating").value);
    if (items == nullptr) section.wrong("rating is not a list");
    for (const auto& item : *items) {
        const auto* mark = std::get_if<std::int64_t>(&item.value);
        if (mark == nullptr || *mark < 1 || *mark > mark_max)
            section.wrong("rating is not a list of marks from 1 to 5");
        marks.push_back(*mark);
    }
    return marks;
}

Turn read_turn(const Section& section)
{
    section.only({"who", "after", "text", "move"});
    Turn turn{.who = section.one_of<Who>(
                  "who", {"client", "staff", "note", "developer", "answer", "resolution"}),
              .after_minutes = minutes(section, "after"),
              .texts = texts(section, "text"),
              .move = section.text_or("move", "")};
    const std::set<std::string> moves{"", "ask", "reopen"};
    if (!moves.contains(turn.move)) section.wrong("move is unknown: " + turn.move);
    return turn;
}

void check_ending(const Story& story, const Section& section)
{
    const auto is_resolved = story.ending == Ending::closed || story.ending == Ending::resolved;
    if (is_resolved && story.resolutions.empty()) section.wrong("resolution is missing");
    if (!is_resolved && !story.resolutions.empty())
        section.wrong("resolution is for endings closed and resolved");
    if ((story.ending == Ending::dismissed) == story.reason.empty())
        section.wrong("reason is for the ending dismissed, which needs one");
}

} // namespace

std::vector<Section> tables_of(const Section& section, const std::string& key)
{
    const auto found = section.table().find(key);
    const auto* items = found == section.table().end()
                            ? nullptr
                            : std::get_if<std::vector<Node>>(&found->second.value);
    if (items == nullptr || items->empty()) section.wrong("[[" + key + "]] is missing");
    std::vector<Section> list;
    for (const auto& item : *items) {
        const auto* table = std::get_if<Table>(&item.value);
        if (table == nullptr) section.wrong(key + " is not a list of tables");
        const Section unnamed{*table, ""};
        const auto name = unnamed.text_or("ref", unnamed.text_or("id", ""));
        const auto number = std::to_string(list.size() + 1);
        list.push_back(section.below(*table, key + ' ' + (name.empty() ? number : name)));
    }
    return list;
}

Story read_story(const Section& section)
{
    section.only({"id", "category", "priority", "for", "needs", "ends", "reason", "title",
                  "opening", "turn", "resolution", "resolution_after", "rating", "comment"});
    Story story{.id = section.text("id"),
                .priorities = read_priorities(section.inner("priority")),
                .client_types = texts(section, "for"),
                .needs = section.codes("needs"),
                .ending = section.one_of<Ending>(
                    "ends", {"closed", "resolved", "dismissed", "new", "taken", "open", "waiting"}),
                .reason = section.text_or("reason", ""),
                .titles = texts(section, "title"),
                .openings = texts(section, "opening"),
                .turns = {},
                .resolutions = section.codes("resolution"),
                .resolution_after_minutes =
                    section.number("resolution_after", minutes_max).value_or(0),
                .marks = read_marks(section),
                .comments = section.codes("comment")};
    if (section.has("turn"))
        for (const auto& turn : tables_of(section, "turn"))
            story.turns.push_back(read_turn(turn));
    check_ending(story, section);
    return story;
}

} // namespace demonstration
