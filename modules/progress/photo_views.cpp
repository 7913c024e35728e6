#include "modules/progress/photo_views.hpp"

#include "kernel/i18n/translate.hpp"

namespace progress
{

using namespace html;
using files::Variant;
using i18n::t;

namespace
{

constexpr const char* accepted = "image/*,.heic,.heif";

Html photo(const files::Place& place, const files::File& file)
{
    return figure(
        cls("min-w-0"),
        a(cls("block overflow-hidden rounded-lg border border-line bg-surface-2"),
          href(files::address(place, file.id, Variant::large)), target("_blank"), rel("noopener"),
          img(cls("block aspect-[4/3] w-full object-cover"), alt(photo_words(file)),
              src(files::address(place, file.id, Variant::thumbnail)), loading("lazy"))),
        when(!file.caption.empty(), figcaption(cls("mt-1 text-12 text-fg-2"), file.caption)));
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

Html photos_of(const Reading& reading, const std::vector<files::File>& photos)
{
    const files::Place place{.slug = reading.slug, .side = reading.side};
    if (photos.empty()) return none;
    return div(cls("mt-4 grid grid-cols-2 gap-3 sm:grid-cols-3"),
               each(photos, [&](const files::File& file) {
                   return file.state == files::State::ready ? photo(place, file) : waiting(file);
               }));
}

Html photo_field(const PostFormView& view)
{
    return ui::files_field(
        {.name = "files",
         .label = t("progress.field.photos"),
         .hint = t("progress.field.photos_hint", {{"most", std::to_string(photos_max)}}),
         .error = view.photos_error},
        accepted, view.held);
}

} // namespace progress
