#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/quotes/opened_quote_pages.hpp"
#include "modules/quotes/quote_actions.hpp"
#include "modules/quotes/quote_pages.hpp"
#include "modules/quotes/quote_views.hpp"
#include "modules/quotes/quote_words.hpp"
#include "modules/quotes/sent_quote_pages.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <algorithm>

namespace quotes
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* menu_id = "quote-menu";

/// The active ones, and the one the quote is for.
std::vector<ui::Choice> client_choices(Call& call, const OpenedQuote& open)
{
    std::vector<ui::Choice> choices;
    const auto clients =
        call.context().read([](WorkspaceTransaction& tx) { return crm::active_clients(tx); });
    for (const auto& client : clients)
        choices.push_back({.value = client.id.text(), .label = client.name});
    const auto own = open.quote.client_id.text();
    if (std::ranges::find(choices, own, &ui::Choice::value) == choices.end())
        choices.push_back({.value = own, .label = open.client_name});
    return choices;
}

bool may_edit(const Call& call, const Quote& quote)
{
    return call.may("quotes.manage") && is_editable(quote.state);
}

html::Url paper_path(const Call& call, const Quote& quote)
{
    return html::checked_local(quote_path(slug_of(call), quote.id).text() + "/apercu");
}

/// The paper of what is saved; phones have it in the menu.
html::Html preview_link(const Call& call, const Quote& quote)
{
    return ui::link_button(paper_path(call, quote),
                           {.label = t("quotes.paper.show"),
                            .icon = "eye",
                            .classes = "hidden md:inline-flex",
                            .more = html::attribute<"data-turbo">("false")});
}

html::Html more_menu(Call& call, const Quote& quote)
{
    const auto path = quote_path(slug_of(call), quote.id);
    const auto copy = ui::form(
        {.action = html::checked_local(path.text() + "/copie"),
         .guard = guard::form_guard(call),
         .classes = ""},
        html::button(html::type("submit"), ui::icon("copy", "text-fg-3"), t("quotes.editor.copy")));
    const auto remove = ui::menu_item({.label = t("quotes.editor.remove"),
                                       .to = html::checked_local(path.text() + "/suppression"),
                                       .icon = "trash-2"});
    const auto send = ui::menu_item({.label = t("quotes.sending.open"),
                                     .to = html::checked_local(path.text() + "/envoi"),
                                     .icon = "send"});
    const auto preview = ui::menu_item({.label = t("quotes.paper.show"),
                                        .to = paper_path(call, quote),
                                        .icon = "eye",
                                        .more = html::attribute<"data-turbo">("false")});
    return html::group(
        ui::icon_button({.label = t("quotes.editor.more"),
                         .icon = "ellipsis",
                         .kind = ui::ButtonKind::Ghost,
                         .more = ui::opens(menu_id)}),
        ui::menu({.id = menu_id,
                  .label = t("quotes.editor.more"),
                  .content = html::group(is_editable(quote.state) ? send : html::none, preview,
                                         copy, is_editable(quote.state) ? remove : html::none)}));
}

html::Html top_of(Call& call, const Quote& quote)
{
    const auto preview = preview_link(call, quote);
    if (!call.may("quotes.manage"))
        return ui::link_button(paper_path(call, quote),
                               {.label = t("quotes.paper.show"),
                                .icon = "eye",
                                .more = html::attribute<"data-turbo">("false")});
    const auto save = ui::submit({.label = t("quotes.editor.save"),
                                  .kind = ui::ButtonKind::Primary,
                                  .hotkey = "Mod+Enter",
                                  .more = html::form_id(sale_documents::editor_form)});
    const auto send = ui::link_button(
        html::checked_local(quote_path(slug_of(call), quote.id).text() + "/envoi"),
        {.label = t("quotes.sending.open"), .icon = "send", .classes = "hidden md:inline-flex"});
    return html::group(more_menu(call, quote), preview,
                       is_editable(quote.state) ? html::group(send, save) : html::none);
}

html::Html crumbs(Call& call, const Quote& quote)
{
    const auto& context = call.context();
    const auto when_saved =
        i18n::relative(quote.updated_at, context.now(), context.workspace().time_zone);
    return html::group(
        ui::breadcrumbs({{t("quotes.nav"), quotes_path(slug_of(call))}, {quote.title, {}}}),
        ui::badge(state_words(quote.state), ui::tone_named(state_tone(quote.state))),
        html::span(html::cls("hidden text-12 text-fg-3 lg:inline"),
                   t("quotes.editor.saved", {{"when", when_saved}})));
}

struct Shown {
    int status = 200;
    bool is_unsaved = false;
    bool is_stale = false;
    int focus_key = 0;
    html::Html saved{};
    forms::Typed saved_head{};
    html::Html catalogue{};
};

std::optional<html::Url> catalogue_path(const Call& call)
{
    if (!sale_documents::has_catalogue(call)) return {};
    return html::checked_local(quotes_path(slug_of(call)).text() + "/catalogue");
}

http::Response editor_page(Call& call, const OpenedQuote& open, const QuoteForm& form,
                           const Shown& shown)
{
    const EditorView view{.action = quote_path(slug_of(call), open.quote.id),
                          .guard = guard::form_guard(call),
                          .form = form,
                          .client_name = open.client_name,
                          .clients = client_choices(call, open),
                          .books = sale_documents::books_of(call.context().workspace()),
                          .may_edit = may_edit(call, open.quote),
                          .is_unsaved = shown.is_unsaved,
                          .focus_key = shown.focus_key,
                          .saved = shown.saved,
                          .is_stale = shown.is_stale,
                          .saved_head = shown.saved_head,
                          .catalogue_path = catalogue_path(call),
                          .catalogue = shown.catalogue};
    return guard::render(call, guard::Page{.title = open.quote.title + " · " + open.client_name,
                                           .body = quote_editor(view),
                                           .top = top_of(call, open.quote),
                                           .breadcrumbs = crumbs(call, open.quote),
                                           .status = shown.status,
                                           .has_tab_bar = false,
                                           .is_data_only = shown.status == 200 && !shown.is_unsaved,
                                           .topics = {"quote:" + open.quote.id.text()}});
}

http::Response stepped_page(Call& call, const OpenedQuote& open, QuoteForm form,
                            std::string_view step)
{
    const auto& quote = form.quote;
    const auto stepped =
        sale_documents::take_step(call, form.lines, step, quote.prices, quote.client_id);
    take_code(call, form, sale_documents::books_of(call.context().workspace()));
    form.head.errors = {};
    return editor_page(
        call, open, form,
        {.is_unsaved = true, .focus_key = stepped.focus_key, .catalogue = stepped.catalogue});
}

/// What the saved quote sells to the same client is no longer asked about.
void check_territory(Call& call, QuoteForm& form, const OpenedQuote& open)
{
    const auto client = form.quote.client_id;
    const bool is_same = client == open.quote.client_id;
    sale_documents::check_territory(
        call, form.lines, {.client = client, .kept = is_same ? open.lines : std::vector<Line>{}});
}

/// What is typed stays, on top of what is saved, which is shown above it.
http::Response stale_page(Call& call, QuoteForm form)
{
    const auto open = opened(call);
    const auto books = sale_documents::books_of(call.context().workspace());
    for (auto& [name, value] : form.head.typed)
        if (name == "version") value = std::to_string(open.quote.version);
    const auto saved = shown_quote(open.quote, open.lines, books);
    return editor_page(call, open, form,
                       {.status = 409,
                        .is_unsaved = true,
                        .is_stale = true,
                        .saved = saved_document({.document = saved.document(),
                                                 .title = open.quote.title,
                                                 .client_name = open.client_name},
                                                books),
                        .saved_head = saved.head.typed});
}

/// What was typed, at the prices of the client who was chosen.
QuoteForm typed_form(Call& call, const OpenedQuote& open, const forms::Typed& typed)
{
    auto document = sale_documents::at_client_prices(call, typed, open.quote.client_id);
    auto form = read_quote(document.typed, open.quote,
                           sale_documents::books_of(call.context().workspace()));
    form.priced = std::move(document.priced);
    return form;
}

http::Response saved_answer(Call& call, const OpenedQuote& open, const QuoteForm& form)
{
    const auto to = quote_path(slug_of(call), open.quote.id).text();
    const auto changed = form.priced.changed.size();
    if (changed == 0) return call.redirect(to, "quotes.notice.saved");
    return call.redirect(to, "quotes.notice.saved_at_prices", {{"count", std::to_string(changed)}});
}

} // namespace

http::Response show_quote(Call& call)
{
    const auto open = opened(call);
    if (!is_editable(open.quote.state)) return sent_quote_page(call, open);
    const auto books = sale_documents::books_of(call.context().workspace());
    const auto kept = call.blank_form<SaveQuote>();
    if (kept.typed.empty() || !may_edit(call, open.quote))
        return editor_page(call, open, shown_quote(open.quote, open.lines, books), {});
    auto form = typed_form(call, open, kept.typed);
    take_code(call, form, books);
    return editor_page(call, open, form, {.is_unsaved = true});
}

http::Response update_quote(Call& call)
{
    const auto open = opened(call);
    const auto books = sale_documents::books_of(call.context().workspace());
    const auto& typed = call.request().form;
    auto form = typed_form(call, open, typed.all());
    if (const auto step = typed.get("step"); !step.empty())
        return stepped_page(call, open, std::move(form), step);
    take_code(call, form, books);
    check_territory(call, form, open);
    if (!form.is_valid()) return editor_page(call, open, form, {.status = 422, .is_unsaved = true});

    const auto& figures = form.counted.figures;
    form.quote.gross = figures ? std::optional{figures->totals.gross} : std::nullopt;
    const auto seen = form.head.command.version ? form.head.command.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_quote(tx, form.quote, lines_of(form.lines), seen);
        });
    } catch (const base::Refusal& refusal) {
        if (refusal.kind != base::Refusal::Kind::Conflict) throw;
        return stale_page(call, std::move(form));
    }
    return saved_answer(call, open, form);
}

http::Response count_quote(Call& call)
{
    const auto open = opened(call);
    const auto books = sale_documents::books_of(call.context().workspace());
    auto form = typed_form(call, open, call.request().form.all());
    take_code(call, form, books);
    return http::Response::html(live_figures(form.document(), books).text());
}

} // namespace quotes
