#include "kernel/html/ui/feedback.hpp"

#include <algorithm>

namespace ui
{

using namespace html;

namespace
{

Html bar(std::string_view words, int value, int max, std::string_view tone)
{
    return html::progress(cls("meter", tone.empty() ? "" : " ", tone), html::max(max),
                          html::value(std::clamp(value, 0, max)), attribute<"aria-label">(words));
}

Html step(const Step& step, std::size_t position)
{
    const auto state = step.state == StepState::Done ? flag<"data-done">()
                       : step.state == StepState::Now
                           ? attributes(flag<"data-now">(), attribute<"aria-current">("step"))
                           : Attribute{};
    return li(cls("step"), state,
              span(cls("mark"), step.state == StepState::Done ? icon("check", "i-sm")
                                                              : text(std::to_string(position))),
              span(span(cls("block font-[560]", step.state == StepState::Later ? " text-fg-3" : ""),
                        step.title),
                   when(!step.detail.empty(), span(cls("block text-fg-3"), step.detail))));
}

} // namespace

Html banner(const Banner& banner)
{
    return div(cls("banner ", tone_class(banner.tone)),
               role(banner.urgency == Urgency::Alert ? "alert" : "status"), icon(banner.icon),
               span(cls("flex-1"),
                    when(!banner.strong.empty(), group(b(cls("font-[600]"), banner.strong), " ")),
                    banner.words),
               banner.action);
}

Html toast(const Toast& toast)
{
    return div(cls("toast"), role("status"), attribute<"data-controller">("toast"),
               span(cls("tone ", tone_class(toast.tone)), icon(toast.icon, "i-lg")),
               span(cls("flex-1"), b(cls("font-[600]"), toast.title),
                    when(!toast.detail.empty(), span(cls("block text-fg-2"), toast.detail))),
               toast.action);
}

Html steps(const std::vector<Step>& steps)
{
    Html all;
    for (std::size_t i = 0; i < steps.size(); ++i)
        all += step(steps[i], i + 1);
    return ol(cls("steps"), all);
}

Html meter(std::string_view words, int value, int max)
{
    return bar(words, value, max, {});
}

Html meter(std::string_view words, int value, int max, Tone tone)
{
    return bar(words, value, max, tone_class(tone));
}

} // namespace ui
