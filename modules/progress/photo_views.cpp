#include "modules/progress/photo_views.hpp"

#include "kernel/html/ui/photo_grid.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace progress
{

using namespace html;
using files::Variant;
using i18n::t;

namespace
{

/// Who sent it may say what it shows; the team draws on it.
Html tools_of(const Reading& reading, const Post& post, const files::File& file)
{
    const files::Place place{.slug = reading.slug, .side = reading.side};
    const bool may_draw = reading.may_draw && post.state != PostState::cancelled && file.width > 0;
    const auto sheet = reading.path.substr(0, reading.path.find("/publications"));
    const auto back = html::checked_local(sheet + "/publications/" + std::to_string(file.owner_id));
    const auto tool = [](const html::Url& to, const char* words) {
        return a(cls("link text-12"), href(to), t(words));
    };
    return group(when(file.uploaded_by == reading.reader,
                      tool(files::description_address(place, file.id, back), "files.describe")),
                 when(may_draw, tool(files::drawing_address(place, file.id, back), "files.draw")));
}

base::Drawing drawing_of(const Reading& reading, const files::File& file)
{
    const auto found = reading.drawings.find(file.id);
    return found == reading.drawings.end() ? base::Drawing{} : found->second;
}

ui::Photo shown(const Reading& reading, const Post& post, const files::File& file)
{
    const files::Place place{.slug = reading.slug, .side = reading.side};
    return {.id = "photo_" + file.id.text(),
            .thumbnail = files::address(place, file.id, Variant::thumbnail),
            .medium = files::address(place, file.id, Variant::medium),
            .large = files::address(place, file.id, Variant::large),
            .original = files::address(place, file.id),
            .width = file.width,
            .height = file.height,
            .caption = file.caption,
            .alternative = photo_words(file),
            .drawing = drawing_of(reading, file),
            .tools = tools_of(reading, post, file)};
}

Html waiting(const files::File& file)
{
    const auto words = file.state == files::State::refused
                           ? t("files.refused_here",
                               {{"reason", t(file.refusal, {{"value", file.refused_value}})}})
                           : t("files.waiting");
    return div(cls("grid aspect-[4/3] min-w-0 place-items-center rounded-lg border border-line "
                   "bg-surface-2 p-2 text-center text-12 text-fg-3"),
               span(attribute<"data-controller">(file.state == files::State::waiting ? "soon" : ""),
                    span(cls("block truncate"), file.name), words));
}

} // namespace

std::string photo_words(const files::File& photo)
{
    if (!photo.alternative.empty()) return photo.alternative;
    if (!photo.caption.empty()) return photo.caption;
    return t("files.photo_of", {{"name", photo.name}});
}

Html photos_of(const Reading& reading, const Post& post, const std::vector<files::File>& photos)
{
    std::vector<ui::Photo> ready;
    Html others;
    for (const auto& file : photos) {
        if (file.state == files::State::ready)
            ready.push_back(shown(reading, post, file));
        else
            others += waiting(file);
    }
    if (photos.empty()) return none;
    return div(cls("mt-4 grid gap-3"), ui::photo_grid(ready),
               when(!others.empty(), div(cls("grid grid-cols-2 gap-3 sm:grid-cols-3"), others)));
}

Html photo_field(const PostFormView& view)
{
    const auto most = static_cast<int>(photos_max - std::min(photos_max, view.photos.size()));
    return ui::photos_field(
        {.field = {.name = "files",
                   .label = t("progress.field.photos"),
                   .hint = t("progress.field.photos_hint", {{"most", std::to_string(photos_max)}}),
                   .error = view.photos_error},
         .held = view.held,
         .count_max = most});
}

} // namespace progress
