#include "modules/invoices/account_statement_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/account_statement_paper.hpp"

namespace invoices
{

using namespace html;
using i18n::t;

namespace
{

std::string money(const AccountStatementView& view, base::Cents amount)
{
    return i18n::money(amount, view.currency);
}

Html day_field(const char* name, const char* label, const std::string& typed,
               const std::string& error)
{
    return ui::input_field(
        {.name = name, .label = t(label), .value = typed, .type = "date", .error = error});
}

Html days_form(const AccountStatementView& view)
{
    return ui::form(
        {.action = view.self, .method = ui::FormMethod::Get, .classes = "mb-5"},
        div(cls("grid grid-cols-1 items-end gap-4 sm:grid-cols-[1fr_1fr_auto]"),
            day_field("du", "invoices.account.from", view.days.from, view.days.from_error),
            day_field("au", "invoices.account.to", view.days.to, view.days.to_error),
            ui::submit({.label = t("invoices.account.show")})));
}

Html line_row(const AccountStatementView& view, const AccountLine& line)
{
    const auto to = checked_local(view.invoices + line.invoice.text());
    const auto running = group(span(cls("text-fg-2 md:hidden"), t("invoices.account.running"), " "),
                               money(view, line.running));
    return ui::list_row({}, group(ui::cell(text(i18n::short_date(line.day)), "when num text-fg-2"),
                                  ui::cell(a(href(to), span(cls("subj"), words_of(line))), "what"),
                                  ui::cell(text(money(view, line.amount)), "aside num r"),
                                  ui::cell(running, "state num r font-[560]")));
}

Html moves(const AccountStatementView& view)
{
    const auto& statement = *view.statement;
    const auto ends = ui::indicators(
        t("invoices.account.title"),
        {{.label =
              t("invoices.account.opening_on", {{"day", i18n::short_date(statement.span.from)}}),
          .figure = money(view, statement.opening)},
         {.label = t("invoices.account.closing_on", {{"day", i18n::short_date(statement.span.to)}}),
          .figure = money(view, statement.closing())},
         {.label = t("invoices.account.late"), .figure = money(view, statement.ageing.late())}});
    if (statement.lines.empty())
        return group(ends, p(cls("mt-5 text-14 text-fg-2"), t("invoices.account.none")));
    const auto rows =
        each(statement.lines, [&](const AccountLine& line) { return line_row(view, line); });
    return group(ends, div(cls("mt-5"),
                           ui::card({.id = "moves"},
                                    ui::list({.caption = t("invoices.account.caption"),
                                              .columns = {{.label = t("invoices.account.day")},
                                                          {.label = t("invoices.account.move"),
                                                           .width = ui::ColumnWidth::Fill},
                                                          {.label = t("invoices.account.amount"),
                                                           .align = ui::ColumnAlign::Right},
                                                          {.label = t("invoices.account.running"),
                                                           .align = ui::ColumnAlign::Right}},
                                              .rows = rows}))));
}

Html ages(const AccountStatementView& view)
{
    const auto& statement = *view.statement;
    const auto row = [&](const std::pair<std::string, base::Cents>& age) {
        return div(cls("flex items-baseline gap-3 py-1"),
                   dt(cls("min-w-0 flex-1 text-14 text-fg-2"), age.first),
                   dd(cls("num shrink-0 text-14"), money(view, age.second)));
    };
    return ui::card(
        {.title = t("invoices.account.aged", {{"day", i18n::long_date(statement.aged_on)}}),
         .id = "ages",
         .classes = "mt-5"},
        ui::card_body(dl(each(ages_of(statement.ageing), row))));
}

Html ways_out(const AccountStatementView& view)
{
    const auto paper = checked_local(view.self.text() + "/pdf")
                           .with("du", view.days.from)
                           .with("au", view.days.to);
    const auto download = ui::link_button(paper, {.label = t("invoices.account.paper"),
                                                  .icon = "download",
                                                  .more = attribute<"data-turbo">("false")});
    if (!view.mail) return div(cls("mt-5"), download);
    const auto send =
        ui::form({.action = *view.mail, .guard = view.guard, .classes = ""},
                 ui::hidden_field("from", view.days.from), ui::hidden_field("to", view.days.to),
                 ui::submit({.label = t("invoices.account.send"), .icon = "send"}));
    return div(cls("mt-5 flex flex-wrap items-center gap-2"), download,
               view.address.empty()
                   ? p(cls("text-13 text-fg-2"), t("invoices.account.no_address"))
                   : group(send, p(cls("text-13 text-fg-2 break-all"),
                                   t("invoices.account.send_to", {{"address", view.address}}))));
}

} // namespace

Html account_statement_page(const AccountStatementView& view)
{
    const auto statement = view.statement ? group(moves(view), ages(view), ways_out(view)) : Html{};
    return div(cls("mx-auto w-full max-w-[860px] px-4 py-6"),
               h1(cls("h1 mb-5"), t("invoices.account.title")), days_form(view), statement);
}

} // namespace invoices
