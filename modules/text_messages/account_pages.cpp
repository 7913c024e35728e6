#include "modules/text_messages/account_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/sms/sms.hpp"
#include "modules/text_messages/account_views.hpp"

namespace text_messages
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/sms";

struct Kept {
    sms::KnownAccount account;
    std::vector<sms::StoredMessage> messages;
    std::vector<sms::Stopped> stopped;
};

Kept read_kept(const guard::Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) {
        return Kept{.account = sms::account(tx),
                    .messages = sms::recent(tx),
                    .stopped = sms::stopped_numbers(tx)};
    });
}

std::vector<MessageLine> lines_of(const guard::Call& call, const Kept& kept)
{
    const bool may_leave = kept.account.state == sms::AccountState::active;
    std::vector<MessageLine> lines;
    const auto& zone = call.context().workspace().time_zone;
    for (const auto& message : kept.messages) {
        MessageLine line{.to = message.to_name.empty() ? t("text_messages.message.forgotten")
                                                       : message.to_name,
                         .words = message.words,
                         .when = i18n::relative(message.created_at, call.context().now(), zone),
                         .state = message.state,
                         .cause = message.last_error,
                         .send_again = {}};
        if (may_leave && message.state == sms::State::failed && !message.to_number.empty())
            line.send_again = html::checked_local(
                call.in_workspace("/reglages/sms/" + message.id.text() + "/renvoi"));
        lines.push_back(std::move(line));
    }
    return lines;
}

struct Typed {
    forms::Form<SaveAccount> account;
    forms::Form<TestAccount> test;
    int status = 200;
};

http::Response answer(guard::Call& call, const Kept& kept, const Typed& typed)
{
    const AccountView view{.account = kept.account,
                           .form = typed.account,
                           .test = typed.test,
                           .messages = lines_of(call, kept),
                           .stopped = kept.stopped,
                           .page = html::checked_local(call.in_workspace(page_path)),
                           .guard = guard::form_guard(call)};
    const auto title = t("text_messages.title");
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{.label = t("guard.nav.settings"),
                                      .to = html::checked_local(call.in_workspace("/reglages"))},
                                     {.label = title, .to = {}}}));
    return guard::render(call, guard::Page{.title = title,
                                           .body = account_page(view),
                                           .breadcrumbs = bar,
                                           .status = typed.status});
}

http::Response back(guard::Call& call, std::string_view notice_key)
{
    return call.redirect(call.in_workspace(page_path), notice_key);
}

} // namespace

http::Response show_account(guard::Call& call)
{
    const auto kept = read_kept(call);
    auto form = call.blank_form<SaveAccount>();
    if (form.typed.empty() && !kept.account.account.empty()) form = form_of(kept.account);
    return answer(call, kept, {.account = form, .test = call.blank_form<TestAccount>()});
}

http::Response update_account(guard::Call& call)
{
    auto form = call.form<SaveAccount>();
    const auto kept = read_kept(call);
    check_whole(form, kept.account);
    if (!form.is_valid())
        return answer(call, kept,
                      {.account = form, .test = call.blank_form<TestAccount>(), .status = 422});
    call.context().write([&](WorkspaceTransaction& tx) {
        sms::save_account(tx, call.site().vault(), change_of(form.command));
    });
    return back(call, "text_messages.saved");
}

http::Response create_test(guard::Call& call)
{
    auto form = call.form<TestAccount>();
    const auto& preset = presets::find(call.context().workspace().preset);
    const auto number = number_of(form, preset.tax_regime);
    if (!form.is_valid()) {
        const auto kept = read_kept(call);
        return answer(call, kept, {.account = form_of(kept.account), .test = form, .status = 422});
    }
    call.context().write(
        [&](WorkspaceTransaction& tx) { sms::test_account(tx, call.actor().name, number); });
    return back(call, "text_messages.test_sent");
}

http::Response activate(guard::Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { sms::activate_account(tx); });
    return back(call, "text_messages.activated");
}

http::Response disable(guard::Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { sms::disable_account(tx); });
    return back(call, "text_messages.disabled");
}

http::Response resend_message(guard::Call& call)
{
    const auto id = call.path_id<sms::MessageId>("text");
    call.context().write([&](WorkspaceTransaction& tx) { sms::send_again(tx, id); });
    return back(call, "text_messages.again");
}

} // namespace text_messages
