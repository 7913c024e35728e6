#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/quote_views.hpp"
#include "modules/quotes/quote_words.hpp"

namespace quotes
{

using namespace html;
using i18n::t;

namespace
{

Html state_badge(QuoteState state)
{
    return ui::badge(state_words(state), ui::tone_named(state_tone(state)));
}

/// All, then each state that has a quote.
Html state_tabs(const QuoteListView& view)
{
    std::int64_t total = 0;
    std::vector<ui::Tab> tabs;
    for (const auto& [state, count] : view.counts) {
        total += count;
        const std::string code{forms::enum_name(state)};
        tabs.push_back({.label = t("quotes.states." + code),
                        .to = quotes_path(view.slug).with("etat", code),
                        .count = static_cast<int>(count),
                        .is_current = view.state == state});
    }
    if (total == 0) return none;
    tabs.insert(tabs.begin(), {.label = t("quotes.list.all"),
                               .to = quotes_path(view.slug),
                               .count = static_cast<int>(total),
                               .is_current = !view.state});
    return ui::tabs(t("quotes.list.states"), tabs);
}

Html search_form(const QuoteListView& view)
{
    return form(method("get"), action(quotes_path(view.slug)), role("search"),
                cls("flex flex-wrap items-center gap-2 px-4 py-2.5 lg:px-5"),
                div(cls("input-wrap w-full min-w-0 sm:w-auto sm:max-w-80 sm:flex-1"),
                    ui::icon("search", "i-sm"),
                    input(type("search"), name("q"), value(view.query), ui::hotkey("/,Shift+/"),
                          attribute<"aria-label">(t("quotes.list.search")),
                          placeholder(t("quotes.list.search")))),
                view.state ? ui::hidden_field("etat", forms::enum_name(*view.state)) : none,
                ui::submit({.label = t("quotes.list.submit")}));
}

Html list_row(const QuoteListView& view, const QuoteRow& row)
{
    const auto total = row.gross ? i18n::money(*row.gross, view.books.currency) : std::string{};
    return ui::list_row(
        {.id = "quote_" + row.id.text()},
        group(
            ui::party_cell(row.client_name),
            ui::cell(
                a(href(quote_path(view.slug, row.id)), span(cls("subj"), row.title),
                  when(!row.number.empty(), span(cls("num ml-2 text-12 text-fg-3"), row.number))),
                "what"),
            ui::cell(state_badge(row.state), "state"),
            ui::cell(text(i18n::short_date(row.valid_until)), "num text-fg-2 hidden lg:table-cell"),
            ui::cell(text(i18n::relative(row.updated_at, view.now, view.zone)),
                     "when num text-fg-2"),
            ui::cell(text(total), "aside num r font-[560]")));
}

Html fresh_button(const QuoteListView& view)
{
    return ui::link_button(
        html::route("/e/{}/devis/nouveau", view.slug),
        {.label = t("quotes.list.new"), .icon = "plus", .kind = ui::ButtonKind::Primary});
}

Html empty_list(const QuoteListView& view)
{
    const bool is_searching = !view.query.empty() || view.state.has_value();
    if (is_searching)
        return ui::empty_state({.icon = "file-pen-line",
                                .title = t("quotes.list.none_found"),
                                .detail = t("quotes.list.none_found_detail"),
                                .actions = ui::link_button(quotes_path(view.slug),
                                                           {.label = t("quotes.list.clear")})});
    return ui::empty_state({.icon = "file-pen-line",
                            .title = t("quotes.list.none"),
                            .detail = t("quotes.list.none_detail"),
                            .actions = when(view.may_manage, fresh_button(view))});
}

} // namespace

Url quotes_path(std::string_view slug)
{
    return route("/e/{}/devis", slug);
}

Url quote_path(std::string_view slug, QuoteId quote)
{
    return route("/e/{}/devis/{}", slug, quote);
}

Html quote_list(const QuoteListView& view)
{
    const bool has_none = view.counts.empty();
    const auto search = has_none ? none : search_form(view);
    if (view.rows.empty()) return group(state_tabs(view), search, empty_list(view));
    return group(
        state_tabs(view), search,
        ui::list(
            {.caption = t("quotes.list.caption"),
             .columns = {{.label = t("quotes.list.client")},
                         {.label = t("quotes.list.title"), .width = ui::ColumnWidth::Fill},
                         {.label = t("quotes.list.state")},
                         {.label = t("quotes.list.valid_until"), .classes = "hidden lg:table-cell"},
                         {.label = t("quotes.list.changed")},
                         {.label = sale_documents::money_words("total_gross", view.books),
                          .align = ui::ColumnAlign::Right}},
             .rows = each(view.rows, [&](const auto& row) { return list_row(view, row); })}),
        ui::pager({.range = t("quotes.list.range", {{"count", std::to_string(view.rows.size())}}),
                   .previous = {},
                   .next = view.next}));
}

Html new_quote_form(const NewQuoteView& view)
{
    const auto place = cls("mx-auto w-full max-w-[640px] px-4 py-6");
    const auto heading = h1(cls("h1 mb-5"), t("quotes.list.new"));
    if (view.clients.empty())
        return div(place, heading,
                   ui::empty_state({.icon = "users",
                                    .title = t("quotes.start.no_client"),
                                    .detail = t("quotes.start.no_client_detail"),
                                    .actions = ui::link_button(
                                        view.new_client,
                                        {.label = t("quotes.start.new_client"), .icon = "plus"})}));
    auto client = view.fields.field("client");
    client.placeholder = t("quotes.start.choose_client");
    auto until = view.fields.field("valid_until");
    until.type = "date";
    auto title = view.fields.field("title");
    title.length_max = static_cast<int>(title_length_max);
    return div(
        place, heading, view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::select_field(client, view.clients), ui::input_field(title),
                 ui::input_field(until),
                 ui::form_actions(ui::submit({.label = t("quotes.start.submit"),
                                              .kind = ui::ButtonKind::Primary,
                                              .hotkey = "Mod+Enter"}),
                                  ui::link_button(view.back, {.label = t("quotes.start.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

Html removal_page(const RemovalView& view)
{
    const auto total =
        view.quote.gross ? i18n::money(*view.quote.gross, view.books.currency) : std::string{};
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"),
        h1(cls("h1 mb-3"), t("quotes.removal.title")),
        p(cls("mb-2 font-[560]"),
          t("quotes.removal.words", {{"title", view.quote.title}, {"client", view.client_name}})),
        p(cls("mb-5 text-14 text-fg-2"), t("quotes.removal.detail")),
        when(!total.empty(), p(cls("num mb-5 text-18 font-[640]"), total)),
        ui::form({.action = view.action, .guard = view.guard, .classes = ""},
                 ui::hidden_field("version", std::to_string(view.quote.version)),
                 ui::form_actions(ui::submit({.label = t("quotes.removal.confirm"),
                                              .icon = "trash-2",
                                              .kind = ui::ButtonKind::Danger}),
                                  ui::link_button(view.back, {.label = t("quotes.removal.keep"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

} // namespace quotes
