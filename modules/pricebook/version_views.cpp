#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"
#include "modules/pricebook/words.hpp"

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6";

std::string title_of(const Version& version)
{
    return t("pricebook.version.title", {{"number", std::to_string(version.number)}});
}

/// « Depuis le 22 novembre 2026, décidé par Enora · copie de la version 2 ».
std::string history_of(const VersionLine& line, std::string_view zone)
{
    const auto& version = line.version;
    const auto made =
        t("pricebook.version.made",
          {{"day", i18n::date_and_time(version.made_at, zone)}, {"name", line.made_by}});
    auto words = made;
    if (version.starts_on)
        words = t("pricebook.version.starts",
                  {{"day", i18n::long_date(*version.starts_on)}, {"name", line.decided_by}});
    if (version.copied_from > 0)
        words += " · " +
                 t("pricebook.version.copied", {{"number", std::to_string(version.copied_from)}});
    return words;
}

Html version_row(const VersionListView& view, const VersionLine& line)
{
    const bool is_draft = line.state == VersionState::draft;
    const auto to = is_draft ? book_path(view.slug, "/brouillon")
                             : book_path(view.slug, "/versions/" + line.version.id.text());
    return ui::row_link(to, {.title = title_of(line.version),
                             .detail = history_of(line, view.zone),
                             .aside = state_badge(line.state)});
}

Html unscheduling(const VersionView& view)
{
    return ui::form(
        {.action = book_path(view.slug, "/versions/" + view.line.version.id.text() + "/report"),
         .guard = view.guard,
         .classes = ""},
        ui::submit({.label = t("pricebook.version.unschedule"), .icon = "undo-2"}));
}

Html actions_of(const VersionView& view)
{
    if (view.line.state == VersionState::scheduled) return unscheduling(view);
    if (!view.may_copy) return p(cls("hint"), t("pricebook.version.no_copy"));
    return draft_maker(
        book_path(view.slug, "/versions/" + view.line.version.id.text() + "/reprise"), view.guard,
        t("pricebook.version.restore"));
}

Html changed_value(const ChangeListView& view, const Change& change)
{
    const auto value = [&](const std::string& text) {
        return value_words(change.field, text, view.currency);
    };
    return p(cls("text-13 text-fg-2"), field_words(change.field), t("pricebook.colon"),
             value(change.before), " → ", strong(value(change.after)));
}

bool is_same_save(const Change& a, const Change& b)
{
    return a.item_id == b.item_id && a.made_at == b.made_at;
}

/// All that one save changed of one item; `count` lines from `first` on, the last one first.
Html change_row(const ChangeListView& view, std::size_t first, std::size_t count)
{
    const auto& line = view.lines[first];
    const auto& change = line.change;
    const auto when = i18n::date_and_time(change.made_at, view.zone);
    const auto version =
        t("pricebook.version.title", {{"number", std::to_string(change.version_number)}});
    Html values;
    for (auto at = first + count; at > first; --at)
        values += changed_value(view, view.lines[at - 1].change);
    return div(cls("row"),
               div(cls("min-w-0 flex-1"),
                   p(cls("text-13 font-[560]"), change.item_name, " · ", change.item_code), values,
                   p(cls("text-12 text-fg-3"), line.made_by, " · ", when, " · ", version)));
}

Html change_rows(const ChangeListView& view)
{
    Html rows;
    for (std::size_t from = 0, until = 0; from < view.lines.size(); from = until) {
        while (until < view.lines.size() &&
               is_same_save(view.lines[from].change, view.lines[until].change))
            ++until;
        rows += change_row(view, from, until - from);
    }
    return rows;
}

} // namespace

Html replay_link(std::string_view slug, VersionId version)
{
    return ui::link_button(book_path(slug, "/versions/" + version.text() + "/rejeu"),
                           {.label = t("pricebook.replay.open"), .icon = "history"});
}

Html version_list(const VersionListView& view)
{
    const auto tabs = book_tabs(view.slug, BookTab::versions);
    if (view.lines.empty())
        return group(tabs, ui::empty_state({.icon = "history",
                                            .title = t("pricebook.version.none"),
                                            .detail = t("pricebook.version.none_detail")}));
    const auto rows =
        each(view.lines, [&](const VersionLine& line) { return version_row(view, line); });
    return group(tabs, div(cls(column), ui::card({.title = t("pricebook.tab.versions"),
                                                  .id = "versions",
                                                  .count = static_cast<int>(view.lines.size())},
                                                 rows)));
}

Html version_page(const VersionView& view)
{
    return group(book_tabs(view.slug, BookTab::versions),
                 div(cls(column),
                     div(cls("flex flex-wrap items-center gap-2"),
                         h2(cls("h1"), title_of(view.line.version)), state_badge(view.line.state)),
                     p(cls("text-13 text-fg-2"), history_of(view.line, view.zone)),
                     div(cls("flex flex-wrap items-center gap-2"), actions_of(view),
                         replay_link(view.slug, view.line.version.id)),
                     item_cards(view.slug, view.items, view.currency, nullptr)));
}

Html change_list(const ChangeListView& view)
{
    const auto tabs = book_tabs(view.slug, BookTab::changes);
    if (view.lines.empty())
        return group(tabs, ui::empty_state({.icon = "history",
                                            .title = t("pricebook.change.none"),
                                            .detail = t("pricebook.change.none_detail")}));
    return group(tabs, div(cls(column),
                           ui::card({.title = t("pricebook.tab.changes"), .id = "modifications"},
                                    change_rows(view)),
                           ui::pager({.range = {}, .previous = view.first, .next = view.next})));
}

} // namespace pricebook
