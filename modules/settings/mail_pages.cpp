#include "modules/settings/mail_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/delivery.hpp"
#include "kernel/mail/sender.hpp"
#include "modules/settings/column_views.hpp"
#include "modules/settings/crumbs_pages.hpp"
#include "modules/settings/mail_views.hpp"
#include "modules/settings/message_lines_views.hpp"

namespace settings
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/courrier";

Leaving leaving_of(const tenancy::Workspace& workspace, const mail::Sender& sender)
{
    if (workspace.is_demonstration) return Leaving::NotAtAll;
    if (sender.state == mail::SenderState::active) return Leaving::ByOwnServer;
    if (sender.state == mail::SenderState::held) return Leaving::Held;
    return mail::has_platform_server() ? Leaving::ByPlatform : Leaving::NotAtAll;
}

std::vector<MessageLine> log_of(const guard::Call& call,
                                const std::vector<mail::StoredMessage>& messages)
{
    std::vector<MessageLine> lines;
    const bool may_send = call.may("workspace.settings");
    const Reading reading{.now = call.context().now(),
                          .zone = call.context().workspace().time_zone};
    for (const auto& message : messages) {
        auto line = line_of(message, reading);
        if (may_send && message.state == mail::State::failed)
            line.send_again = html::checked_local(
                call.in_workspace("/reglages/courrier/" + message.id.text() + "/renvoi"));
        lines.push_back(std::move(line));
    }
    return lines;
}

struct Kept {
    mail::Sender sender;
    std::vector<mail::StoredMessage> messages;
};

Kept read_kept(const guard::Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) {
        return Kept{.sender = mail::sender(tx), .messages = mail::recent(tx)};
    });
}

http::Response answer(guard::Call& call, const Kept& kept, const forms::Form<SaveSender>& form,
                      int status)
{
    const MailView view{.leaving = leaving_of(call.context().workspace(), kept.sender),
                        .sender = kept.sender,
                        .form = form,
                        .messages = log_of(call, kept.messages),
                        .test_address = call.actor().email,
                        .page = html::checked_local(call.in_workspace(page_path)),
                        .guard = guard::form_guard(call)};
    return guard::render(call, guard::Page{.title = t("settings.mail.title"),
                                           .body = mail_page(view),
                                           .breadcrumbs = crumbs(call, "settings.mail.title"),
                                           .status = status});
}

http::Response back(guard::Call& call, std::string_view notice_key)
{
    return call.redirect(call.in_workspace(page_path), notice_key);
}

} // namespace

http::Response show_mail(guard::Call& call)
{
    const auto kept = read_kept(call);
    auto form = call.blank_form<SaveSender>();
    if (form.typed.empty()) form = form_of(kept.sender);
    return answer(call, kept, form, 200);
}

http::Response update_sender(guard::Call& call)
{
    auto form = call.form<SaveSender>();
    const auto kept = read_kept(call);
    check_whole(form, kept.sender);
    if (!form.is_valid()) return answer(call, kept, form, 422);
    call.context().write([&](WorkspaceTransaction& tx) {
        mail::save_sender(tx, call.site().vault(), change_of(form.command));
    });
    return back(call, "settings.mail.saved");
}

http::Response create_test(guard::Call& call)
{
    base::refuse_unless(!call.actor().email.empty(), "settings.refusal.no_email");
    call.context().write([&](WorkspaceTransaction& tx) {
        mail::test_sender(tx, {.to_name = call.actor().name, .to_email = call.actor().email});
    });
    return back(call, "settings.mail.test_sent");
}

http::Response activate_own_sender(guard::Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { mail::activate_sender(tx); });
    return back(call, "settings.mail.activated");
}

http::Response disable_own_sender(guard::Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { mail::disable_sender(tx); });
    return back(call, "settings.mail.disabled");
}

http::Response resend_message(guard::Call& call)
{
    const auto id = call.path_id<mail::MessageId>("message");
    call.context().write([&](WorkspaceTransaction& tx) { mail::send_again(tx, id); });
    return back(call, "settings.message.again");
}

guard::SubjectKind::Lines sender_line(tenancy::WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    if (!tx.actor().may("mail.view")) return lines;
    for (const auto id : ids)
        lines.emplace(id, guard::SubjectLine{.title = i18n::t("settings.mail.title"),
                                             .detail = {},
                                             .path = "/reglages/courrier"});
    return lines;
}

} // namespace settings
