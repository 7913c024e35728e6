#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/quotes/opened_quote_pages.hpp"
#include "modules/quotes/quote_actions.hpp"
#include "modules/quotes/quote_pages.hpp"
#include "modules/quotes/quote_views.hpp"

#include <chrono>

namespace quotes
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::size_t word_length_max = 100;

std::optional<QuoteState> state_asked(const Call& call)
{
    QuoteState state{};
    if (forms::FieldType<QuoteState>::read({call.query("etat")}, state)) return {};
    return state;
}

QuoteSearch search_of(const Call& call)
{
    QuoteSearch search{.word = base::fold(base::shorten(call.query("q"), word_length_max)),
                       .state = state_asked(call)};
    if (const auto before = QuoteId::parse(call.query("avant"))) search.before = *before;
    search.limit = quote_page_rows + 1;
    return search;
}

std::optional<html::Url> next_page(const Call& call, std::vector<QuoteRow>& rows)
{
    if (rows.size() <= quote_page_rows) return {};
    rows.pop_back();
    return quotes_path(slug_of(call))
        .with("q", call.query("q"))
        .with("etat", call.query("etat"))
        .with("avant", rows.back().id.text());
}

std::vector<ui::Choice> client_choices(Call& call)
{
    std::vector<ui::Choice> choices;
    const auto clients =
        call.context().read([](WorkspaceTransaction& tx) { return crm::active_clients(tx); });
    for (const auto& client : clients)
        choices.push_back({.value = client.id.text(), .label = client.name});
    return choices;
}

http::Response new_page(Call& call, const forms::Form<StartQuote>& form)
{
    const auto list = quotes_path(slug_of(call));
    const NewQuoteView view{.action = list,
                            .back = list,
                            .new_client = html::route("/e/{}/clients/nouveau", slug_of(call)),
                            .guard = guard::form_guard(call),
                            .fields = {form, "quotes.field"},
                            .clients = client_choices(call)};
    return guard::render(call,
                         guard::Page{.title = t("quotes.list.new"),
                                     .body = new_quote_form(view),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{t("quotes.nav"), list}, {t("quotes.list.new"), {}}}),
                                     .status = form.is_valid() ? 200 : 422});
}

} // namespace

http::Response list_quotes(Call& call)
{
    const auto search = search_of(call);
    auto view = call.context().read([&](WorkspaceTransaction& tx) {
        QuoteListView read{.rows = QuoteStore{tx}.list(search)};
        read.counts = QuoteStore{tx}.counts();
        return read;
    });
    const auto& context = call.context();
    view.next = next_page(call, view.rows);
    view.slug = slug_of(call);
    view.query = std::string{call.query("q")};
    view.state = search.state;
    view.may_manage = call.may("quotes.manage");
    view.books = sale_documents::books_of(context.workspace());
    view.now = context.now();
    view.zone = context.workspace().time_zone;
    const auto add = ui::link_button(html::route("/e/{}/devis/nouveau", slug_of(call)),
                                     {.label = t("quotes.list.new"),
                                      .icon = "plus",
                                      .kind = ui::ButtonKind::Primary,
                                      .hotkey = "c"});
    return guard::render(call, guard::Page{.title = t("quotes.nav"),
                                           .body = quote_list(view),
                                           .top = html::when(view.may_manage, add),
                                           .is_data_only = true,
                                           .topics = {"quotes"}});
}

http::Response new_quote(Call& call)
{
    auto form = call.blank_form<StartQuote>();
    if (form.typed.empty()) {
        const base::Date until{call.context().today().day + std::chrono::days{validity_days}};
        form.typed = {{"client", std::string{call.query("client")}}, {"valid_until", until.text()}};
    }
    return new_page(call, form);
}

http::Response create_quote(Call& call)
{
    const auto form = call.form<StartQuote>();
    if (!form.is_valid()) return new_page(call, form);

    const auto id = call.context().write([&](WorkspaceTransaction& tx) {
        return start_quote(tx, {.client_id = form.command.client,
                                .title = form.command.title.value,
                                .valid_until = form.command.valid_until});
    });
    return call.redirect(quote_path(slug_of(call), id).text(), "quotes.notice.started");
}

} // namespace quotes
