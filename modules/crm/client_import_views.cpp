#include "modules/crm/client_import_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::size_t sample_lines = 2;
constexpr std::size_t sample_length = 40;

template <class E>
std::vector<ui::Choice> choices_of(const std::string& family)
{
    std::vector<ui::Choice> choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto d) { choices.push_back({.value = d.name, .label = t(family + "." + d.name)}); });
    return choices;
}

std::vector<ui::Choice> field_choices()
{
    std::vector<ui::Choice> choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ImportField>>([&](auto d) {
        choices.push_back({.value = d.name,
                           .label = d.value == ImportField::none
                                        ? t("crm.import.not_taken")
                                        : t("crm.field." + std::string{d.name})});
    });
    return choices;
}

Html page_of(const std::string& title, const Html& content)
{
    return div(cls("mx-auto grid w-full max-w-[960px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
               h1(cls("sr-only"), title), content);
}

ui::Tone tone_of(ImportState state)
{
    if (state == ImportState::running) return ui::Tone::Blue;
    return state == ImportState::done ? ui::Tone::Green : ui::Tone::Amber;
}

Html recent_line(const ImportsView& view, std::size_t at)
{
    const auto& import = view.recent[at];
    const auto detail = t("crm.import.recent_line", {{"when", view.moments[at]},
                                                     {"lines", i18n::number(import.lines)},
                                                     {"added", i18n::number(import.added)}});
    return ui::row_link(
        import_path(view.slug, import.id),
        {.lead = ui::tile("file-text", ui::Tone::Gray),
         .title = import.name,
         .detail = detail,
         .aside = ui::badge(t("crm.import.state." + std::string{forms::enum_name(import.state)}),
                            tone_of(import.state))});
}

Html recent_card(const ImportsView& view)
{
    if (view.recent.empty()) return none;
    Html lines;
    for (std::size_t at = 0; at < view.recent.size(); ++at)
        lines += recent_line(view, at);
    return ui::card({.title = t("crm.import.recent"), .id = "recents"}, lines);
}

/// « Dupont · Martin »: what the first lines hold in a column.
std::string sample_of(const ImportLook& look, std::size_t column)
{
    std::vector<std::string> parts;
    for (const auto& record : look.first) {
        if (parts.size() == sample_lines) break;
        if (column >= record.cells.size()) continue;
        const auto text = base::trim(record.cells[column]);
        if (!text.empty()) parts.push_back(base::shorten(text, sample_length));
    }
    return base::join(parts, " · ");
}

Html column_fields(const ImportDraftView& view)
{
    const auto choices = field_choices();
    Html fields;
    for (std::size_t at = 0; at < view.fields.size(); ++at)
        fields += ui::select_field({.name = "column_" + std::to_string(at),
                                    .label = base::shorten(view.look.titles[at], sample_length),
                                    .value = std::string{forms::enum_name(view.fields[at])},
                                    .hint = sample_of(view.look, at)},
                                   choices);
    return div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"), fields);
}

Html format_fields(const ImportDraftView& view)
{
    const auto& import = view.import;
    return group(div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"),
                     ui::select_field({.name = "delimiter",
                                       .label = t("crm.import.delimiter.label"),
                                       .value = std::string{forms::enum_name(import.delimiter)}},
                                      choices_of<base::CsvDelimiter>("crm.import.delimiter")),
                     ui::select_field({.name = "encoding",
                                       .label = t("crm.import.encoding.label"),
                                       .value = std::string{forms::enum_name(import.encoding)},
                                       .hint = t("crm.import.encoding.hint")},
                                      choices_of<base::CsvEncoding>("crm.import.encoding"))),
                 ui::check_box({.name = "has_titles",
                                .label = t("crm.import.has_titles"),
                                .value = import.has_titles ? "on" : ""}));
}

Html obstacle_banners(const ImportDraftView& view)
{
    return each(view.obstacles, [](const auto& words) {
        return ui::banner({.tone = ui::Tone::Red, .icon = "triangle-alert", .words = words});
    });
}

Html reading_card(const ImportDraftView& view)
{
    const auto lines = i18n::number(view.look.lines);
    const auto launch = ui::submit({.label = t("crm.import.launch", {{"count", lines}}),
                                    .kind = ui::ButtonKind::Primary,
                                    .name = "then",
                                    .value = "launch",
                                    .is_disabled = !view.obstacles.empty()});
    return ui::card(
        {.title = t("crm.import.columns"), .id = "colonnes"},
        ui::card_body(ui::form(
            {.action = view.page, .guard = view.guard}, format_fields(view), column_fields(view),
            ui::radio_group({.name = "doubles",
                             .label = t("crm.import.doubles.label"),
                             .value = std::string{forms::enum_name(view.import.doubles)},
                             .hint = t("crm.import.doubles.hint")},
                            choices_of<Doubles>("crm.import.doubles")),
            view.invitations,
            ui::form_actions(
                ui::submit(
                    {.label = t("crm.import.preview.again"), .name = "then", .value = "preview"}),
                launch))));
}

/// A line of the file, its words whole however long they are.
Html file_line(std::int64_t line, const Html& words, const Html& aside)
{
    return div(cls("flex flex-wrap items-start gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 "
                   "text-13 first:border-t-0"),
               span(cls("num w-20 shrink-0 text-fg-2"),
                    t("crm.import.report.at_line", {{"line", std::to_string(line)}})),
               div(cls("min-w-0 grow basis-60 break-words"), words), aside);
}

Html outcome_of(const PreviewLine& line)
{
    if (!line.read.problems.empty())
        return ui::badge(t("crm.import.preview.refused"), ui::Tone::Red);
    return line.known.empty() ? ui::badge(t("crm.import.preview.new"), ui::Tone::Green)
                              : ui::badge(t("crm.import.preview.known"), ui::Tone::Amber);
}

Html preview_line(const PreviewLine& line)
{
    const auto& client = line.read.client;
    std::vector<std::string> parts;
    for (const auto& part : {client.email, i18n::phone(client.phone), client.billing_city})
        if (!part.empty()) parts.push_back(part);
    const auto known =
        line.known.empty() ? none : p(t("crm.import.problem.known", {{"name", line.known}}));
    const auto words = group(strong(client.name), p(cls("text-fg-2"), base::join(parts, " · ")),
                             known, each(line.read.problems, [](const auto& problem) {
                                 return p(cls("err"), sentence_of(problem));
                             }));
    return file_line(static_cast<std::int64_t>(line.read.line), words, outcome_of(line));
}

Html preview_card(const ImportDraftView& view)
{
    if (view.lines.empty()) return none;
    return ui::card(
        {.title = t("crm.import.preview.title", {{"shown", std::to_string(view.lines.size())},
                                                 {"count", i18n::number(view.look.lines)}}),
         .id = "apercu"},
        each(view.lines, preview_line));
}

Html figures(const ClientImport& import)
{
    return ui::indicators(t("crm.import.report.figures"),
                          {{t("crm.import.report.added"), i18n::number(import.added), none},
                           {t("crm.import.report.completed"), i18n::number(import.completed), none},
                           {t("crm.import.report.ignored"), i18n::number(import.ignored), none},
                           {t("crm.import.report.refused"), i18n::number(import.refused), none}});
}

Html progress(const ImportReportView& view)
{
    const auto& import = view.import;
    if (import.state == ImportState::done)
        return ui::banner(
            {.tone = ui::Tone::Green,
             .icon = "circle-check",
             .words = t("crm.import.report.done", {{"read", i18n::number(import.lines_read)}})});
    const auto words = t("crm.import.report.running", {{"read", i18n::number(import.lines_read)},
                                                       {"count", i18n::number(import.lines)}});
    return group(
        ui::banner({.tone = ui::Tone::Blue,
                    .icon = "clock",
                    .words = words,
                    .action = ui::link_button(view.page, {.label = t("crm.import.report.again"),
                                                          .size = ui::ButtonSize::Small})}),
        ui::meter(words, static_cast<int>(import.lines_read),
                  std::max(1, static_cast<int>(import.lines))));
}

Html problem_line(const LineProblem& problem)
{
    return file_line(problem.line, text(sentence_of(problem)), none);
}

Html problems_card(const ImportReportView& view)
{
    if (view.problems.empty()) return none;
    return ui::card({.title = t("crm.import.report.problems"),
                     .id = "lignes",
                     .actions = ui::link_button(view.report, {.label = t("crm.import.report.file"),
                                                              .icon = "download",
                                                              .size = ui::ButtonSize::Small})},
                    each(view.problems, problem_line));
}

} // namespace

Url import_path(std::string_view slug, ImportId import)
{
    return route("/e/{}/clients/import/{}", slug, import);
}

Html imports_page(const ImportsView& view)
{
    const auto size = i18n::file_size(import_bytes_max);
    const auto lines = i18n::number(import_lines_max);
    return page_of(
        t("crm.import.title"),
        group(p(cls("text-13 text-fg-2"), t("crm.import.lead")),
              ui::card({.title = t("crm.import.file"), .id = "fichier"},
                       ui::card_body(ui::form(
                           {.action = view.page, .guard = view.guard, .has_files = true},
                           ui::file_field({.name = "file",
                                           .label = t("crm.import.file_label"),
                                           .hint = t("crm.import.file_hint",
                                                     {{"lines", lines}, {"size", size}}),
                                           .error = view.error,
                                           .is_required = true},
                                          ".csv,.txt,text/csv,text/plain"),
                           ui::form_actions(ui::submit({.label = t("crm.import.send"),
                                                        .kind = ui::ButtonKind::Primary}))))),
              recent_card(view)));
}

Html import_draft_page(const ImportDraftView& view)
{
    return page_of(view.import.name,
                   group(obstacle_banners(view), preview_card(view), reading_card(view),
                         ui::form({.action = view.abandon, .guard = view.guard},
                                  ui::form_actions(ui::submit({.label = t("crm.import.drop"),
                                                               .kind = ui::ButtonKind::Ghost})))));
}

Html import_report_page(const ImportReportView& view)
{
    return page_of(
        view.import.name,
        group(progress(view), figures(view.import), view.guests, problems_card(view),
              ui::form_actions(
                  ui::link_button(view.clients, {.label = t("crm.import.report.clients"),
                                                 .kind = ui::ButtonKind::Primary}),
                  ui::link_button(view.another, {.label = t("crm.import.report.another")}))));
}

} // namespace crm
