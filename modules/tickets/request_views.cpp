#include "modules/tickets/request_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/attachment_views.hpp"
#include "modules/tickets/merge_views.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* page_title = "text-[26px] font-[640] leading-8 tracking-[-.02em]";

Url action_path(const RequestPageView& view, const char* what)
{
    return checked_local(request_path(view.slug, view.ticket.number).text() + "/" + what);
}

Html request_row(std::string_view slug, const Reading& reading, const RequestRow& row)
{
    const auto unread =
        row.is_unread ? ui::dot(ui::Tone::Brand, t("tickets.request.unread")) : none;
    return ui::row_link(
        request_path(slug, row.number),
        {.lead = ui::tile("message-circle", ui::Tone::Blue),
         .title = row.title,
         .detail = row.project_name + " · " + moment_of(reading, row.last_public_at).shown,
         .aside = span(cls("flex items-center gap-2"), unread, state_badge(reading, row.state))});
}

Html new_button(std::string_view slug)
{
    return ui::link_button(
        route("/p/{}/demandes/nouvelle", slug),
        {.label = t("tickets.request.new.open"), .icon = "plus", .kind = ui::ButtonKind::Primary});
}

Html list_tabs(const RequestListView& list)
{
    std::vector<ui::Tab> tabs;
    for (const auto view :
         {RequestView::all, RequestView::open, RequestView::waiting, RequestView::past}) {
        const std::string code{forms::enum_name(view)};
        auto to = route("/p/{}/demandes", list.slug).with("vue", code);
        if (list.project) to = to.with("site", list.project.text());
        tabs.push_back({.label = t("tickets.request.view." + code),
                        .to = to,
                        .is_current = view == list.view});
    }
    return ui::tabs(t("tickets.request.view.label"), tabs);
}

Html head(const RequestPageView& view)
{
    const auto* state =
        presets::find_known_state(view.reading.preset->workflow("ticket"), view.ticket.state);
    return div(
        view.conflict.empty() ? none
                              : div(cls("mb-4"), ui::banner({.tone = ui::Tone::Amber,
                                                             .icon = "triangle-alert",
                                                             .words = view.conflict,
                                                             .urgency = ui::Urgency::Alert})),
        p(cls("text-14"),
          ui::link(route("/p/{}/demandes", view.slug), t("tickets.request.page.back"))),
        h1(cls(page_title, " mt-2"), view.ticket.title),
        div(cls("mt-2 flex flex-wrap items-center gap-2"),
            state_badge(view.reading, view.ticket.state),
            span(cls("text-14 text-fg-3"),
                 t("tickets.request.page.about",
                   {{"number", view.ticket.number},
                    {"project", view.project.name},
                    {"when", moment_of(view.reading, view.ticket.opened_at).shown}}))),
        when(state != nullptr && !state->client_help.empty(),
             p(cls("mt-3 text-fg-2"), state == nullptr ? std::string{} : state->client_help)));
}

Html conversation(const RequestPageView& view)
{
    const ThreadFiles files{view.slug, view.reading, view.files,
                            request_path(view.slug, view.ticket.number)};
    auto entries = event_entries(view.reading, view.events);
    entries.insert(entries.begin(),
                   description_entry(view.reading, view.ticket, attachments(files, 0)));
    for (const auto& message : view.messages) {
        std::optional<Url> correct;
        if (message.ticket_id == view.ticket.id &&
            is_correctable(message, view.reading.reader, view.reading.now))
            correct = route("/p/{}/demandes/{}/messages/{}/modifier", view.slug, view.ticket.number,
                            message.id);
        entries.push_back(message_entry(view.reading, message, correct,
                                        group(attachments(files, message.id.value),
                                              origin_mark(view.absorbed, message.ticket_id))));
    }
    return thread_of(std::move(entries));
}

/// « C’est résolu » and « Non résolu »: the two answers to a resolution; or what a client may do in
/// another state, when the workflow lets him.
Html resolution_answer(const RequestPageView& view)
{
    if (view.moves.empty()) return none;
    const bool is_question = view.ticket.anchor == presets::code_of(presets::Anchor::resolved);
    auto kind = is_question ? ui::ButtonKind::Primary : ui::ButtonKind::Plain;
    const auto buttons = each(view.moves, [&](const presets::Move* move) {
        const auto button = ui::form(
            {.action = action_path(view, "reponse"), .guard = view.guard, .classes = ""},
            ui::hidden_field("version", std::to_string(view.ticket.version)),
            ui::submit({.label = move->client_label.empty() ? move->label : move->client_label,
                        .kind = kind,
                        .size = ui::ButtonSize::Large,
                        .name = "move",
                        .value = move->code}));
        kind = ui::ButtonKind::Plain;
        return button;
    });
    if (!is_question) return div(cls("mt-4 flex flex-wrap gap-2"), buttons);
    return div(cls("card mt-5 p-5"), h2(cls("font-[600]"), t("tickets.request.answer.title")),
               p(cls("mt-1 text-14 text-fg-2"), t("tickets.request.answer.detail")),
               div(cls("mt-4 flex flex-wrap gap-2"), buttons));
}

Html rating_form(const RequestPageView& view)
{
    if (!view.may_rate) return none;
    std::vector<ui::Choice> scores;
    for (int score = 5; score >= 1; --score)
        scores.push_back({.value = std::to_string(score),
                          .label = t("tickets.rating.word." + std::to_string(score))});
    const auto score = view.rating ? std::to_string(view.rating->score) : std::string{};
    return div(
        cls("card mt-5 p-5"), h2(cls("font-[600]"), t("tickets.request.rating.title")),
        ui::form({.action = action_path(view, "avis"),
                  .guard = view.guard,
                  .classes = "mt-3 grid gap-4"},
                 ui::radio_group(
                     {.name = "score", .label = t("tickets.request.rating.score"), .value = score},
                     scores),
                 ui::text_area({.name = "comment",
                                .label = t("tickets.request.rating.comment"),
                                .value = view.rating ? view.rating->comment : std::string{}},
                               3),
                 ui::form_actions(
                     ui::submit({.label = t(view.rating ? "tickets.request.rating.change"
                                                        : "tickets.request.rating.submit")}))));
}

Html composer(const RequestPageView& view)
{
    if (!view.may_reply) return none;
    return ui::composer(
        {.id = "composer-request",
         .action = action_path(view, "messages"),
         .guard = view.guard,
         .label = t("tickets.request.reply.label"),
         .placeholder = t("tickets.request.reply.placeholder"),
         .value = view.typed,
         .error = view.error,
         .tools = attach_tool(),
         .send = ui::submit({.label = t("tickets.request.reply.send"),
                             .kind = ui::ButtonKind::Primary,
                             .hotkey = "Mod+Enter"}),
         .leave_question = t("tickets.request.reply.leave"),
         .has_files = true,
         .offline_label = t("tickets.request.reply.label") + " · " + view.ticket.number});
}

} // namespace

Url request_path(std::string_view slug, std::string_view number)
{
    return route("/p/{}/demandes/{}", slug, number);
}

Html request_list(const RequestListView& list)
{
    const auto code = std::string{forms::enum_name(list.view)};
    const auto rows = each(list.rows, [&](const RequestRow& row) {
        return request_row(list.slug, list.reading, row);
    });
    const auto nothing = ui::empty_state({.icon = "message-circle",
                                          .title = t("tickets.request.empty." + code),
                                          .detail = t("tickets.request.empty." + code + "_detail"),
                                          .actions = when(list.may_create, new_button(list.slug))});
    return div(cls("grid grid-cols-1 gap-4 md:col-span-2"),
               div(cls("flex flex-wrap items-center justify-between gap-3"),
                   h1(cls(page_title), t("tickets.request.nav")),
                   when(list.may_create, new_button(list.slug))),
               when(!list.project_name.empty(), p(cls("text-fg-2"), list.project_name)),
               list_tabs(list),
               ui::card({.title = {}, .id = {}}, list.rows.empty() ? nothing : rows),
               p(cls("text-14"), ui::link(route("/p/{}/historique", list.slug),
                                          t("tickets.request.history.link"))));
}

Html request_card(const RequestCardView& view)
{
    auto rows = each(view.rows, [&](const RequestRow& row) {
        return request_row(view.slug, view.reading, row);
    });
    if (view.rows.empty())
        rows = ui::empty_state(
            {.icon = "message-circle",
             .title = t(view.has_project ? "tickets.request.empty.current"
                                         : "tickets.request.empty.no_project"),
             .detail = t(view.has_project ? "tickets.request.empty.current_detail"
                                          : "tickets.request.empty.no_project_detail",
                         {{"business", view.reading.business}})});
    return ui::card({.title = t("tickets.request.panel.title"),
                     .id = "requests",
                     .count = static_cast<int>(view.rows.size()),
                     .actions = when(view.may_create && view.has_project, new_button(view.slug))},
                    rows);
}

Html new_request(const NewRequestView& view)
{
    const auto title = h1(cls(page_title, " mb-5"), t("tickets.request.new.title"));
    if (view.projects.empty())
        return div(cls("md:col-span-2"), title,
                   ui::card({.title = {}, .id = {}},
                            ui::empty_state({.icon = "map-pin",
                                             .title = t("tickets.request.empty.no_project"),
                                             .detail = t("tickets.request.empty.no_project_detail",
                                                         {{"business", view.business}})})));
    auto project = view.fields.field("project");
    if (view.projects.size() > 1) project.placeholder = t("tickets.request.new.choose_project");
    return div(cls("w-full max-w-[640px] md:col-span-2"), title, view.fields.summary(),
               ui::form({.action = route("/p/{}/demandes", view.slug),
                         .guard = view.guard,
                         .classes = "grid gap-5",
                         .has_files = true},
                        ui::select_field(project, view.projects),
                        ui::input_field(view.fields.field("title")), view.suggestions,
                        ui::text_area(view.fields.field("description"), 8), attach_field(view.held),
                        ui::select_field(view.fields.field("priority", view.default_priority),
                                         view.priorities),
                        ui::form_actions(ui::submit({.label = t("tickets.request.new.submit"),
                                                     .kind = ui::ButtonKind::Primary,
                                                     .size = ui::ButtonSize::Large}))),
               view.after);
}

Html request_page(const RequestPageView& view)
{
    return div(cls("mx-auto w-full max-w-[760px] md:col-span-2"), head(view),
               resolution_answer(view), div(cls("mt-5"), conversation(view)), rating_form(view),
               composer(view));
}

} // namespace tickets
