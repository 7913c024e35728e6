#include "kernel/html/ui/photos_field.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/field_parts.hpp"
#include "kernel/i18n/translate.hpp"

namespace ui
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* accepted = "image/*,.heic,.heif";
constexpr int said_max = 300;

Html said_field(std::string_view name_of, std::string_view words, std::string_view typed)
{
    return input(cls("input"), type("text"), name(name_of), maxlength(said_max),
                 autocomplete("off"), attribute<"aria-label">(words), placeholder(words),
                 value(typed));
}

Html held_row(const HeldPhoto& held)
{
    return li(cls("photo-row"),
              html::label(cls("flex min-h-11 min-w-0 items-center gap-2"),
                          input(cls("check"), type("checkbox"), name("uploads"), value(held.upload),
                                checked()),
                          span(cls("min-w-0 truncate text-13"), held.name)),
              div(cls("grid min-w-0 gap-1.5"),
                  said_field("caption_" + held.upload, t("ui.photos.caption"), held.caption),
                  said_field("alternative_" + held.upload, t("ui.photos.alternative"),
                             held.alternative)));
}

/// One photo as the script lists it.
Html row_template()
{
    return template_(
        li(cls("photo-row"), span(cls("photo-preview"), flag<"data-picture">()),
           div(cls("grid min-w-0 flex-1 gap-1.5"),
               div(cls("flex min-w-0 items-center gap-2"),
                   span(cls("min-w-0 flex-1 truncate text-12 text-fg-2"), flag<"data-name">()),
                   icon_button({.label = t("ui.files.remove"),
                                .icon = "x",
                                .kind = ButtonKind::Ghost,
                                .classes = "rich-tool",
                                .more = flag<"data-remove">()})),
               progress(cls("meter")), said_field("captions", t("ui.photos.caption"), {}),
               said_field("alternatives", t("ui.photos.alternative"), {}))));
}

Attribute island(const PhotosField& photos)
{
    const auto most = std::to_string(photos.count_max);
    return attributes(
        id(field_id(photos.field.name), "-box"), attribute<"data-controller">("island"),
        attribute<"data-island">("photo_picker"), attribute<"data-max">(photos.count_max),
        attribute<"data-many">(t("ui.photos.many", {{"name", "{name}"}, {"most", most}})),
        attribute<"data-foreign">(t("ui.photos.foreign", {{"name", "{name}"}})),
        attribute<"data-later">(t("ui.photos.later")), attribute<"data-sent">(t("ui.photos.sent")),
        attribute<"data-waits">(t("ui.photos.waits")));
}

} // namespace

Html photos_field(const PhotosField& photos)
{
    auto several = photos.field;
    several.more = attributes(several.more, multiple());
    const auto held = each(photos.held, held_row);
    return div(island(photos), file_field(several, accepted),
               when(!photos.held.empty(), p(cls("hint"), t("ui.files.held"))),
               ul(cls("mt-2 grid gap-2"), flag<"data-photos">(), held),
               div(cls("mt-2 text-13 text-fg-2 empty:hidden"), role("status"), flag<"data-said">()),
               row_template());
}

} // namespace ui
