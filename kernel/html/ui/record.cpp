#include "kernel/html/ui/record.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;

namespace
{

Html panel_of(const Record& record)
{
    return aside(id("record-panel"), popover(), cls("record-panel panel"),
                 attribute<"aria-label">(record.panel_label), record.panel);
}

} // namespace

Html record(const Record& record)
{
    const auto details = div(cls("mt-3 lg:hidden"), button({.label = i18n::t("ui.details"),
                                                            .icon = "panel-right",
                                                            .size = ButtonSize::Small,
                                                            .more = opens("record-panel")}));
    return div(cls("mx-auto grid max-w-[1320px] grid-cols-1 lg:grid-cols-[minmax(0,1fr)_304px]"),
               div(cls("flex min-h-[calc(100dvh-60px)] min-w-0 flex-col px-4 pt-6 lg:border-r "
                       "lg:border-line lg:px-8"),
                   div(cls("mx-auto w-full max-w-[760px] flex-1 pb-2"), record.head,
                       when(!record.panel.empty(), details), div(cls("mt-5"), record.thread)),
                   record.composer),
               when(!record.panel.empty(), panel_of(record)));
}

Html panel_part(std::string_view heading, const Html& content)
{
    return div(cls("rule mt-4 pt-4"), h2(cls("h2 mb-2.5"), heading), content);
}

} // namespace ui
