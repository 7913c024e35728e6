#include "modules/pricebook/replay_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"

#include <algorithm>

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6";

/// « + 120,00 € ».
std::string change_words(const ReplayView& view, const ReplayedClient& one)
{
    const auto by = one.after - one.before;
    const auto words = i18n::money(by, view.currency);
    return by > base::Cents{} ? "+" + words : words;
}

std::string counted(const char* key, std::int64_t count)
{
    return t(key, {{"count", std::to_string(count)}});
}

/// « 3 factures · 4 lignes rejouées · 1 ligne écrite à la main ».
std::string lines_words(const ReplayedClient& one)
{
    auto words = counted("pricebook.replay.invoices", one.invoices) + " · " +
                 counted("pricebook.replay.replayed", one.lines.replayed);
    if (one.lines.by_hand > 0)
        words += " · " + counted("pricebook.replay.by_hand", one.lines.by_hand);
    if (one.lines.gone > 0) words += " · " + counted("pricebook.replay.gone", one.lines.gone);
    return words;
}

Html figure(const char* name, const std::string& amount, const char* classes)
{
    return div(cls("min-w-0"), dt(cls("text-12 text-fg-3"), t(name)), dd(cls(classes), amount));
}

Html figures(const ReplayView& view, const ReplayedClient& one, const char* classes)
{
    return dl(cls("grid grid-cols-1 gap-x-4 gap-y-1 min-[420px]:grid-cols-3"),
              figure("pricebook.replay.before", i18n::money(one.before, view.currency), classes),
              figure("pricebook.replay.after", i18n::money(one.after, view.currency), classes),
              figure("pricebook.replay.change", change_words(view, one), classes));
}

Html client_row(const ReplayView& view, const ReplayedClient& one)
{
    return div(cls("grid gap-2 border-t border-line px-4 py-3 first:border-t-0"),
               div(p(cls("text-14 font-[560] break-words"), one.name),
                   p(cls("text-12 text-fg-3"), lines_words(one))),
               figures(view, one, "num text-14"));
}

Html total_card(const ReplayView& view)
{
    const auto& total = view.replay.total;
    return ui::card({.title = t("pricebook.replay.total"), .id = "total"},
                    ui::card_body(group(figures(view, total, "num text-18 font-[640]"),
                                        p(cls("hint mt-3"), lines_words(total)))));
}

Html clients_card(const ReplayView& view)
{
    const auto& clients = view.replay.clients;
    const auto shown = std::min(clients.size(), replayed_clients_shown);
    Html rows;
    for (std::size_t i = 0; i < shown; ++i)
        rows += client_row(view, clients[i]);
    if (shown < clients.size())
        rows += ui::card_body(
            p(cls("hint"), t("pricebook.replay.more_clients", {{"count", std::to_string(shown)}})));
    return ui::card({.title = t("pricebook.replay.clients"),
                     .id = "clients",
                     .count = static_cast<int>(clients.size())},
                    rows);
}

Html notes(const ReplayView& view)
{
    return group(p(cls("text-13 text-fg-2"),
                   t("pricebook.replay.intro", {{"day", i18n::long_date(view.from)}})),
                 when(view.replay.is_cut,
                      ui::banner({.tone = ui::Tone::Amber,
                                  .icon = "triangle-alert",
                                  .words = t("pricebook.replay.cut",
                                             {{"invoices", i18n::number(past_invoices_max)},
                                              {"lines", i18n::number(past_lines_max)}})})));
}

} // namespace

Html replay_page(const ReplayView& view)
{
    const auto path = "/versions/" + view.version.id.text() + "/rejeu.csv";
    const auto head =
        div(cls("flex flex-wrap items-center gap-2"),
            h1(cls("h1 flex-1"),
               t("pricebook.replay.title", {{"number", std::to_string(view.version.number)}})),
            when(!view.replay.clients.empty(),
                 ui::link_button(book_path(view.slug, path),
                                 {.label = t("pricebook.replay.csv"),
                                  .icon = "download",
                                  .more = attribute<"data-turbo">("false")})));
    const auto nothing = ui::empty_state({.icon = "history",
                                          .title = t("pricebook.replay.none"),
                                          .detail = t("pricebook.replay.none_detail")});
    return group(
        book_tabs(view.slug, BookTab::versions),
        div(cls(column), head, notes(view),
            view.replay.clients.empty() ? nothing : group(total_card(view), clients_card(view))));
}

} // namespace pricebook
