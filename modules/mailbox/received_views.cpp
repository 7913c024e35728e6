#include "modules/mailbox/received_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace mailbox
{

using namespace html;
using i18n::t;

namespace
{

std::string subject_of(const Received& mail)
{
    return mail.subject.empty() ? t("mailbox.no_subject") : mail.subject;
}

std::string why_sentence(const Received& mail)
{
    return t("mailbox.why." + std::string{forms::enum_name(mail.why)});
}

Html state_badge(const Received& mail)
{
    const auto words = t("mailbox.state." + std::string{forms::enum_name(mail.state)});
    switch (mail.state) {
    case ReceivedState::waiting:
        return ui::badge(words, ui::Tone::Amber);
    case ReceivedState::added:
    case ReceivedState::opened:
        return ui::badge(words, ui::Tone::Green);
    case ReceivedState::rejected:
    case ReceivedState::ignored:
        break;
    }
    return ui::badge(words, ui::Tone::Gray);
}

Html line(std::string_view slug, const ReceivedLine& one)
{
    return ui::row_link(
        route("/e/{}/courrier/{}", slug, one.mail.id),
        {.lead = ui::tile("mail", ui::Tone::Gray),
         .title = subject_of(one.mail),
         .detail = t("mailbox.line", {{"who", sender_of(one.mail)}, {"when", one.when}}),
         .aside = state_badge(one.mail)});
}

Html lines_of(std::string_view text)
{
    Html lines;
    for (const auto& words : base::split(text, '\n'))
        lines += group(html::text(words), br());
    return lines;
}

Html attachments(const std::vector<files::File>& files)
{
    return each(files, [](const files::File& file) {
        const auto detail = file.state == files::State::refused
                                ? t(file.refusal, {{"value", file.refused_value}})
                                : std::string{};
        return ui::row({.lead = ui::tile("paperclip", ui::Tone::Gray),
                        .title = file.name,
                        .detail = detail,
                        .aside = {}});
    });
}

Html words_card(const ReceivedView& view)
{
    const auto& mail = view.mail;
    const auto words = mail.text.empty() ? t("mailbox.no_words") : mail.text;
    const auto left_out =
        mail.left_out == 0 ? none
                           : p(cls("mt-3 text-13 text-fg-2"),
                               t("mailbox.left_out", {{"count", std::to_string(mail.left_out)}}));
    const auto quoted = mail.quoted.empty()
                            ? none
                            : details(cls("mt-4 text-13 text-fg-2"),
                                      summary(cls("cursor-pointer"), t("mailbox.quoted")),
                                      div(cls("mt-2 break-words"), lines_of(mail.quoted)));
    return ui::card({.title = t("mailbox.message"), .id = "message"},
                    group(ui::card_body(group(div(cls("msg-body break-words"), lines_of(words)),
                                              left_out, quoted)),
                          attachments(view.files)));
}

Html add_form(const ReceivedView& view, const Url& page)
{
    auto number = view.add.field("number", view.number);
    number.placeholder = "T-2026-00042";
    return ui::card({.title = t("mailbox.add.title"), .id = "rattacher"},
                    ui::card_body(ui::form(
                        {.action = checked_local(page.text() + "/ticket"), .guard = view.guard},
                        ui::input_field(number),
                        ui::form_actions(ui::submit({.label = t("mailbox.add.submit"),
                                                     .kind = ui::ButtonKind::Primary})))));
}

Html open_form(const ReceivedView& view, const Url& page)
{
    auto place = view.open.field("place", view.place);
    place.placeholder = t("mailbox.open.choose");
    return ui::card(
        {.title = t("mailbox.open.title"), .id = "ouvrir"},
        ui::card_body(ui::form(
            {.action = checked_local(page.text() + "/nouveau"), .guard = view.guard},
            ui::select_field(place, view.places),
            ui::input_field(view.open.field("title", title_of(view.mail, t("mailbox.no_subject")))),
            ui::form_actions(ui::submit({.label = t("mailbox.open.submit")})))));
}

Html decisions(const ReceivedView& view, const Url& page)
{
    const auto rejection = ui::form({.action = checked_local(page.text() + "/rejet"),
                                     .guard = view.guard,
                                     .classes = "",
                                     .confirm = t("mailbox.reject.confirm")},
                                    ui::submit({.label = t("mailbox.reject.submit"),
                                                .icon = "trash-2",
                                                .kind = ui::ButtonKind::Danger}));
    return group(add_form(view, page), open_form(view, page), rejection);
}

Html situation(const ReceivedView& view)
{
    const auto& mail = view.mail;
    if (!view.conflict.empty())
        return ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = view.conflict,
                           .urgency = ui::Urgency::Alert});
    if (mail.state == ReceivedState::waiting)
        return ui::banner(
            {.tone = ui::Tone::Amber, .icon = "triangle-alert", .words = why_sentence(mail)});
    if (mail.state == ReceivedState::ignored)
        return ui::banner({.tone = ui::Tone::Gray, .icon = "info", .words = why_sentence(mail)});
    const auto words = t("mailbox.state." + std::string{forms::enum_name(mail.state)});
    if (view.number.empty())
        return ui::banner({.tone = ui::Tone::Gray, .icon = "info", .words = words});
    return ui::banner(
        {.tone = ui::Tone::Green,
         .icon = "circle-check",
         .words = words,
         .action = ui::link(route("/e/{}/tickets/{}", view.slug, view.number), view.number)});
}

Html column(const Html& content)
{
    return div(cls("mx-auto w-full max-w-[760px] px-4 py-6 grid grid-cols-1 gap-5"), content);
}

} // namespace

Html received_list(const ReceivedListView& view)
{
    const auto rows = [&](const std::vector<ReceivedLine>& lines) {
        return each(lines, [&](const ReceivedLine& one) { return line(view.slug, one); });
    };
    const auto empty = ui::empty_state(
        {.icon = "mail",
         .title = t(view.has_mailbox ? "mailbox.empty.title" : "mailbox.empty.none"),
         .detail = t(view.has_mailbox ? "mailbox.empty.detail" : "mailbox.empty.none_detail")});
    const auto past =
        view.settled.empty()
            ? none
            : ui::card({.title = t("mailbox.settled"), .id = "traites"}, rows(view.settled));
    return column(group(p(cls("text-13 text-fg-2"), t("mailbox.lead")),
                        ui::card({.title = t("mailbox.title"),
                                  .id = "a-rattacher",
                                  .count = static_cast<int>(view.waiting.size())},
                                 view.waiting.empty() ? empty : rows(view.waiting)),
                        past));
}

Html received_page(const ReceivedView& view)
{
    const auto page = route("/e/{}/courrier/{}", view.slug, view.mail.id);
    const bool is_waiting = view.mail.state == ReceivedState::waiting;
    return column(
        group(div(h1(cls("h1 break-words"), subject_of(view.mail)),
                  p(cls("mt-1 text-13 text-fg-2 break-words"),
                    t("mailbox.line", {{"who", sender_of(view.mail)}, {"when", view.when}}))),
              situation(view), view.add.summary(), view.open.summary(), words_card(view),
              is_waiting ? decisions(view, page) : none));
}

Html waiting_card(std::string_view slug, int count)
{
    if (count == 0) return none;
    return ui::card({},
                    ui::row_link(route("/e/{}/courrier", slug),
                                 {.lead = ui::tile("mail", ui::Tone::Amber),
                                  .title = t("mailbox.panel", {{"count", std::to_string(count)}}),
                                  .detail = t("mailbox.panel_detail"),
                                  .aside = {}}));
}

} // namespace mailbox
