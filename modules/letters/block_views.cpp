#include "modules/letters/block_views.hpp"

#include "kernel/documents/rich_text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/rich_text_field.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/block_field_views.hpp"

#include <array>

namespace letters
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::array kinds{BlockKind::heading,  BlockKind::text,      BlockKind::columns,
                           BlockKind::picture,  BlockKind::button,    BlockKind::links,
                           BlockKind::logo,     BlockKind::separator, BlockKind::space,
                           BlockKind::signature};

ui::Icon icon_of(BlockKind kind)
{
    switch (kind) {
    case BlockKind::heading:
        return "heading";
    case BlockKind::text:
        return "text";
    case BlockKind::columns:
        return "columns-2";
    case BlockKind::picture:
        return "image";
    case BlockKind::button:
        return "arrow-up-right";
    case BlockKind::links:
        return "link";
    case BlockKind::logo:
        return "award";
    case BlockKind::separator:
        return "minus";
    case BlockKind::space:
        return "move-vertical";
    case BlockKind::signature:
        break;
    }
    return "signature";
}

Html rich_field(const TypedBlock& typed, const char* name, const std::string& json,
                const char* label)
{
    const auto text = json.empty() ? documents::RichText{} : documents::from_json(json);
    auto field = field_of(typed, name, documents::plain_text(text));
    field.label = t(label);
    field.length_max = static_cast<int>(text_length_max);
    return group(ui::rich_text_field({.field = field, .html = documents::to_source_html(text)}),
                 ui::hidden_field(block_field(typed.key, std::string{name} + "_was"), json));
}

Html size_field(const TypedBlock& typed)
{
    auto field = field_of(typed, "size", typed.size);
    field.type = "number";
    field.is_numeric = true;
    return ui::input_field(field);
}

Html hue_field(const TypedBlock& typed)
{
    return ui::select_field(field_of(typed, "hue", std::string{forms::enum_name(typed.block.hue)}),
                            {{.value = "usual", .label = t("letters.hue.usual")},
                             {.value = "brand", .label = t("letters.hue.brand")},
                             {.value = "quiet", .label = t("letters.hue.quiet")}});
}

Html fields_of(const TypedBlock& typed, const ShownPictures& pictures)
{
    const auto& block = typed.block;
    switch (block.kind) {
    case BlockKind::heading:
        return group(line_field(typed, "words", block.words, heading_length_max,
                                "letters.block_field.words"),
                     pair(align_field(typed), hue_field(typed)));
    case BlockKind::text:
        break;
    case BlockKind::columns:
        return group(rich_field(typed, "text", block.text, "letters.block_field.left"),
                     rich_field(typed, "right", block.right, "letters.block_field.right"));
    case BlockKind::picture:
        return picture_fields(typed, pictures);
    case BlockKind::button:
        return button_fields(typed);
    case BlockKind::links:
        return link_fields(typed);
    case BlockKind::logo:
        return pair(size_field(typed), align_field(typed));
    case BlockKind::separator:
        return pair(hue_field(typed));
    case BlockKind::space:
        return pair(size_field(typed));
    case BlockKind::signature:
        return group(
            line_field(typed, "words", block.words, signer_length_max, "letters.block_field.first"),
            line_field(typed, "beside", block.beside, signer_length_max,
                       "letters.block_field.second"));
    }
    return group(rich_field(typed, "text", block.text, "letters.block_field.text"),
                 pair(align_field(typed), hue_field(typed)));
}

struct Step {
    const char* verb;
    ui::Icon icon;
};

Html step_button(const TypedBlock& typed, const Step& step, const std::string& what, bool has_focus)
{
    return ui::icon_submit(
        {.label = t(std::string{"letters.step."} + step.verb, {{"block", what}}),
         .icon = step.icon,
         .kind = ui::ButtonKind::Ghost,
         .size = ui::ButtonSize::Small,
         .name = "step",
         .value = std::string{step.verb} + "-" + std::to_string(typed.key),
         .more = attributes(attribute<"data-turbo">("false"), when(has_focus, autofocus()))});
}

struct Row {
    std::size_t place = 0;
    bool has_focus = false;
};

Html block_row(const TypedBlock& typed, const Row& row, const ShownPictures& pictures)
{
    const auto key = std::to_string(typed.key);
    const auto what = kind_words(typed.block.kind) + " " + std::to_string(row.place);
    const auto heading = "block-" + key + "-title";
    return li(cls("card"), id("b" + key), attribute<"data-block">(key),
              attribute<"aria-labelledby">(heading),
              div(cls("flex items-center gap-2 border-b border-line px-3 py-1.5"),
                  span(cls("cursor-grab text-fg-3"), flag<"data-grip">(), hidden(),
                       ui::icon("grip-vertical")),
                  ui::icon(icon_of(typed.block.kind), "text-fg-3"),
                  h3(cls("min-w-0 flex-1 truncate text-13 font-[560]"), id(heading), what),
                  step_button(typed, {"up", "arrow-up"}, what, row.has_focus),
                  step_button(typed, {"down", "arrow-down"}, what, false),
                  step_button(typed, {"copy", "copy"}, what, false),
                  step_button(typed, {"remove", "trash-2"}, what, false)),
              ui::hidden_field(block_field(typed.key, "kind"), forms::enum_name(typed.block.kind)),
              div(cls("grid grid-cols-1 gap-3 p-3"), fields_of(typed, pictures)));
}

} // namespace

std::string kind_words(BlockKind kind)
{
    return t("letters.block." + std::string{forms::enum_name(kind)});
}

Html block_list(const TypedBlocks& blocks, int focus_key, const ShownPictures& pictures)
{
    Html rows;
    std::size_t place = 0;
    for (const auto& one : blocks.blocks)
        rows += block_row(one, {.place = ++place, .has_focus = one.key == focus_key}, pictures);
    return ol(cls("grid grid-cols-1 gap-3"), id("blocks"), attribute<"data-controller">("island"),
              attribute<"data-island">("block_order"), rows);
}

Html block_adders()
{
    return div(cls("my-4"), p(cls("label mb-2"), t("letters.add")),
               div(cls("flex flex-wrap gap-2"), each(kinds, [](BlockKind kind) {
                       return ui::submit({.label = kind_words(kind),
                                          .icon = icon_of(kind),
                                          .size = ui::ButtonSize::Small,
                                          .name = "step",
                                          .value = "add-" + std::string{forms::enum_name(kind)},
                                          .more = attribute<"data-turbo">("false")});
                   })));
}

} // namespace letters
