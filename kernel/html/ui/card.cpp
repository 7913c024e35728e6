#include "kernel/html/ui/card.hpp"

namespace ui
{

using namespace html;

namespace
{

Html line(const Row& row)
{
    return group(
        row.lead,
        span(cls("min-w-0 flex-1"),
             span(cls("line-clamp-2 text-13 font-[560] md:line-clamp-1"), row.title),
             when(!row.detail.empty(), span(cls("block truncate text-12 text-fg-3"), row.detail))),
        when(!row.aside.empty(),
             span(cls("flex shrink-0 items-center gap-2 text-12 text-fg-2"), row.aside)));
}

Html pair(const Property& property)
{
    if (property.value.empty()) return none;
    return group(dt(property.label), dd(property.value));
}

Html figure_of(const Indicator& indicator)
{
    return div(cls("px-4 py-3.5"), p(cls("eyebrow"), indicator.label),
               p(cls("num mt-1.5 text-22 font-[620] tracking-[-.02em]"), indicator.figure),
               when(!indicator.note.empty(), p(cls("mt-1"), indicator.note)));
}

} // namespace

Html card(const Card& card, const Html& content)
{
    const auto look = cls("card ", card.classes);
    if (card.title.empty()) return section(look, content);
    return section(look, attribute<"aria-labelledby">(card.id),
                   div(cls("card-head"), h2(cls("h2"), id(card.id), card.title), count(card.count),
                       span(cls("flex-1")), card.actions),
                   div(cls("rule"), content));
}

Html card_body(const Html& content)
{
    return div(cls("grid gap-4 p-4"), content);
}

Html row(const Row& row)
{
    return div(cls("row"), line(row));
}

Html row_link(const Url& to, const Row& row)
{
    return a(cls("row"), href(to), line(row));
}

Html properties(const std::vector<Property>& pairs)
{
    return dl(cls("props"), each(pairs, pair));
}

Html indicators(std::string_view label, const std::vector<Indicator>& figures)
{
    return section(cls("card grid grid-cols-1 divide-y divide-line sm:grid-cols-2 sm:divide-y-0 "
                       "lg:grid-cols-4 lg:divide-x"),
                   attribute<"aria-label">(label), each(figures, figure_of));
}

} // namespace ui
