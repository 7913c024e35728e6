#include "kernel/html/ui/photo_grid.hpp"

#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace ui
{

using namespace html;
using i18n::t;

namespace
{

std::string words_for(const Photo& photo, std::size_t position)
{
    if (!photo.alternative.empty()) return photo.alternative;
    if (!photo.caption.empty()) return photo.caption;
    return t("ui.photos.photo", {{"position", std::to_string(position)}});
}

std::string drawing_sentence(const base::Drawing& drawing)
{
    std::string said = t("ui.photos.drawing");
    for (const auto& shape : drawing)
        if (!shape.words.empty()) said += " · " + shape.words;
    return said;
}

/// The size of the copy, so that nothing moves when it comes.
Attribute size_of(const Photo& photo, std::int64_t side)
{
    if (photo.width <= 0 || photo.height <= 0) return {};
    const auto longest = std::max({photo.width, photo.height, std::int64_t{1}});
    const auto shown = std::min(side, longest);
    return attributes(width(std::max<std::int64_t>(1, photo.width * shown / longest)),
                      height(std::max<std::int64_t>(1, photo.height * shown / longest)));
}

Html picture_of(const Photo& photo, const std::string& words, std::size_t count)
{
    const bool is_alone = count == 1;
    constexpr std::int64_t thumbnail_px = 400;
    constexpr std::int64_t medium_px = 1200;
    return img(cls("photo-picture"), alt(words), src(is_alone ? photo.medium : photo.thumbnail),
               size_of(photo, is_alone ? medium_px : thumbnail_px), loading("lazy"),
               attribute<"decoding">("async"));
}

/// The link says all that it shows, and what is drawn is not lost to who does not see it.
std::string opener_words(const Photo& photo, const std::string& words, std::size_t position,
                         std::size_t count)
{
    auto said = t("ui.photos.open", {{"position", std::to_string(position)},
                                     {"count", std::to_string(count)},
                                     {"words", words}});
    if (!photo.drawing.empty()) said += " · " + drawing_sentence(photo.drawing);
    return said;
}

Html opener(const Photo& photo, std::size_t position, std::size_t count)
{
    const auto words = words_for(photo, position);
    const auto& original = photo.original.text().empty() ? photo.large : photo.original;
    return a(
        cls("photo-frame"), href(photo.large), flag<"data-photo">(),
        attribute<"data-medium">(photo.medium.text()), attribute<"data-original">(original.text()),
        attribute<"data-caption">(photo.caption),
        attribute<"aria-label">(opener_words(photo, words, position, count)),
        picture_of(photo, words, count),
        photo_drawing(photo.drawing, photo.width, photo.height, drawing_sentence(photo.drawing)));
}

Html cell(const Photo& photo, std::size_t position, std::size_t count)
{
    return li(cls("min-w-0"), id(photo.id),
              figure(opener(photo, position, count),
                     when(!photo.caption.empty() || !photo.tools.empty(),
                          figcaption(cls("mt-1 text-13 text-fg-2 break-words"), photo.caption,
                                     when(!photo.tools.empty(),
                                          div(cls("flex flex-wrap gap-x-3"), photo.tools))))));
}

Attribute island()
{
    return attributes(
        attribute<"data-controller">("island"), attribute<"data-island">("lightbox"),
        attribute<"data-close">(t("ui.close")), attribute<"data-previous">(t("ui.photos.previous")),
        attribute<"data-next">(t("ui.photos.next")),
        attribute<"data-download">(t("ui.photos.download")),
        attribute<"data-drawings">(t("ui.photos.drawing")),
        attribute<"data-position">(
            t("ui.photos.position", {{"position", "{position}"}, {"count", "{count}"}})));
}

} // namespace

Html photo_grid(const std::vector<Photo>& photos)
{
    if (photos.empty()) return none;
    Html cells;
    for (std::size_t i = 0; i < photos.size(); ++i)
        cells += cell(photos[i], i + 1, photos.size());
    return ul(cls(photos.size() == 1 ? "photos photos-alone" : "photos"), island(), cells);
}

} // namespace ui
