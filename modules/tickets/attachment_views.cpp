#include "modules/tickets/attachment_views.hpp"

#include "kernel/files/file_address.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/files_field.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{

using namespace html;
using files::File;
using files::Variant;
using i18n::t;

namespace
{

constexpr const char* accepted =
    "image/*,video/mp4,video/quicktime,video/webm,application/pdf,text/plain,text/csv,"
    ".heic,.heif,.csv,.log,.docx,.xlsx,.pptx,.odt,.ods,.odp";

files::Place place_of(const ThreadFiles& all)
{
    return {.slug = all.slug, .side = all.reading.side};
}

std::string words_for(const File& file)
{
    if (!file.alternative.empty()) return file.alternative;
    return t(file.kind == files::Kind::video ? "files.film_of" : "files.photo_of",
             {{"name", file.name}});
}

ui::Icon icon_of(const File& file)
{
    if (file.kind == files::Kind::image) return "image";
    if (file.kind == files::Kind::video) return "film";
    return "file-text";
}

/// A row without an address: being prepared, refused, or not for this reader.
Html silent_row(const File& file, ui::Icon what, std::string_view why)
{
    return span(cls("file max-w-full"), ui::tile(what, ui::Tone::Gray, "!size-7"),
                span(cls("min-w-0"), span(cls("block truncate"), file.name),
                     span(cls("block text-12 text-fg-3"), why)));
}

Html describe_link(const ThreadFiles& all, const File& file)
{
    if (file.uploaded_by != all.reading.reader) return none;
    return a(cls("link text-12"),
             href(files::description_address(place_of(all), file.id, all.back)),
             t("files.describe"));
}

Html caption_of(const ThreadFiles& all, const File& file)
{
    const auto link = describe_link(all, file);
    if (file.caption.empty() && link.empty()) return none;
    return figcaption(cls("mt-1 flex gap-2 text-12 text-fg-2"),
                      when(!file.caption.empty(), span(cls("min-w-0 flex-1"), file.caption)), link);
}

/// Twice as wide as high at most: a panorama stays readable beside others.
Html photo(const ThreadFiles& all, const File& file)
{
    const auto place = place_of(all);
    return figure(cls("min-w-0"),
                  a(cls("block overflow-hidden rounded-lg border border-line bg-surface-2"),
                    href(files::address(place, file.id, Variant::large)), target("_blank"),
                    rel("noopener"),
                    img(cls("block aspect-[4/3] w-full object-cover"), alt(words_for(file)),
                        src(files::address(place, file.id, Variant::thumbnail)), loading("lazy"))),
                  caption_of(all, file));
}

Html film(const ThreadFiles& all, const File& file)
{
    const auto place = place_of(all);
    return figure(cls("min-w-0"),
                  video(cls("block aspect-[4/3] w-full rounded-lg border border-line bg-black"),
                        controls(), attribute<"preload">("metadata"), attribute<"playsinline">(""),
                        attribute<"aria-label">(words_for(file)),
                        src(files::address(place, file.id))),
                  caption_of(all, file));
}

Html row(const ThreadFiles& all, const File& file)
{
    if (file.state == files::State::refused)
        return silent_row(file, "triangle-alert",
                          t("files.refused_here",
                            {{"reason", t(file.refusal, {{"value", file.refused_value}})}}));
    if (!all.may_open && file.uploaded_by != all.reading.reader)
        return silent_row(file, "lock", t("files.locked"));
    if (file.state == files::State::waiting)
        return span(attribute<"data-controller">("soon"),
                    silent_row(file, icon_of(file), t("files.waiting")));
    return ui::file_chip({.to = files::address(place_of(all), file.id),
                          .icon = icon_of(file),
                          .name = file.name,
                          .size = i18n::file_size(file.bytes)});
}

bool is_shown(const ThreadFiles& all, const File& file)
{
    return file.state != files::State::refused || file.uploaded_by == all.reading.reader;
}

bool is_pictured(const ThreadFiles& all, const File& file)
{
    return file.state == files::State::ready && file.kind != files::Kind::document &&
           (all.may_open || file.uploaded_by == all.reading.reader);
}

} // namespace

Html attachments(const ThreadFiles& all, std::int64_t part)
{
    Html pictures;
    Html rows;
    for (const auto& file : all.files) {
        if (file.part_id != part || !is_shown(all, file)) continue;
        if (!is_pictured(all, file))
            rows += row(all, file);
        else if (file.kind == files::Kind::image)
            pictures += photo(all, file);
        else
            pictures += film(all, file);
    }
    return group(
        when(!pictures.empty(), div(cls("grid w-full grid-cols-2 gap-3 sm:grid-cols-3"), pictures)),
        rows);
}

Html attach_tool()
{
    return ui::attach_button("files", t("tickets.attachment.add"), accepted);
}

Html attach_field(const HeldFiles& held)
{
    return ui::files_field({.name = "files",
                            .label = t("tickets.attachment.label"),
                            .hint = t("tickets.attachment.hint"),
                            .error = held.refused},
                           accepted, held.files);
}

} // namespace tickets
