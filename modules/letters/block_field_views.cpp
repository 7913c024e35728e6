#include "modules/letters/block_field_views.hpp"

#include "kernel/files/file_address.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/letter_pictures.hpp"

#include <algorithm>

namespace letters
{

using namespace html;
using i18n::t;

namespace
{

/// What is kept, waits for a save, or is being made ready.
Html picture_shown(const TypedBlock& typed, const ShownPictures& pictures)
{
    const auto line = [](const std::string& words) { return p(cls("text-13 text-fg-2"), words); };
    if (!typed.upload.empty())
        return line(t("letters.picture_chosen", {{"name", typed.upload_name}}));
    const auto found = pictures.kept.find(typed.block.file);
    if (found == pictures.kept.end()) return none;
    const auto& file = found->second;
    if (file.state == files::State::refused) return line(t("letters.refusal.picture_refused"));
    if (file.state == files::State::waiting)
        return div(attribute<"data-controller">("soon"),
                   line(t("letters.picture_waits", {{"name", file.name}})));
    const files::Place place{.slug = pictures.slug};
    return img(cls("max-h-32 w-auto max-w-full rounded-md border border-line"),
               alt(typed.block.words),
               src(files::address(place, file.id, files::Variant::thumbnail)));
}

Html address_field(const TypedBlock& typed, const std::string& name, const std::string& value,
                   const std::string& label)
{
    auto field = named_field(typed, name, label);
    field.value = value;
    field.inputmode = "url";
    field.placeholder = "https://";
    return ui::input_field(field);
}

} // namespace

ui::Field named_field(const TypedBlock& typed, const std::string& name, std::string label)
{
    ui::Field field{.name = block_field(typed.key, name), .label = std::move(label)};
    const auto wrong = typed.errors.find(name);
    if (wrong != typed.errors.end()) field.error = t(wrong->second.key, wrong->second.params);
    return field;
}

ui::Field field_of(const TypedBlock& typed, const std::string& name, std::string value)
{
    auto field = named_field(typed, name, t("letters.block_field." + name));
    field.value = std::move(value);
    return field;
}

Html line_field(const TypedBlock& typed, const char* name, const std::string& value,
                std::size_t length_max, const char* label)
{
    auto field = field_of(typed, name, value);
    field.label = t(label);
    field.length_max = static_cast<int>(length_max);
    return ui::input_field(field);
}

Html align_field(const TypedBlock& typed)
{
    return ui::select_field(
        field_of(typed, "align", std::string{forms::enum_name(typed.block.align)}),
        {{.value = "left", .label = t("letters.align.left")},
         {.value = "centre", .label = t("letters.align.centre")},
         {.value = "right", .label = t("letters.align.right")}});
}

Html picture_fields(const TypedBlock& typed, const ShownPictures& pictures)
{
    const auto hidden_of = [&](const char* name, const std::string& value) {
        return ui::hidden_field(block_field(typed.key, name), value);
    };
    auto file = field_of(typed, "picture", {});
    file.hint = t("letters.picture_hint", {{"size", i18n::file_size(picture_bytes_max)}});
    auto size = field_of(typed, "size", typed.size);
    size.label = t("letters.block_field.percent");
    size.is_numeric = true;
    size.inputmode = "numeric";
    auto words = field_of(typed, "words", typed.block.words);
    words.label = t("letters.block_field.alternative");
    words.hint = t("letters.alternative_hint");
    words.length_max = static_cast<int>(alternative_length_max);
    return group(hidden_of("file", std::to_string(typed.block.file)),
                 hidden_of("upload", typed.upload), hidden_of("upload_name", typed.upload_name),
                 picture_shown(typed, pictures),
                 ui::file_field(file, "image/png,image/jpeg,image/webp"), ui::input_field(words),
                 pair(ui::input_field(size), align_field(typed)));
}

Html button_fields(const TypedBlock& typed)
{
    const auto& block = typed.block;
    return group(
        pair(line_field(typed, "words", block.words, label_length_max, "letters.block_field.label"),
             address_field(typed, "address", block.address, t("letters.block_field.address"))),
        pair(align_field(typed)));
}

Html link_fields(const TypedBlock& typed)
{
    Html rows;
    const auto& links = typed.block.links;
    for (std::size_t i = 0; i < std::min(links.size() + 1, links_max); ++i) {
        const auto number = std::to_string(i + 1);
        const auto link = i < links.size() ? links[i] : Link{};
        auto label = named_field(typed, "label" + number,
                                 t("letters.block_field.link_label", {{"number", number}}));
        label.value = link.label;
        label.length_max = static_cast<int>(label_length_max);
        rows += pair(ui::input_field(label),
                     address_field(typed, "address" + number, link.address,
                                   t("letters.block_field.link_address", {{"number", number}})));
    }
    return group(
        rows,
        p(cls("text-13 text-fg-2"), t("letters.links_hint", {{"max", std::to_string(links_max)}})),
        pair(align_field(typed)));
}

} // namespace letters
