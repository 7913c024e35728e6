#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/tone.hpp"

#include <string>
#include <vector>

namespace ui
{

struct Card {
    std::string title; ///< empty = no head
    std::string id;    ///< required with a title: names the section
    int count = 0;
    html::Html actions; ///< right part of the head
    std::string classes;
};
/// A titled section with a hairline; `content` is put under a rule when there is a head.
html::Html card(const Card& card, const html::Html& content);
/// 16 px around what is not rows.
html::Html card_body(const html::Html& content);

/// A line of a card: tile or avatar, title, second line, what stands on the right.
struct Row {
    html::Html lead;
    std::string title;
    std::string detail;
    html::Html aside;
};
html::Html row(const Row& row);
html::Html row_link(const html::Url& to, const Row& row);

struct Property {
    std::string label;
    html::Html value;
};
/// Label and value pairs of a side panel. Nothing for a pair whose value is empty.
html::Html properties(const std::vector<Property>& pairs);

struct Indicator {
    std::string label;
    std::string figure;
    html::Html note;
};
/// The quiet strip of figures under the work.
html::Html indicators(std::string_view label, const std::vector<Indicator>& figures);

} // namespace ui
