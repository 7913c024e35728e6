#include "kernel/base/text.hpp"
#include "kernel/html/ui/assets.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/catalogue_views.hpp"
#include "modules/quotes/quote_parts.hpp"
#include "modules/quotes/quote_sums.hpp"
#include "modules/quotes/quote_views.hpp"

#include <array>

namespace quotes
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::size_t problems_shown = 20;
constexpr std::array kinds{LineKind::line, LineKind::option, LineKind::section, LineKind::text};

guard::FormView fields_of(const EditorView& view)
{
    guard::FormView fields{view.form.head, "quotes.field"};
    if (view.is_stale) fields.set_beside(view.saved_head, {{"client", view.client_name}});
    return fields;
}

/// Those of the head and of each line, with a link to each.
Html problems(const EditorView& view)
{
    if (!view.is_unsaved) return none;
    std::vector<ui::Problem> found;
    for (const auto& [name, error] : view.form.head.errors.all())
        found.push_back({.name = name,
                         .label = name.empty() ? std::string{} : t("quotes.field." + name),
                         .sentence = t(error.key, error.params)});
    int place = 0;
    for (const auto& line : view.form.lines.lines) {
        ++place;
        for (const auto& [field, error] : line.errors)
            if (found.size() < problems_shown)
                found.push_back(
                    {.name = field_of(line.key, field),
                     .label = t("quotes.line.place", {{"place", std::to_string(place)},
                                                      {"field", t("quotes.line." + field)}}),
                     .sentence = t(error.key, error.params)});
    }
    return ui::error_summary(found);
}

Html stale_notice(const EditorView& view)
{
    if (!view.is_stale) return none;
    return group(div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                              .icon = "triangle-alert",
                                              .words = t("quotes.refusal.changed_meanwhile"),
                                              .urgency = ui::Urgency::Alert})),
                 view.saved);
}

Html head(const EditorView& view)
{
    const auto fields = fields_of(view);
    auto until = fields.field("valid_until");
    until.type = "date";
    until.is_numeric = true;
    auto title = fields.field("title");
    title.length_max = static_cast<int>(title_length_max);
    return div(cls("quote-head"), ui::select_field(fields.field("client"), view.clients),
               ui::input_field(title), ui::input_field(until));
}

Html heading(const char* name, const char* classes)
{
    return th(attribute<"scope">("col"), cls(classes), t(name));
}

Html lines_table(const EditorView& view)
{
    const auto& form = view.form;
    Html rows;
    for (std::size_t place = 0; place < form.lines.lines.size(); ++place) {
        const auto& line = form.lines.lines[place];
        rows += parts::line_row({.form = form,
                                 .line = line,
                                 .place = place,
                                 .books = view.books,
                                 .has_focus = view.focus_key == line.key});
    }
    return table(
        cls("list quote"), caption(cls("sr-only"), t("quotes.lines.caption")),
        thead(tr(heading("quotes.line.name", ""), heading("quotes.short.quantity", "r"),
                 heading("quotes.short.unit", ""),
                 th(attribute<"scope">("col"), cls("r"), parts::price_heading(form, view.books)),
                 heading("quotes.short.discount", "r"),
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
    return ui::submit({.label = t("quotes.add." + name),
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
    return each(kinds, [&](LineKind kind) {
        const auto line = blank_line(kind, 0, view.books.regime);
        return template_(attribute<"data-new">(forms::enum_name(kind)),
                         parts::line_row({.form = view.form,
                                          .line = line,
                                          .place = view.form.lines.lines.size(),
                                          .books = view.books}));
    });
}

Html tools(const EditorView& view)
{
    if (!view.may_edit) return none;
    return group(div(cls("mt-3 flex flex-wrap items-center gap-2"),
                     each(kinds, [&](LineKind kind) { return adder(kind); }),
                     when(view.catalogue_path.has_value(), catalogue_opener()), span(cls("flex-1")),
                     span(cls("hidden items-center gap-1.5 text-12 text-fg-3 xl:flex"), hidden(),
                          flag<"data-keys">(), ui::kbd("↵"), t("quotes.keys.next"), ui::kbd("Alt"),
                          ui::kbd("↑"), t("quotes.keys.move"))),
                 view.catalogue.text().empty() ? catalogue_place() : view.catalogue,
                 templates(view));
}

Html words_below(const EditorView& view)
{
    const auto fields = fields_of(view);
    std::vector<ui::Choice> prices;
    for (const char* code : {"net", "gross"})
        prices.push_back(
            {.value = code, .label = money_words("typed_" + std::string{code}, view.books)});
    return div(cls("mt-6 grid gap-4 sm:grid-cols-2"), ui::input_field(fields.field("delay")),
               ui::select_field(fields.field("prices"), prices),
               div(cls("sm:col-span-2"), ui::text_area(fields.field("note"), 3)));
}

Html sized(const EditorView& view, std::string_view name)
{
    const auto field = fields_of(view).field(name);
    const auto unit = std::string{name} + "_unit";
    const auto chosen = view.form.head.typed_value(unit, "percent");
    const auto sign = view.books.currency == base::Currency::CAD ? "$" : "€";
    const auto one = [&](const char* code, const char* words) {
        return option(value(code), when(chosen == code, selected()), words);
    };
    return div(
        cls("quote-size"), label(cls("font-[530]"), for_(ui::field_id(name)), field.label),
        span(cls("input-wrap num"),
             input(id(ui::field_id(name)), html::name(name), inputmode("decimal"),
                   autocomplete("off"), value(field.value),
                   attribute<"aria-describedby">("quote-", name),
                   when(!field.error.empty(), attribute<"aria-invalid">("true"))),
             html::select(html::name(unit), attribute<"aria-label">(t("quotes.field." + unit)),
                          one("percent", "%"), one("amount", sign))),
        when(!field.hint.empty(), p(cls("hint"), field.hint)));
}

Html totals(const EditorView& view)
{
    return aside(cls("quote-side"), attribute<"aria-label">(t("quotes.totals.title")), id("totaux"),
                 parts::figures(view.form, view.books),
                 div(div(cls("rule")), sized(view, "discount"), parts::discount_notes(view.form),
                     div(cls("rule")), sized(view, "deposit"),
                     parts::deposit_figures(view.form, view.books)));
}

/// On phones and tablets, where the figures are far below.
Html bottom_bar(const EditorView& view)
{
    return div(cls("no-print quote-bar"),
               span(span(cls("eyebrow block"), money_words("total_gross", view.books)),
                    parts::bar_total(view.form, view.books)),
               ui::link_button(Url::here("totaux"), {.label = t("quotes.totals.show")}));
}

Attribute island(const EditorView& view)
{
    if (!view.may_edit) return {};
    return attributes(
        attribute<"data-controller">("island"), attribute<"data-island">("quote_editor"),
        attribute<"data-totals">(view.action.text() + "/totaux"),
        attribute<"data-lines-max">(lines_max), attribute<"data-leave">(t("quotes.leave")),
        view.catalogue_path ? attribute<"data-catalogue">(view.catalogue_path->text())
                            : Attribute{},
        attribute<"data-added">(t("quotes.catalogue.added", {{"name", "{name}"}})),
        attribute<"data-moved">(
            t("quotes.lines.moved", {{"place", "{place}"}, {"count", "{count}"}})),
        when(view.is_unsaved, flag<"data-unsaved">()));
}

} // namespace

Html quote_editor(const EditorView& view)
{
    const auto& form = view.form;
    const auto content =
        div(cls("quote-page"), ui::hidden_field("version", form.head.typed_value("version")),
            div(cls("quote-main"),
                h1(cls("sr-only"), t("quotes.editor.title",
                                     {{"title", form.quote.title}, {"client", view.client_name}})),
                stale_notice(view), problems(view), head(view), lines_table(view), tools(view),
                words_below(view),
                p(cls("sr-only"), attribute<"aria-live">("polite"), flag<"data-said">()),
                datalist(id("quote-units"),
                         each(base::split(t("quotes.units"), ' '),
                              [](const std::string& unit) { return option(value(unit)); }))),
            totals(view), bottom_bar(view));
    return group(html::link(rel("stylesheet"), href(ui::assets().quote_stylesheet)),
                 ui::form({.action = view.action,
                           .guard = view.guard,
                           .id = "quote-form",
                           .classes = "",
                           .more = island(view)},
                          view.may_edit ? content : fieldset(disabled(), content)));
}

} // namespace quotes
