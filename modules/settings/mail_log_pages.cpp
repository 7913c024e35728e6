#include "modules/settings/mail_log_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/log.hpp"
#include "kernel/mail/wording.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/crm.hpp"
#include "modules/settings/crumbs_pages.hpp"
#include "modules/settings/mail_log_views.hpp"

#include <map>

namespace settings
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/courrier/journal";
constexpr int page_lines = 50;
constexpr std::size_t email_bytes_max = 254;

html::Url url(const Call& call, const std::string& path)
{
    return html::checked_local(call.in_workspace(path));
}

std::optional<mail::Fate> fate_of(std::string_view code)
{
    for (const auto fate : mail::fates)
        if (forms::enum_name(fate) == code) return fate;
    return {};
}

/// What nobody could have chosen narrows nothing.
MailLogFilter asked_of(const Call& call)
{
    MailLogFilter asked;
    if (const auto fate = fate_of(call.query("etat"))) asked.fate = forms::enum_name(*fate);
    if (auto address = base::trim(call.query("adresse")); address.size() <= email_bytes_max)
        asked.email = std::move(address);
    if (const auto day = base::Date::parse(call.query("jour"))) asked.day = day->text();
    return asked;
}

mail::LogFilter filter_of(const MailLogFilter& asked, std::string_view zone)
{
    mail::LogFilter filter{.fate = fate_of(asked.fate), .email = asked.email};
    if (const auto day = base::Date::parse(asked.day)) {
        filter.from = base::instant_of({.date = *day}, zone);
        filter.until = base::instant_of({.date = {day->day + std::chrono::days{1}}}, zone);
    }
    return filter;
}

mail::LogCursor cursor_of(const Call& call)
{
    const auto at = base::Id<struct MomentTag>::parse(call.query("avant"));
    const auto id = mail::MessageId::parse(call.query("message"));
    return at && id ? mail::LogCursor{.at = {at->value}, .id = *id} : mail::LogCursor{};
}

html::Url filtered_page(const Call& call, const MailLogFilter& asked)
{
    auto page = url(call, page_path);
    if (!asked.fate.empty()) page = page.with("etat", asked.fate);
    if (!asked.email.empty()) page = page.with("adresse", asked.email);
    if (!asked.day.empty()) page = page.with("jour", asked.day);
    return page;
}

/// As the preset calls what it tells of; account mail has no such name.
std::string kind_of(const Call& call, const std::string& template_name)
{
    const auto* const found = mail::find_template(template_name);
    if (found == nullptr) return {};
    const auto& preset = tenancy::own_preset(call.context().workspace());
    for (const auto& choice : preset.choices_of("notifications.event"))
        if (choice.code == found->event) return choice.label;
    return {};
}

/// One look an address; a mail to the team leads nowhere.
class Records
{
  public:
    Records(const Call& call, WorkspaceTransaction& tx) : call_(call), tx_(tx) {}

    std::optional<html::Url> of(const std::string& email)
    {
        if (!call_.may("clients.view")) return {};
        const auto [known, is_new] = known_.try_emplace(base::lower_ascii(email));
        if (is_new) {
            const auto clients = crm::clients_of_person(tx_, {}, email);
            if (!clients.empty()) known->second = clients.front();
        }
        if (!known->second) return {};
        return url(call_, "/clients/" + known->second.text());
    }

  private:
    const Call& call_;
    WorkspaceTransaction& tx_;
    std::map<std::string, tenancy::ClientId> known_;
};

MailLogLine line_of(const Call& call, const mail::LoggedMessage& message, Records& records)
{
    const auto& zone = call.context().workspace().time_zone;
    MailLogLine line{.subject = message.subject,
                     .to = message.to_name.empty()
                               ? message.to_email
                               : t("settings.message.to",
                                   {{"name", message.to_name}, {"email", message.to_email}}),
                     .when = i18n::date_and_time(message.created_at, zone),
                     .kind = kind_of(call, message.template_name),
                     .cause = message.last_error,
                     .fate = message.fate(),
                     .client = records.of(message.to_email),
                     .resend = {}};
    if (call.may("workspace.settings") && message.state == mail::State::failed)
        line.resend = url(call, "/reglages/courrier/" + message.id.text() + "/renvoi");
    return line;
}

MailLogView read_view(Call& call, WorkspaceTransaction& tx)
{
    const auto asked = asked_of(call);
    const auto& zone = call.context().workspace().time_zone;
    const auto cursor = cursor_of(call);
    auto messages = mail::log_lines(tx, filter_of(asked, zone), cursor, page_lines + 1);
    MailLogView view{.filter = asked,
                     .lines = {},
                     .page = url(call, page_path),
                     .newest = {},
                     .older = {},
                     .guard = {}};
    if (cursor.id != mail::LogCursor{}.id) view.newest = filtered_page(call, asked);
    if (std::ssize(messages) > page_lines) {
        messages.pop_back();
        view.older = filtered_page(call, asked)
                         .with("avant", std::to_string(messages.back().created_at.micros))
                         .with("message", messages.back().id.text());
    }
    Records records{call, tx};
    for (const auto& message : messages)
        view.lines.push_back(line_of(call, message, records));
    return view;
}

} // namespace

http::Response show_mail_log(Call& call)
{
    guard::trace_reading(call, "mail.outbox_read");
    auto view = call.context().read([&](WorkspaceTransaction& tx) { return read_view(call, tx); });
    view.guard = guard::form_guard(call);
    return guard::render(call, guard::Page{.title = t("settings.log.title"),
                                           .body = mail_log_page(view),
                                           .breadcrumbs = crumbs(call, "settings.log.title")});
}

} // namespace settings
