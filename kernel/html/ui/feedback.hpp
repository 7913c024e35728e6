#pragma once

#include "kernel/html/html.hpp"
#include "kernel/html/ui/tone.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ui
{

enum class Urgency { Polite, Alert };

/// A line across the page: offline, read-only, refused.
struct Banner {
    Tone tone = Tone::Amber;
    Icon icon;
    std::string strong; ///< « Hors ligne. »
    std::string words;
    html::Html action;
    Urgency urgency = Urgency::Polite;
};
html::Html banner(const Banner& banner);

/// Says that something was done; leaves after 6 s with JavaScript. Never for what needs an answer.
struct Toast {
    Tone tone = Tone::Green;
    Icon icon = "circle-check";
    std::string title;
    std::string detail;
    html::Html action; ///< ui::link(…, « Annuler »)
};
html::Html toast(const Toast& toast);

enum class StepState { Done, Now, Later };
struct Step {
    std::string title;
    std::string detail;
    StepState state = StepState::Later;
};
html::Html steps(const std::vector<Step>& steps);

/// A bar; `words` says the same to screen readers. `value` in 0…`max`.
html::Html meter(std::string_view words, int value, int max = 100);
html::Html meter(std::string_view words, int value, int max, Tone tone);

} // namespace ui
