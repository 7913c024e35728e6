#include "modules/accounting/accounting_views.hpp"

#include "kernel/files/file_address.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/figure.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/frame_views.hpp"

namespace accounting
{

using namespace html;
using i18n::t;

namespace
{

Html nothing()
{
    return ui::empty_state({.icon = "book-open",
                            .title = t("accounting.none"),
                            .detail = t("accounting.none_detail"),
                            .actions = {}});
}

Html journal_links(const EntriesView& view)
{
    std::vector<ui::Tab> modes{{.label = t("accounting.journal.all"),
                                .to = frame_place(view.frame, Tab::entries),
                                .icon = {},
                                .is_current = view.journal.empty()}};
    for (const auto& sum : view.journals) {
        const std::string code{code_of(sum.journal)};
        modes.push_back({.label = t("accounting.journal." + code),
                         .to = frame_place(view.frame, Tab::entries).with("journal", code),
                         .count = static_cast<int>(sum.count),
                         .icon = {},
                         .is_current = view.journal == code});
    }
    return ui::tabs(t("accounting.journals"), modes);
}

std::vector<Html> line_cells(const Frame& frame, const EntryLine& line)
{
    auto account = line.account.number + " " + line.account.label;
    if (line.party) account += " · " + line.party->label;
    return {span(cls("pl-3 font-normal text-fg-2"), account),
            figure_cell(frame_money(frame, line.debit)),
            figure_cell(frame_money(frame, line.credit))};
}

Html entries_table(const EntriesView& view)
{
    ui::FigureTable table{.caption = t("accounting.entries.caption"),
                          .columns = {t("accounting.column.entry"), t("accounting.column.debit"),
                                      t("accounting.column.credit")},
                          .rows = {},
                          .foot = {}};
    for (const auto& entry : view.entries) {
        table.rows.push_back(
            {span(cls("num font-[560]"), entry.number + " · " + i18n::short_date(entry.day) +
                                             " · " + entry.piece + " · " + entry.label),
             none, none});
        for (const auto& line : entry.lines)
            table.rows.push_back(line_cells(view.frame, line));
    }
    return ui::figure_table(table);
}

ui::FigureTable balance_table(const Frame& frame, const std::vector<BalanceRow>& rows)
{
    ui::FigureTable table{.caption = t("accounting.balance.caption"),
                          .columns = {t("accounting.column.account"), t("accounting.column.debit"),
                                      t("accounting.column.credit"),
                                      t("accounting.column.balance")},
                          .rows = {},
                          .foot = {}};
    base::Cents debit;
    base::Cents credit;
    for (const auto& row : rows) {
        debit += row.debit;
        credit += row.credit;
        table.rows.push_back({text(row.account + " " + row.label),
                              figure_cell(frame_money(frame, row.debit)),
                              figure_cell(frame_money(frame, row.credit)),
                              figure_cell(i18n::money(row.debit - row.credit, frame.currency))});
    }
    table.foot = {text(t("accounting.total")), figure_cell(frame_money(frame, debit)),
                  figure_cell(frame_money(frame, credit)),
                  figure_cell(i18n::money(debit - credit, frame.currency))};
    return table;
}

Html fec_files(const FecView& view)
{
    const auto button = [&](const char* end, const char* key) {
        return ui::link_button(frame_at(view.frame, end), {.label = t(key), .icon = "download"});
    };
    return ui::card(
        {.title = view.name, .id = "fichier"},
        ui::card_body(
            group(p(cls("mb-3 text-14 text-fg-2"),
                    t("accounting.fec.words", {{"entries", i18n::number(view.entries)}})),
                  div(cls("flex flex-wrap gap-2"),
                      ui::link_button(frame_at(view.frame, "/fec.txt"),
                                      {.label = t("accounting.fec.flat"),
                                       .icon = "download",
                                       .kind = ui::ButtonKind::Primary}),
                      ui::link_button(frame_at(view.frame, "/fec.txt").with("jeu", "utf8"),
                                      {.label = t("accounting.fec.utf8"), .icon = "download"}),
                      button("/fec.xml", "accounting.fec.xml"),
                      button("/fec-description.txt", "accounting.fec.description")))));
}

Html fec_causes(const FecView& view)
{
    return ui::card(
        {.title = t("accounting.fec.refused"), .id = "causes"},
        ui::card_body(ul(cls("list-disc pl-5 text-14"),
                         each(view.causes, [](const std::string& cause) { return li(cause); }))));
}

Html closing_card(const FecView& view)
{
    const auto until = view.closed_until ? t("accounting.closing.until",
                                             {{"day", i18n::long_date(*view.closed_until)}})
                                         : t("accounting.closing.never");
    auto last = view.fields.field("last");
    last.type = "date";
    return ui::card(
        {.title = t("accounting.closing.title"), .id = "cloture"},
        ui::card_body(
            group(p(cls("mb-3 text-14 text-fg-2"), until + " " + t("accounting.closing.words")),
                  when(view.may_close,
                       ui::form({.action = route("/e/{}/comptabilite/cloture", view.frame.slug),
                                 .guard = view.guard,
                                 .confirm = t("accounting.closing.question")},
                                ui::input_field(last),
                                ui::form_actions(
                                    ui::submit({.label = t("accounting.closing.submit")})))))));
}

Html archive_cell(const FecView& view, const Archive& archive)
{
    return div(
        cls("min-w-0 font-normal"),
        p(cls("font-[560]"), i18n::month_and_year(read_period(archive.month)->first)),
        p(a(cls("link num"), href(files::address({.slug = view.frame.slug}, archive.file_id)),
            archive.name)),
        p(cls("text-12 text-fg-3"), "SHA-256 ", html::code(cls("break-all"), archive.sha256)));
}

Html archives_card(const FecView& view)
{
    ui::FigureTable table{.caption = t("accounting.archive.caption"),
                          .columns = {t("accounting.archive.file"), t("accounting.archive.entries"),
                                      t("accounting.archive.until")},
                          .rows = {},
                          .foot = {}};
    for (const auto& archive : view.archives)
        table.rows.push_back({archive_cell(view, archive),
                              figure_cell(i18n::number(archive.entries)),
                              figure_cell(i18n::short_date(archive.kept_until))});
    return ui::card(
        {.title = t("accounting.archive.title"), .id = "archives"},
        group(p(cls("px-4 py-3 text-14 text-fg-2"),
                t(view.archives.empty() ? "accounting.archive.none" : "accounting.archive.words")),
              when(!view.archives.empty(), ui::figure_table(table))));
}

} // namespace

Html entries_page(const EntriesView& view)
{
    if (view.journals.empty()) return group(frame_head(view.frame), nothing());
    return group(frame_head(view.frame), journal_links(view),
                 div(cls(frame_column), entries_table(view),
                     when(view.is_cut, p(cls("text-13 text-fg-2"), t("accounting.entries.cut"))),
                     div(ui::link_button(frame_at(view.frame, "/ecritures.csv"),
                                         {.label = t("accounting.entries.export"),
                                          .icon = "download",
                                          .size = ui::ButtonSize::Small}))));
}

Html balance_page(const BalanceView& view)
{
    if (view.rows.empty()) return group(frame_head(view.frame), nothing());
    return group(frame_head(view.frame),
                 div(cls(frame_column), ui::figure_table(balance_table(view.frame, view.rows))));
}

Html fec_page(const FecView& view)
{
    return group(frame_head(view.frame),
                 div(cls(frame_column), view.causes.empty() ? fec_files(view) : fec_causes(view),
                     closing_card(view), archives_card(view)));
}

} // namespace accounting
