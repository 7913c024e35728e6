#include "modules/search/search_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/search/tokenizer.hpp"

#include <algorithm>

namespace search
{

using namespace html;
using i18n::t;

namespace
{

Html lead_of(const FoundGroup& group, const FoundLine& line)
{
    if (group.icon.empty()) return ui::avatar({.name = line.title});
    return ui::icon(ui::Icon::named(group.icon));
}

Html state_of(const FoundLine& line)
{
    if (line.state.empty()) return none;
    return ui::badge(line.state, ui::tone_named(line.tone));
}

Html result_row(const FoundGroup& group_, const FoundLine& line, const std::string& typed)
{
    return a(cls("row"), href(line.to), span(cls("text-fg-3"), lead_of(group_, line)),
             span(cls("min-w-0 flex-1"),
                  span(cls("block truncate text-14 font-[560]"), marked(line.title, typed)),
                  when(!line.detail.empty(),
                       span(cls("block truncate text-12 text-fg-3"), line.detail))),
             state_of(line));
}

Html search_form(const ResultsView& view)
{
    return form(
        method("get"), action(view.action), role("search"), cls("flex items-center gap-2"),
        div(cls("input-wrap min-w-0 flex-1"), ui::icon("search", "i-sm"),
            input(type("search"), name("q"), value(view.typed), maxlength("200"),
                  attribute<"aria-label">(t("search.field")), autofocus(),
                  placeholder(t(view.side == tenancy::Side::staff ? "search.placeholder"
                                                                  : "search.portal_placeholder")))),
        ui::submit({.label = t("search.submit"), .kind = ui::ButtonKind::Primary}));
}

Html nothing_found(const ResultsView& view)
{
    if (view.typed.empty())
        return ui::empty_state(
            {.icon = "search", .title = t("search.start"), .detail = t("search.start_detail")});
    return ui::empty_state({.icon = "search",
                            .title = t("search.none", {{"typed", view.typed}}),
                            .detail = t("search.none_detail")});
}

/// Takes turns, so that no kind hides the others.
std::vector<FoundGroup> first_of_each(const std::vector<FoundGroup>& groups, std::size_t limit)
{
    std::vector<FoundGroup> shown;
    for (const auto& group : groups)
        shown.push_back(
            {.label = group.label, .icon = group.icon, .kind = group.kind, .lines = {}});
    std::size_t taken = 0;
    for (std::size_t turn = 0, before = limit; taken < limit && taken != before; ++turn) {
        before = taken;
        for (std::size_t n = 0; n < groups.size() && taken < limit; ++n)
            if (turn < groups[n].lines.size()) {
                shown[n].lines.push_back(groups[n].lines[turn]);
                ++taken;
            }
    }
    return shown;
}

/// Numbers the options of the list: what the field says is chosen.
class Options
{
  public:
    Html option(const Url& to, const Html& content)
    {
        return a(id("palette-", next_++), role("option"), tabindex(-1), href(to), content);
    }
    Html group_of(const std::string& label, const Html& options) const
    {
        const auto heading = "palette-group-" + std::to_string(next_);
        return div(role("group"), attribute<"aria-labelledby">(heading),
                   p(id(heading), role("presentation"),
                     cls("px-2.5 py-1.5 text-12 font-medium text-fg-3"), label),
                   options);
    }

  private:
    int next_ = 0;
};

Html found_option(Options& options, const FoundGroup& group_, const FoundLine& line,
                  const std::string& typed)
{
    return options.option(
        line.to, group(lead_of(group_, line),
                       span(cls("min-w-0 flex-1 truncate"), marked(line.title, typed)),
                       when(!line.detail.empty(),
                            span(cls("hidden truncate text-12 text-fg-3 sm:block"), line.detail)),
                       state_of(line)));
}

Html keys_of(const std::string& keys)
{
    Html shown;
    if (keys.empty()) return shown;
    for (const auto& key : base::split(keys, ' ')) {
        auto letter = key;
        if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z')
            letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
        if (!shown.empty()) shown += text(" ");
        shown += ui::kbd(letter);
    }
    return span(cls("flex shrink-0 gap-1"), shown);
}

Html command_options(Options& options, const std::string& label,
                     const std::vector<Command>& commands)
{
    if (commands.empty()) return none;
    Html lines;
    for (const auto& command : commands)
        lines +=
            options.option(command.to, group(ui::icon(ui::Icon::named(command.icon)),
                                             span(cls("min-w-0 flex-1 truncate"), command.label),
                                             keys_of(command.keys)));
    return options.group_of(label, lines);
}

Html shortcut(const std::string& words, const std::string& keys)
{
    return div(cls("flex items-center gap-3 py-1.5"), dt(cls("flex-1 text-13"), words),
               dd(keys_of(keys)));
}

Html shortcut_group(const std::string& label, const Html& lines)
{
    return div(h2(cls("eyebrow pb-1"), label), dl(lines));
}

} // namespace

Html marked(const std::string& title, const std::string& typed)
{
    const auto wanted = words_of(typed);
    Html shown;
    bool is_first = true;
    for (const auto& word : base::split(title, ' ')) {
        if (!is_first) shown += text(" ");
        is_first = false;
        const auto key = base::fold(word);
        const auto begun = std::ranges::find_if(wanted, [&](const auto& part) {
            return key == part || (part == wanted.back() && key.starts_with(part));
        });
        if (key.empty() || begun == wanted.end()) {
            shown += text(word);
            continue;
        }
        // Letters that fold to several (œ) or to none leave no way back to where the part ends.
        const auto length = base::code_points(key) == base::code_points(word)
                                ? base::code_points(*begun)
                                : base::code_points(word);
        std::size_t bytes = 0;
        for (std::size_t seen = 0; bytes < word.size(); ++bytes)
            if ((static_cast<unsigned char>(word[bytes]) & 0xC0U) != 0x80U && seen++ == length)
                break;
        shown += mark(cls("bg-transparent font-[650] text-brand-fg"), word.substr(0, bytes));
        shown += text(word.substr(bytes));
    }
    return shown;
}

Html results_page(const ResultsView& view)
{
    const auto groups = each(view.groups, [&](const FoundGroup& found) {
        return ui::card({.title = found.label, .id = "found-" + found.kind},
                        each(found.lines, [&](const auto& line) {
                            return result_row(found, line, view.typed);
                        }));
    });
    return div(cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-5",
                   view.side == tenancy::Side::staff ? " px-4 py-6" : ""),
               when(view.side == tenancy::Side::portal, h1(cls("h1"), t("search.title"))),
               search_form(view), view.groups.empty() ? nothing_found(view) : groups);
}

Html suggestions(const SuggestionsView& view)
{
    Options options;
    Html list;
    for (const auto& found : first_of_each(view.groups, palette_hits_max)) {
        Html lines;
        for (const auto& line : found.lines)
            lines += found_option(options, found, line, view.typed);
        list += options.group_of(found.label, lines);
    }
    if (view.typed.empty())
        list += command_options(options, t("search.palette.go"), view.destinations);
    list += command_options(options, t("search.palette.actions"), view.actions);
    if (!view.typed.empty())
        list += command_options(options, t("search.palette.go"), view.destinations);
    if (!list.empty()) return list;
    return div(id("palette-none"), role("option"), attribute<"aria-disabled">("true"),
               span(cls("text-fg-3"), t("search.none", {{"typed", view.typed}})));
}

Html shortcuts_page(const ShortcutsView& view)
{
    const auto line = [](std::string_view key, const char* keys) {
        return shortcut(t("search.shortcuts." + std::string{key}), keys);
    };
    const auto destinations = each(view.destinations, [](const Command& command) {
        return shortcut(command.label, command.keys);
    });
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"),
        turbo_frame(
            id("shortcuts-list"), target("_top"),
            div(cls("grid gap-5 sm:grid-cols-2"),
                shortcut_group(t("search.shortcuts.everywhere"),
                               group(line("palette", "Ctrl K"), line("search", "/"),
                                     line("create", "c"), line("help", "?"),
                                     shortcut(t("search.shortcuts.close"), t("ui.palette.escape")),
                                     line("send", "Ctrl ↵"))),
                shortcut_group(t("search.shortcuts.go"), destinations),
                shortcut_group(t("search.shortcuts.lists"),
                               group(line("next", "j"), line("previous", "k"), line("open", "↵"),
                                     line("filter", "f"))),
                when(view.has_tickets,
                     shortcut_group(t("search.shortcuts.record"),
                                    group(line("assign", "a"), line("resolve", "e"))))),
            label(cls("mt-5 flex items-center gap-2 text-13"),
                  attribute<"data-controller">("shortcuts"), flag<"hidden">(),
                  input(type("checkbox"), cls("check"), attribute<"data-shortcuts-target">("box"),
                        attribute<"data-action">("shortcuts#change")),
                  t("search.shortcuts.letters"))));
}

} // namespace search
