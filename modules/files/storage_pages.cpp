#include "modules/files/storage_pages.hpp"

#include "kernel/files/files.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace files
{
namespace
{

using namespace html;
using i18n::t;

constexpr std::int64_t nearly_full_percent = 80;

std::int64_t percent_of(const Usage& usage)
{
    if (usage.quota_bytes == 0) return 100;
    return std::min<std::int64_t>(100, usage.used_bytes * 100 / usage.quota_bytes);
}

Html warning(std::int64_t percent)
{
    if (percent < nearly_full_percent) return none;
    return div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                        .icon = "triangle-alert",
                                        .words = t("files.room.nearly_full")}));
}

Html meter_of(const Usage& usage, std::int64_t percent)
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
                div(cls("mx-auto w-full max-w-[640px] px-4 py-6"), warning(percent),
                    ui::card({.title = t("files.room.title"), .id = {}}, meter_of(now, percent))),
            .breadcrumbs = group(h1(cls("sr-only"), t("files.room.title")),
                                 ui::breadcrumbs({{t("files.room.settings"),
                                                   checked_local(call.in_workspace("/reglages"))},
                                                  {t("files.room.title"), {}}}))});
}

} // namespace files
