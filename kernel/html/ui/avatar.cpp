#include "kernel/html/ui/avatar.hpp"

#include "kernel/base/text.hpp"

#include <array>

namespace ui
{

using namespace html;

namespace
{

constexpr int hue_steps = 36;
constexpr std::size_t stack_shown_max = 5;
constexpr std::array<std::string_view, 4> sizes{"avatar-sm", "", "avatar-lg", "avatar-xl"};

} // namespace

int hue_step(std::string_view name)
{
    return static_cast<int>(base::stable_hash(name) % hue_steps);
}

Html avatar(const Avatar& who)
{
    return span(
        cls("avatar hue-", hue_step(who.name), " ", sizes.at(static_cast<std::size_t>(who.size))),
        when(who.is_present, flag<"data-on">()), title(who.name), role("img"),
        attribute<"aria-label">(who.name), base::initials(who.name));
}

Html avatar_stack(const std::vector<Avatar>& people)
{
    Html shown;
    for (std::size_t i = 0; i < people.size() && i < stack_shown_max; ++i)
        shown += avatar(people[i]);
    if (people.size() > stack_shown_max)
        shown += span(cls("avatar t-gray"), "+", people.size() - stack_shown_max);
    return span(cls("stack"), shown);
}

} // namespace ui
