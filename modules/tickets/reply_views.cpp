#include "modules/tickets/reply_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/menu.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* menu_id = "reply-picker";

Html removal(const ReplyFormView& view)
{
    return ui::form({.action = checked_local(view.action.text() + "/retrait"),
                     .guard = view.guard,
                     .classes = "mt-8",
                     .confirm = t("tickets.reply.confirm_remove", {{"title", view.title}})},
                    ui::submit({.label = t("tickets.reply.remove"),
                                .icon = "trash-2",
                                .kind = ui::ButtonKind::Danger}));
}

} // namespace

std::string variables_text()
{
    std::vector<std::string> words;
    for (const char* key : variable_keys)
        words.push_back("{" + t(key) + "}");
    return base::join(words, ", ");
}

Html reply_list(const ReplyListView& view)
{
    const auto fresh = route("/e/{}/reglages/reponses/nouvelle", view.slug);
    if (view.replies.empty())
        return ui::empty_state(
            {.icon = "message-square-quote",
             .title = t("tickets.reply.none"),
             .detail = t("tickets.reply.none_detail"),
             .actions = ui::link_button(fresh, {.label = t("tickets.reply.new"), .icon = "plus"})});
    const auto rows = each(view.replies, [&](const CannedReply& reply) {
        return ui::row_link(route("/e/{}/reglages/reponses/{}", view.slug, reply.id),
                            {.title = reply.title, .detail = excerpt_of(reply.body)});
    });
    return div(cls("mx-auto w-full max-w-[760px] px-4 py-6"),
               ui::card({.title = t("tickets.reply.title"),
                         .id = "replies",
                         .count = static_cast<int>(view.replies.size())},
                        rows));
}

Html reply_form(const ReplyFormView& view)
{
    auto body = view.fields.field("body");
    if (body.hint.empty()) body.hint = t("tickets.reply.variables", {{"known", variables_text()}});
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"),
        h1(cls("h1 mb-5"), view.is_new ? t("tickets.reply.new") : t("tickets.reply.edit")),
        view.fields.summary(),
        ui::form(
            {.action = view.action, .guard = view.guard},
            ui::input_field(view.fields.field("title")), ui::text_area(body, 10),
            when(!view.is_new, ui::hidden_field("version", view.fields.field("version").value)),
            ui::form_actions(
                ui::submit({.label = t("tickets.reply.save"), .kind = ui::ButtonKind::Primary}),
                ui::link_button(view.back, {.label = t("tickets.reply.cancel"),
                                            .kind = ui::ButtonKind::Ghost}))),
        when(!view.is_new, removal(view)));
}

Html reply_picker(const ReplyPickerView& view)
{
    if (view.replies.empty()) return none;
    const auto label = t("tickets.reply.pick");
    const auto page = view.ticket.with("mode", view.mode);
    const auto items = each(view.replies, [&](const CannedReply& reply) {
        const auto text = view.ticket.text() + "/reponses/" + reply.id.text();
        return a(href(page.with("reponse", reply.id.text()).at("composer-" + view.mode)),
                 attribute<"data-text">(text), attribute<"data-action">("composer#insert"),
                 reply.title);
    });
    return group(ui::icon_button({.label = label,
                                  .icon = "message-square-quote",
                                  .kind = ui::ButtonKind::Ghost,
                                  .more = ui::opens(menu_id)}),
                 ui::menu({.id = menu_id, .label = label, .content = items}));
}

} // namespace tickets
