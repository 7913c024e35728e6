#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/sale_documents/editor_parts.hpp"
#include "modules/sale_documents/origin.hpp"
#include "modules/sale_documents/sums.hpp"

namespace sale_documents::parts
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::string_view columns = "7";

std::string anchor(const TypedLine& line)
{
    return "l" + std::to_string(line.key);
}

Attribute wrong(const TypedLine& line, std::string_view field)
{
    if (!line.errors.contains(field)) return {};
    return attributes(attribute<"aria-invalid">("true"),
                      attribute<"aria-describedby">(anchor(line), "-errors"));
}

/// Name, value, what it is called, and whether it is wrong.
Attribute typed(const TypedLine& line, std::string_view field)
{
    const auto named = field_of(line.key, field);
    return attributes(id("f-", named), name(named),
                      attribute<"aria-label">(t("sale_documents.line." + std::string{field})),
                      wrong(line, field));
}

Html step_button(const TypedLine& line, std::string_view verb, const char* words, ui::Icon what)
{
    return html::button(type("submit"), name("step"), value(verb, "-", line.key),
                        attribute<"data-turbo">("false"), ui::icon(what, "text-fg-3"), t(words));
}

/// Move, make an option, delete: by buttons of the form, so that no script is needed.
Html handle(const Row& row)
{
    const auto menu_id = "menu-" + anchor(row.line);
    const bool is_option = row.line.kind == LineKind::option;
    return group(
        ui::icon_button({.label = t("sale_documents.line.actions"),
                         .icon = "grip-vertical",
                         .kind = ui::ButtonKind::Ghost,
                         .size = ui::ButtonSize::Small,
                         .more = ui::opens(menu_id)}),
        ui::menu({.id = menu_id,
                  .label = t("sale_documents.line.actions"),
                  .content = group(
                      step_button(row.line, "up", "sale_documents.line.up", "arrow-up"),
                      step_button(row.line, "down", "sale_documents.line.down", "arrow-down"),
                      when(has_price(row.line.kind) && row.proposals == Proposals::offered,
                           step_button(row.line, "switch",
                                       is_option ? "sale_documents.line.firm"
                                                 : "sale_documents.line.optional",
                                       "square-check")),
                      ui::menu_rule(),
                      step_button(row.line, "remove", "sale_documents.line.remove", "trash-2"))}));
}

Html kind_of(const TypedLine& line)
{
    const auto origin = line.text(origin_field);
    return group(
        input(type("hidden"), name(field_of(line.key, "kind")), value(forms::enum_name(line.kind))),
        when(!origin.empty(), input(id("f-", field_of(line.key, origin_field)), type("hidden"),
                                    name(field_of(line.key, origin_field)), value(origin))));
}

Html tick(const TypedLine& line)
{
    if (line.kind != LineKind::option) return none;
    const auto field = field_of(line.key, "ticked");
    return input(type("checkbox"), cls("check"), name(field), value("on"),
                 attribute<"aria-label">(t("sale_documents.line.ticked")),
                 when(line.is_ticked, checked()));
}

Html details_field(const TypedLine& line)
{
    return textarea(cls("input-bare sale-details"), typed(line, "details"), rows(1),
                    placeholder(t("sale_documents.line.details")), "\n", line.text("details"));
}

/// Its heading again, which phones show above the field.
std::string heading_of(const Row& row, std::string_view field)
{
    if (field == "unit_price") return price_words(row.document, row.books);
    return field == "tax" ? money_words("tax", row.books)
                          : t("sale_documents.short." + std::string{field});
}

Html field_cell(const Row& row, std::string_view field, const Html& control)
{
    return td(label(cls("block"), span(heading_of(row, field)), control));
}

Html number_cell(const Row& row, std::string_view field)
{
    const auto& line = row.line;
    return field_cell(row, field,
                      input(cls("input-bare num sale-", field), typed(line, field),
                            inputmode("decimal"), autocomplete("off"), value(line.text(field))));
}

/// Those of the regime, and the one the line was typed with.
Html taxes(const TypedLine& line, const Books& books)
{
    const auto code = line.text("tax");
    const auto& choices = billing::tax_choices(books.regime);
    Html options;
    bool is_offered = false;
    for (const auto& choice : choices) {
        is_offered = is_offered || choice.code == code;
        options +=
            option(value(choice.code), when(choice.code == code, selected()), t(choice.name));
    }
    const auto* own = billing::find_tax_choice(code);
    if (!is_offered)
        options += option(value(code), selected(), own == nullptr ? std::string{} : t(own->name));
    return html::select(cls("input-bare num"), typed(line, "tax"), options);
}

Html words_of(const Row& row)
{
    const auto& line = row.line;
    return div(kind_of(line),
               input(cls("input-bare sale-name"), typed(line, "name"),
                     placeholder(t(line.kind == LineKind::option ? "sale_documents.line.new_option"
                                                                 : "sale_documents.line.new_line")),
                     autocomplete("off"), value(line.text("name")),
                     when(row.has_focus, autofocus())),
               details_field(line), line_errors(line, Shown::all));
}

Attribute row_attributes(const Row& row)
{
    const auto& line = row.line;
    const bool is_off = line.kind == LineKind::option && !line.is_ticked;
    return attributes(id(anchor(line)), attribute<"data-line">(line.key),
                      attribute<"data-kind">(forms::enum_name(line.kind)),
                      when(is_off, flag<"data-off">()));
}

Html priced_row(const Row& row)
{
    const auto& line = row.line;
    const auto unit = input(cls("input-bare sale-unit"), typed(line, "unit"), list_id("sale-units"),
                            autocomplete("off"), value(line.text("unit")));
    return tr(row_attributes(row),
              td(cls("cell-d"), div(cls("sale-words"), handle(row), tick(line), words_of(row))),
              number_cell(row, "quantity"), field_cell(row, "unit", unit),
              number_cell(row, "unit_price"), number_cell(row, "discount"),
              field_cell(row, "tax", taxes(line, row.books)),
              td(cls("num"), flag<"data-total">(), line_total(row.document, row.place, row.books)));
}

Html section_row(const Row& row)
{
    const auto& line = row.line;
    return tr(
        row_attributes(row),
        th(attribute<"scope">("colgroup"), attribute<"colspan">(columns),
           div(cls("sale-words"), handle(row),
               div(kind_of(line),
                   input(cls("input-bare sale-name"), typed(line, "name"),
                         placeholder(t("sale_documents.line.new_section")), autocomplete("off"),
                         value(line.text("name")), when(row.has_focus, autofocus())),
                   line_errors(line, Shown::all)))));
}

Html text_row(const Row& row)
{
    const auto& line = row.line;
    return tr(row_attributes(row),
              td(attribute<"colspan">(columns), cls("cell-d"),
                 div(cls("sale-words"), handle(row),
                     div(kind_of(line),
                         textarea(cls("input-bare"), typed(line, "name"), rows(1),
                                  placeholder(t("sale_documents.line.new_text")),
                                  when(row.has_focus, autofocus()), "\n", line.text("name")),
                         line_errors(line, Shown::all)))));
}

} // namespace

Html line_row(const Row& row)
{
    switch (row.line.kind) {
    case LineKind::section:
        return section_row(row);
    case LineKind::text:
        return text_row(row);
    case LineKind::line:
    case LineKind::option:
        break;
    }
    return priced_row(row);
}

} // namespace sale_documents::parts
