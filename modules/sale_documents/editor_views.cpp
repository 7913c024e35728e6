#include "modules/sale_documents/editor_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/assets.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/sale_documents/catalogue_views.hpp"
#include "modules/sale_documents/editor_parts.hpp"
#include "modules/sale_documents/sums.hpp"

#include <vector>

namespace sale_documents
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::size_t problems_shown = 20;

std::vector<LineKind> kinds_of(const EditorView& view)
{
    if (view.proposals == Proposals::never)
        return {LineKind::line, LineKind::section, LineKind::text};
    return {LineKind::line, LineKind::option, LineKind::section, LineKind::text};
}

/// Those of the head and of each line, with a link to each.
Html problems(const EditorView& view)
{
    if (!view.is_unsaved) return none;
    std::vector<ui::Problem> found;
    for (const auto& [name, error] : view.document.errors.all())
        found.push_back({.name = name,
                         .label = name.empty() ? std::string{} : view.fields.field(name).label,
                         .sentence = t(error.key, error.params)});
    int place = 0;
    for (const auto& line : view.document.lines.lines) {
        ++place;
        for (const auto& [field, error] : line.errors)
            if (found.size() < problems_shown)
                found.push_back({.name = field_of(line.key, field),
                                 .label = t("sale_documents.line.place",
                                            {{"place", std::to_string(place)},
                                             {"field", t("sale_documents.line." + field)}}),
                                 .sentence = t(error.key, error.params)});
    }
    return ui::error_summary(found);
}

Html heading(const char* name, const char* classes)
{
    return th(attribute<"scope">("col"), cls(classes), t(name));
}

Html lines_table(const EditorView& view)
{
    const auto& document = view.document;
    Html rows;
    for (std::size_t place = 0; place < document.lines.lines.size(); ++place) {
        const auto& line = document.lines.lines[place];
        rows += parts::line_row({.document = document,
                                 .line = line,
                                 .place = place,
                                 .books = view.books,
                                 .has_focus = view.focus_key == line.key,
                                 .proposals = view.proposals});
    }
    return table(
        cls("list sale"), caption(cls("sr-only"), t("sale_documents.lines.caption")),
        thead(tr(
            heading("sale_documents.line.name", ""), heading("sale_documents.short.quantity", "r"),
            heading("sale_documents.short.unit", ""),
            th(attribute<"scope">("col"), cls("r"), parts::price_heading(document, view.books)),
            heading("sale_documents.short.discount", "r"),
            th(attribute<"scope">("col"), money_words("tax", view.books)),
            th(attribute<"scope">("col"), cls("r"), money_words("total_net", view.books)))),
        tbody(flag<"data-lines">(), rows));
}

Html adder(LineKind kind)
{
    const auto name = std::string{forms::enum_name(kind)};
    const bool is_quiet = kind == LineKind::section || kind == LineKind::text;
    const ui::Icon icon = kind == LineKind::section ? ui::Icon{"rows-3"}
                          : kind == LineKind::text  ? ui::Icon{"text"}
                                                    : ui::Icon{"plus"};
    return ui::submit({.label = t("sale_documents.add." + name),
                       .icon = icon,
                       .kind = is_quiet ? ui::ButtonKind::Ghost : ui::ButtonKind::Plain,
                       .size = ui::ButtonSize::Small,
                       .name = "step",
                       .value = "add-" + name,
                       .more = attribute<"data-turbo">("false")});
}

/// What the script copies for a new line of each kind.
Html templates(const EditorView& view)
{
    return each(kinds_of(view), [&](LineKind kind) {
        const auto line = blank_line(kind, 0, view.books);
        return template_(attribute<"data-new">(forms::enum_name(kind)),
                         parts::line_row({.document = view.document,
                                          .line = line,
                                          .place = view.document.lines.lines.size(),
                                          .books = view.books,
                                          .proposals = view.proposals}));
    });
}

Html tools(const EditorView& view)
{
    if (!view.may_edit) return none;
    return group(div(cls("mt-3 flex flex-wrap items-center gap-2"),
                     each(kinds_of(view), [&](LineKind kind) { return adder(kind); }),
                     when(view.catalogue_path.has_value(), catalogue_opener()), span(cls("flex-1")),
                     span(cls("hidden items-center gap-1.5 text-12 text-fg-3 xl:flex"), hidden(),
                          flag<"data-keys">(), ui::kbd("↵"), t("sale_documents.keys.next"),
                          ui::kbd("Alt"), ui::kbd("↑"), t("sale_documents.keys.move"))),
                 view.catalogue.text().empty() ? catalogue_place() : view.catalogue,
                 templates(view));
}

Html sized(const EditorView& view, std::string_view name)
{
    const auto field = view.fields.field(name);
    const auto unit = view.fields.field(std::string{name} + "_unit", "percent");
    const auto& chosen = unit.value;
    const auto sign = view.books.currency == base::Currency::CAD ? "$" : "€";
    const auto one = [&](const char* code, const char* words) {
        return option(value(code), when(chosen == code, selected()), words);
    };
    return div(cls("sale-size"), label(cls("font-[530]"), for_(ui::field_id(name)), field.label),
               span(cls("input-wrap num"),
                    input(id(ui::field_id(name)), html::name(name), inputmode("decimal"),
                          autocomplete("off"), value(field.value),
                          attribute<"aria-describedby">("sale-", name),
                          when(!field.error.empty(), attribute<"aria-invalid">("true"))),
                    html::select(html::name(unit.name), attribute<"aria-label">(unit.label),
                                 one("percent", "%"), one("amount", sign))),
               when(!field.hint.empty(), p(cls("hint"), field.hint)));
}

/// For who may take prices from a price book, and where there is one already.
Html promo_code(const EditorView& view)
{
    const auto field = view.fields.field("code");
    if (!view.catalogue_path && field.value.empty()) return none;
    return group(
        div(cls("sale-size mt-2"),
            label(cls("font-[530]"), for_(ui::field_id("code")), field.label),
            span(cls("input-wrap"),
                 input(id(ui::field_id("code")), html::name("code"), autocomplete("off"),
                       value(field.value), attribute<"maxlength">(pricebook::code_length_max),
                       attribute<"aria-describedby">("sale-code"),
                       when(!field.error.empty(), attribute<"aria-invalid">("true"))))),
        parts::code_notes(view.document));
}

Html deposit(const EditorView& view)
{
    if (view.deposit == Deposit::never) return none;
    return group(div(cls("rule")), sized(view, "deposit"),
                 parts::deposit_figures(view.document, view.books));
}

Html totals(const EditorView& view)
{
    return aside(cls("sale-side"), attribute<"aria-label">(t("sale_documents.totals.title")),
                 id("totaux"), parts::figures(view.document, view.books),
                 div(div(cls("rule")), sized(view, "discount"),
                     parts::discount_notes(view.document), promo_code(view), deposit(view)));
}

/// On phones and tablets, where the figures are far below.
Html bottom_bar(const EditorView& view)
{
    return div(cls("no-print sale-bar"),
               span(span(cls("eyebrow block"), money_words("total_gross", view.books)),
                    parts::bar_total(view.document, view.books)),
               ui::link_button(Url::here("totaux"), {.label = t("sale_documents.totals.show")}));
}

Attribute island(const EditorView& view)
{
    if (!view.may_edit) return {};
    return attributes(
        attribute<"data-controller">("island"), attribute<"data-island">("line_editor"),
        attribute<"data-totals">(view.action.text() + "/totaux"),
        attribute<"data-lines-max">(lines_max), attribute<"data-leave">(t("sale_documents.leave")),
        view.catalogue_path ? attribute<"data-catalogue">(view.catalogue_path->text())
                            : Attribute{},
        attribute<"data-added">(t("sale_documents.catalogue.added", {{"name", "{name}"}})),
        attribute<"data-moved">(
            t("sale_documents.lines.moved", {{"place", "{place}"}, {"count", "{count}"}})),
        when(view.is_unsaved, flag<"data-unsaved">()));
}

} // namespace

Html editor(const EditorView& view)
{
    const auto content = div(
        cls("sale-page"), ui::hidden_field("version", view.version),
        parts::priced_for(view.document),
        div(cls("sale-main"), h1(cls("sr-only"), view.heading), view.notice, problems(view),
            view.head, parts::priced_notice(view.document), lines_table(view), tools(view),
            view.below, p(cls("sr-only"), attribute<"aria-live">("polite"), flag<"data-said">()),
            datalist(id("sale-units"),
                     each(base::split(t("sale_documents.units"), ' '),
                          [](const std::string& unit) { return option(value(unit)); }))),
        totals(view), bottom_bar(view));
    return group(html::link(rel("stylesheet"), href(ui::assets().sale_document_stylesheet)),
                 ui::form({.action = view.action,
                           .guard = view.guard,
                           .id = editor_form,
                           .classes = "",
                           .more = island(view)},
                          view.may_edit ? content : fieldset(disabled(), content)));
}

std::vector<ui::Choice> price_choices(const Books& books)
{
    std::vector<ui::Choice> prices;
    for (const char* code : {"net", "gross"})
        prices.push_back(
            {.value = code, .label = money_words("typed_" + std::string{code}, books)});
    return prices;
}

Html stale_notice(const std::string& words, const Html& saved)
{
    return group(div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                              .icon = "triangle-alert",
                                              .words = words,
                                              .urgency = ui::Urgency::Alert})),
                 saved);
}

} // namespace sale_documents
