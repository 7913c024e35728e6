#include "modules/backup/backup_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace backup
{

using namespace html;
using i18n::t;

namespace
{

Html line_row(const BackupLine& line)
{
    const auto tone = line.is_success ? ui::Tone::Green : ui::Tone::Red;
    const auto state = line.is_success ? "backup.state.made" : "backup.state.failed";
    const auto lead = line.is_success ? ui::tile("archive", ui::Tone::Gray)
                                      : ui::tile("triangle-alert", ui::Tone::Red);
    const auto reason =
        when(!line.reason.empty(), span(cls("hidden text-13 text-fg-2 sm:inline"), line.reason));
    return ui::row(
        {.lead = lead,
         .title = line.when,
         .detail = line.detail,
         .aside = div(cls("flex items-center gap-2"), reason, ui::badge(t(state), tone))});
}

Html start_form(const BackupsView& view)
{
    return ui::form({.action = view.start, .guard = view.guard, .classes = ""},
                    ui::submit({.label = t("backup.page.start"), .size = ui::ButtonSize::Small}));
}

Html list_card(const BackupsView& view)
{
    const auto rows = view.backups.empty()
                          ? ui::empty_state({.icon = "archive", .title = t("backup.page.nothing")})
                          : each(view.backups, [](const auto& line) { return line_row(line); });
    return ui::card({.title = t("backup.page.list"), .id = "backups", .actions = start_form(view)},
                    rows);
}

Html drill_card(const BackupsView& view)
{
    Html content;
    std::string words = t("backup.page.no_drill");
    if (view.drill) {
        content = line_row({.when = view.drill->when, .is_success = view.drill->is_success});
        words = view.drill->detail;
    }
    return ui::card({.title = t("backup.page.drill"), .id = "drill"},
                    group(content, ui::card_body(p(cls("text-13 text-fg-2"), words))));
}

Html sheet_banner(const BackupsView& view)
{
    if (view.is_sheet_confirmed) return {};
    return ui::banner({.tone = ui::Tone::Amber,
                       .icon = "triangle-alert",
                       .strong = t("backup.page.sheet_title"),
                       .words = t("backup.page.sheet_text")});
}

} // namespace

Html backups_page(const BackupsView& view)
{
    return div(cls("mx-auto grid w-full max-w-[720px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-13 text-fg-2"), view.kept), sheet_banner(view), list_card(view),
               drill_card(view));
}

} // namespace backup
