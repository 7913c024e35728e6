#include "modules/files/drawing_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/photo_drawing.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/files/drawing_forms.hpp"

namespace files
{
namespace
{

using namespace html;
using base::ShapeKind;
using i18n::t;

std::string words_of(Ninth place)
{
    return t("files.place." + std::string{forms::enum_name(place)});
}

std::string words_of(ShapeKind kind)
{
    return kind == ShapeKind::words ? t("files.drawing.note")
                                    : t("files.drawing." + std::string{forms::enum_name(kind)});
}

std::string words_of(const base::Shape& shape)
{
    const auto place = words_of(ninth_of(shape));
    if (shape.kind == ShapeKind::words)
        return t("files.drawing.said_words", {{"words", shape.words}, {"place", place}});
    return t("files.drawing.said", {{"kind", words_of(shape.kind)}, {"place", place}});
}

Html photo_under(const DrawingView& view, const base::Drawing& shapes, const Attribute& more)
{
    const auto& photo = view.photo;
    const auto words =
        photo.alternative.empty() ? t("files.photo_of", {{"name", photo.name}}) : photo.alternative;
    return div(cls("flex justify-center"),
               div(cls("relative select-none overflow-hidden rounded-lg"), more,
                   img(cls("max-h-[70dvh] w-auto"), alt(words), src(view.picture),
                       width(photo.width), height(photo.height), attribute<"draggable">("false")),
                   ui::photo_drawing(shapes, photo.width, photo.height, t("ui.photos.drawing"))));
}

Html tool(std::string_view act, ui::Icon what, const std::string& label, const Attribute& more)
{
    return ui::icon_button({.label = label,
                            .icon = what,
                            .kind = ui::ButtonKind::Ghost,
                            .classes = "rich-tool",
                            .more = attributes(attribute<"data-do">(act), more)});
}

/// Shown by the script: without it nothing can be pointed at.
Html tools()
{
    const auto choice = attribute<"aria-pressed">("false");
    return div(cls("mb-2 flex flex-wrap items-center gap-0.5"), html::hidden(),
               flag<"data-tools">(), role("toolbar"),
               attribute<"aria-label">(t("files.drawing.tools")),
               tool("arrow", "move-up-right", t("files.drawing.arrow"), choice),
               tool("circle", "circle", t("files.drawing.circle"), choice),
               tool("line", "pencil", t("files.drawing.line"), choice),
               tool("words", "type", t("files.drawing.note"), choice),
               span(cls("mx-2 h-6 border-l border-line")),
               tool("undo", "undo-2", t("files.drawing.undo"), {}),
               tool("clear", "eraser", t("files.drawing.clear"), {}));
}

Html row_of(const std::string& words, std::size_t number)
{
    return li(cls("flex min-h-11 items-center gap-2 text-14"),
              span(cls("min-w-0 flex-1 break-words"), flag<"data-words">(), words),
              ui::submit({.label = t("files.drawing.remove"),
                          .size = ui::ButtonSize::Small,
                          .name = "remove",
                          .value = std::to_string(number),
                          .more = attribute<"aria-label">(
                              t("files.drawing.remove_one", {{"shape", words}}))}));
}

Html rows_of(const base::Drawing& shapes)
{
    Html rows;
    for (std::size_t i = 0; i < shapes.size(); ++i)
        rows += row_of(words_of(shapes[i]), i);
    return group(h2(cls("mb-1 mt-6 text-14 font-[600]"), t("files.drawing.shapes")),
                 ol(cls("divide-y divide-line empty:hidden"), flag<"data-rows">(), rows),
                 p(cls("text-14 text-fg-3"), flag<"data-none">(),
                   shapes.empty() ? Attribute{} : html::hidden(), t("files.drawing.none")),
                 template_(row_of({}, 0)));
}

std::vector<ui::Choice> kinds()
{
    return {{"note", t("files.drawing.note"), {}},
            {"arrow", t("files.drawing.arrow"), {}},
            {"circle", t("files.drawing.circle"), {}}};
}

std::vector<ui::Choice> places()
{
    std::vector<ui::Choice> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Ninth>>([&](auto one) {
        all.push_back({one.name, words_of(one.value), {}});
    });
    return all;
}

Html without_pointing(const DrawingView& view)
{
    return details(cls("mt-4"),
                   view.fields.field("words").value.empty() ? Attribute{} : html::open(),
                   summary(cls("btn btn-ghost btn-sm"), t("files.drawing.without")),
                   div(cls("mt-3 grid gap-4 sm:grid-cols-2"),
                       ui::select_field(view.fields.field("kind", "note"), kinds()),
                       ui::select_field(view.fields.field("place", "middle"), places())),
                   div(cls("mt-4"), ui::input_field(view.fields.field("words"))),
                   div(cls("mt-3"), ui::submit({.label = t("files.drawing.add"),
                                                .name = "add",
                                                .value = "1",
                                                .more = attribute<"data-do">("add")})));
}

/// What the script says, and cannot know.
Attribute words_for_script()
{
    Attribute all = attributes(
        attribute<"data-said">(t("files.drawing.said", {{"kind", "{kind}"}, {"place", "{place}"}})),
        attribute<"data-said-words">(
            t("files.drawing.said_words", {{"words", "{words}"}, {"place", "{place}"}})),
        attribute<"data-remove-one">(t("files.drawing.remove_one", {{"shape", "{shape}"}})),
        attribute<"data-added">(t("files.drawing.added", {{"shape", "{shape}"}})),
        attribute<"data-removed">(t("files.drawing.removed", {{"shape", "{shape}"}})),
        attribute<"data-full">(t("files.drawing.full", {{"most", std::to_string(shapes_max)}})),
        attribute<"data-too-large">(t("files.drawing.too_large")),
        attribute<"data-leave">(t("files.drawing.leave")));
    return attributes(all, attribute<"data-shapes-max">(static_cast<int>(shapes_max)),
                      attribute<"data-points-max">(static_cast<int>(shape_points_max)),
                      attribute<"data-length-max">(static_cast<int>(drawing_length_max)));
}

/// Asked by the script where one points.
Html asking()
{
    return dialog(cls("dialog"), flag<"data-ask">(),
                  attribute<"aria-label">(t("files.drawing.note")),
                  div(cls("grid gap-4 p-5"),
                      ui::input_field({.name = "said",
                                       .label = t("files.drawing.ask"),
                                       .autocomplete = "off",
                                       .length_max = shape_words_max}),
                      ui::form_actions(ui::button({.label = t("files.drawing.put"),
                                                   .kind = ui::ButtonKind::Primary,
                                                   .more = attribute<"data-do">("put")}),
                                       ui::button({.label = t("files.drawing.cancel"),
                                                   .kind = ui::ButtonKind::Ghost,
                                                   .more = flag<"data-close">()}))));
}

Html saved_meanwhile(const DrawingView& view)
{
    if (!view.saved) return none;
    const auto title = view.saved->by.empty()
                           ? t("files.drawing.alone")
                           : t("files.drawing.theirs", {{"name", view.saved->by}});
    return ui::card({.title = title, .id = "saved-drawing", .classes = "mb-5"},
                    ui::card_body(photo_under(view, view.saved->shapes, {})));
}

Html refused(const DrawingView& view)
{
    if (view.error.empty()) return none;
    return div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                        .icon = "triangle-alert",
                                        .words = view.error,
                                        .urgency = ui::Urgency::Alert}));
}

} // namespace

Html drawing_page(const DrawingView& view)
{
    return div(
        cls("mx-auto w-full max-w-[960px] px-4 py-6"),
        p(cls("mb-4 text-14 text-fg-2"), t("files.drawing.lead")), refused(view),
        view.fields.summary(), saved_meanwhile(view),
        div(attribute<"data-controller">("island"), attribute<"data-island">("draw"),
            words_for_script(), when(view.is_answer, flag<"data-unsaved">()),
            ui::form(
                {.action = view.action, .guard = view.guard, .classes = "", .has_files = true},
                ui::hidden_field("retour", view.back.text()),
                ui::hidden_field("version", std::to_string(view.version)),
                ui::hidden_field("shapes", view.typed), tools(),
                photo_under(view, view.shapes, flag<"data-board">()),
                p(cls("mt-2 text-13 text-fg-2 empty:hidden"), role("status"), flag<"data-told">()),
                div(cls("mt-4"),
                    ui::form_actions(ui::submit({.label = t("files.drawing.submit"),
                                                 .kind = ui::ButtonKind::Primary}),
                                     ui::link_button(view.back, {.label = t("files.drawing.cancel"),
                                                                 .kind = ui::ButtonKind::Ghost}))),
                rows_of(view.shapes), without_pointing(view)),
            asking()));
}

} // namespace files
