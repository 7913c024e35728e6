#include "modules/files/storage_pages.hpp"

#include "kernel/files/files.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace files
{
namespace
{

using namespace html;
using i18n::t;

constexpr const char* page_path = "/reglages/stockage";

/// What is said from 80 % on, and otherwise from 90 %.
Html room_warning(int percent, const Html& action = {})
{
    if (percent < nearly_full_percent) return none;
    return ui::banner({.tone = percent >= almost_full_percent ? ui::Tone::Red : ui::Tone::Amber,
                       .icon = "triangle-alert",
                       .strong = t("files.room.percent", {{"percent", i18n::percent(percent)}}),
                       .words = room_sentence(percent),
                       .action = action});
}

Html meter_of(const Usage& usage, int percent)
{
    const auto words = t("files.room.used", {{"used", i18n::file_size(usage.used_bytes)},
                                             {"quota", i18n::file_size(usage.quota_bytes)},
                                             {"percent", i18n::percent(percent)}});
    return div(cls("grid gap-2 p-4"), p(cls("text-14"), words),
               progress(cls("meter"), value(std::to_string(percent)), attribute<"max">("100"),
                        attribute<"aria-label">(words)),
               p(cls("text-13 text-fg-3"),
                 t("files.room.limits", {{"image", i18n::file_size(usage.image_bytes_max)},
                                         {"document", i18n::file_size(Limits{}.document_bytes)},
                                         {"video", i18n::file_size(Limits{}.video_bytes)}})));
}

} // namespace

http::Response show_storage(guard::Call& call)
{
    const auto now =
        call.context().read([](tenancy::WorkspaceTransaction& tx) { return usage(tx); });
    const auto percent = percent_of(now);
    return guard::render(
        call,
        guard::Page{
            .title = t("files.room.title"),
            .body =
                div(cls("mx-auto w-full max-w-[640px] px-4 py-6"),
                    div(cls("mb-4"), room_warning(percent)),
                    ui::card({.title = t("files.room.title"), .id = {}}, meter_of(now, percent))),
            .breadcrumbs = group(h1(cls("sr-only"), t("files.room.title")),
                                 ui::breadcrumbs({{t("files.room.settings"),
                                                   checked_local(call.in_workspace("/reglages"))},
                                                  {t("files.room.title"), {}}}))});
}

guard::SubjectKind::Lines room_lines(tenancy::WorkspaceTransaction& tx,
                                     const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    if (!tx.actor().may("workspace.settings")) return lines;
    for (const auto id : ids)
        lines.emplace(id, guard::SubjectLine{
                              .title = t("files.room.title"), .detail = {}, .path = page_path});
    return lines;
}

html::Html room_panel(guard::Call& call)
{
    const auto now =
        call.context().read([](tenancy::WorkspaceTransaction& tx) { return usage(tx); });
    return room_warning(
        percent_of(now),
        ui::link_button(html::checked_local(call.in_workspace(page_path)),
                        {.label = t("files.room.letter.button"), .size = ui::ButtonSize::Small}));
}

} // namespace files
