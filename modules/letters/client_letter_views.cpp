#include "modules/letters/client_letter_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/written_link.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/letter_list_views.hpp"
#include "modules/letters/letter_words.hpp"

#include <algorithm>

namespace letters
{

using namespace html;
using i18n::t;

namespace
{

Html rest_of(const ShownPages& pages)
{
    const auto shown = static_cast<int>(pages.pictures.size());
    if (shown >= pages.total) return none;
    return p(cls("mb-3 text-14 text-fg-2"),
             t("letters.client.more_pages",
               {{"shown", std::to_string(shown)}, {"total", std::to_string(pages.total)}}));
}

Html pages_of(const ShownPages& pages)
{
    return section(
        cls("min-w-0"), attribute<"aria-label">(t("letters.preview_label")), rest_of(pages),
        div(cls("grid grid-cols-1 gap-4"), each(pages.pictures, [](const Url& page) {
                return img(cls("paper block aspect-auto h-auto w-full"), alt(t("letters.picture")),
                           src(page), width("595"), height("842"));
            })));
}

/// What a picture of a page cannot be touched or read aloud: links, and what its pictures show.
Html beside_pages(const Content& content)
{
    Html links;
    Html shown;
    const auto add = [&](const Link& link) {
        const auto written = html::written_link(link.address);
        if (written)
            links += li(a(cls("link"), href(*written), attribute<"rel">("noopener"), link.label));
    };
    for (const auto& block : content.blocks) {
        if (block.kind == BlockKind::picture)
            shown += p(t("letters.client.shows", {{"what", block.words}}));
        if (block.kind == BlockKind::button) add({block.words, block.address});
        if (block.kind == BlockKind::links) std::ranges::for_each(block.links, add);
    }
    return group(
        when(!shown.empty(), div(cls("sr-only"), shown)),
        when(!links.empty(),
             ui::card({.title = t("letters.client.links"), .id = "links", .classes = "mb-5"},
                      ui::card_body(ul(cls("grid grid-cols-1 gap-2 text-14"), links)))));
}

Html heading(const Letter& letter, const Issue& issue, const std::string& detail)
{
    return div(cls("mb-5"),
               p(cls("num text-14 text-fg-2"), kind_words(letter.kind) + " " + letter.number),
               h1(cls("h1 break-words"), issue.title), p(cls("mt-1 text-14 text-fg-2"), detail));
}

Html banner_of(ui::Tone tone, ui::Icon icon, const std::string& words)
{
    return div(cls("mb-5"), ui::banner({.tone = tone, .icon = icon, .words = words}));
}

Html state_banner(const ClientLetterView& view)
{
    if (view.letter.kind != LetterKind::contract || view.is_signable) return none;
    if (!view.signed_on.empty())
        return banner_of(ui::Tone::Green, "circle-check",
                         t("letters.client.signed", {{"on", view.signed_on}}));
    if (view.letter.state == LetterState::draft)
        return banner_of(ui::Tone::Amber, "circle-alert",
                         t("letters.client.being_written", {{"business", view.business}}));
    if (!view.issue.file_id)
        return banner_of(ui::Tone::Blue, "clock", t("letters.client.paper_waits"));
    return none;
}

Html paper_button(const ClientLetterView& view)
{
    if (!view.issue.file_id) return p(cls("text-14 text-fg-2"), t("letters.refusal.paper_waits"));
    return ui::link_button(view.paper, {.label = t("letters.client.paper"),
                                        .icon = "download",
                                        .size = ui::ButtonSize::Large,
                                        .classes = "w-full",
                                        .more = attribute<"data-turbo">("false")});
}

} // namespace

Html client_letter(const ClientLetterView& view)
{
    const auto sign = ui::link_button(view.sign, {.label = t("letters.client.sign"),
                                                  .icon = "signature",
                                                  .kind = ui::ButtonKind::Primary,
                                                  .size = ui::ButtonSize::Huge,
                                                  .classes = "w-full"});
    return div(
        heading(view.letter, view.issue, t("letters.client.sent", {{"on", view.sent}})),
        state_banner(view),
        div(cls("grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_320px]"), pages_of(view.pages),
            div(cls("order-first lg:order-none"),
                ui::card({.title = t("letters.client.act"), .id = "act", .classes = "mb-5"},
                         ui::card_body(div(cls("grid grid-cols-1 gap-3"),
                                           when(view.is_signable, sign), paper_button(view)))),
                beside_pages(view.content))));
}

Html own_letters(const Url& list, const std::vector<LetterRow>& rows)
{
    const auto title = h1(cls("h1 mb-5"), t("letters.nav"));
    if (rows.empty())
        return group(title, ui::empty_state({.icon = "mail-open",
                                             .title = t("letters.client.none"),
                                             .detail = t("letters.client.none_detail")}));
    return group(title, ui::card({.classes = "mb-5"}, own_letter_rows(list, rows)));
}

Html own_letters_card(const Url& list, const std::vector<LetterRow>& rows)
{
    if (rows.empty()) return none;
    return ui::card({.title = t("letters.client.waiting"),
                     .id = "own-letters",
                     .count = static_cast<int>(rows.size()),
                     .classes = "mb-5"},
                    own_letter_rows(list, rows));
}

Html signing_view(const SigningView& view)
{
    const auto paper = ui::link_button(view.paper, {.label = t("letters.client.read"),
                                                    .icon = "file-text",
                                                    .more = attribute<"data-turbo">("false")});
    const auto back = ui::link_button(
        view.back, {.label = t("letters.client.back"), .kind = ui::ButtonKind::Ghost});
    return div(
        heading(view.letter, view.issue,
                t(view.issue.to_email.empty() ? "letters.client.sign_intro"
                                              : "letters.client.sign_intro_copy")),
        div(cls("grid grid-cols-1 gap-6 lg:grid-cols-2"),
            div(cls("min-w-0"), div(cls("mb-4 flex flex-wrap gap-2"), paper, back),
                pages_of(view.pages)),
            div(ui::card({.title = t("letters.client.sign"), .id = "sign", .classes = "mb-5"},
                         ui::card_body(view.form)))));
}

} // namespace letters
