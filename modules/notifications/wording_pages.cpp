#include "modules/notifications/wording_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/letter.hpp"
#include "modules/notifications/preference.hpp"
#include "modules/notifications/wording_forms.hpp"
#include "modules/notifications/wording_views.hpp"

#include <algorithm>

namespace notifications
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* list_path = "/reglages/modeles-de-courriels";

html::Url list_url(const Call& call)
{
    return html::checked_local(call.in_workspace(list_path));
}

std::vector<EventRule> rules_here(const Call& call)
{
    return rules_of(presets::find(call.context().workspace().preset));
}

/// Whether the business sends it at all: the preset opens its event to mail, or the team decides
/// each time.
bool is_sent(const std::vector<EventRule>& rules, const mail::Template& one)
{
    if (one.event.empty()) return true;
    const auto* const rule = find_rule(rules, one.event);
    return rule != nullptr && rule->settings.at(Channel::email) != Setting::closed;
}

/// As the table of notifications names it; a mail that has no event of its own names itself.
std::string title_of(const std::vector<EventRule>& rules, const mail::Template& one)
{
    return one.event == one.name ? find_rule(rules, one.event)->label : t(one.key + ".title");
}

struct Chosen {
    const mail::Template& one;
    std::string title;
};

Chosen chosen(const Call& call, std::string_view name)
{
    const auto rules = rules_here(call);
    const auto* const one = mail::find_template(name);
    if (one == nullptr || !is_sent(rules, *one)) throw base::NotFound{};
    return {.one = *one, .title = title_of(rules, *one)};
}

html::Html crumbs(const Call& call, const std::string& here)
{
    const auto settings = html::checked_local(call.in_workspace("/reglages"));
    const auto title = t("notifications.wording.title");
    if (here.empty())
        return html::group(
            html::h1(html::cls("sr-only"), title),
            ui::breadcrumbs({{t("notifications.wording.settings"), settings}, {title, {}}}));
    return ui::breadcrumbs(
        {{t("notifications.wording.settings"), settings}, {title, list_url(call)}, {here, {}}});
}

WordingPreview preview_of(const tenancy::Workspace& workspace, const mail::Template& one,
                          const mail::Wording& wording)
{
    auto values = mail::example_values(one);
    for (auto& [parameter, value] : values)
        if (parameter == "business") value = workspace.name;
    WordingPreview preview{.said = mail::filled(one, wording, values), .text = {}};
    mail::NewMessage message;
    message.paragraphs = {preview.said.body};
    preview.text = mail::text_part(message, {.name = workspace.name});
    return preview;
}

forms::Form<SaveWording> form_of(const mail::OwnWording& own)
{
    return {.command = {},
            .typed = {{"subject", own.wording.subject},
                      {"body", own.wording.body},
                      {"version", std::to_string(own.version)}},
            .errors = {}};
}

http::Response answer(Call& call, const Chosen& what, const forms::Form<SaveWording>& form,
                      int status)
{
    const auto own = call.context().read(
        [&](WorkspaceTransaction& tx) { return mail::own_wording(tx, what.one); });
    const bool is_fresh = form.typed.empty();
    WordingView view{.title = what.title,
                     .name = what.one.name,
                     .variables = mail::variables_of(what.one),
                     .list = list_url(call),
                     .guard = guard::form_guard(call),
                     .fields = {is_fresh ? form_of(own) : form, "notifications.wording.field"},
                     .preview = {},
                     .is_own = own.version > 0};
    constexpr int stale = 409;
    if (status == stale) view.fields.set_beside(form_of(own).typed, {});
    if (is_fresh || form.is_valid())
        view.preview = preview_of(call.context().workspace(), what.one,
                                  is_fresh ? own.wording : wording_in(form.command));
    return guard::render(call, guard::Page{.title = what.title,
                                           .body = wording_page(view),
                                           .breadcrumbs = crumbs(call, what.title),
                                           .status = status});
}

/// What was typed, with the mail it is for.
struct Typed {
    forms::Form<SaveWording> form;
    Chosen what;
};

Typed typed_in(const Call& call)
{
    auto form = call.form<SaveWording>();
    const auto what = chosen(call, form.command.name.value);
    check_variables(form, what.one);
    return {.form = std::move(form), .what = what};
}

} // namespace

http::Response list_wordings(Call& call)
{
    const auto rules = rules_here(call);
    const auto page = html::checked_local(call.in_workspace(std::string{list_path} + "/modele"));
    const auto lines = call.context().read([&](WorkspaceTransaction& tx) {
        const auto changed = mail::own_wordings(tx);
        std::vector<WordingLine> found;
        for (const auto& one : mail::templates()) {
            if (!is_sent(rules, one)) continue;
            const bool is_own = std::ranges::binary_search(changed, one.name);
            const auto said = is_own ? mail::own_wording(tx, one).wording
                                     : mail::our_wording(tx.workspace(), one);
            found.push_back({.title = title_of(rules, one),
                             .subject = said.subject,
                             .page = page.with("nom", one.name),
                             .side = one.side,
                             .is_own = is_own});
        }
        return found;
    });
    return guard::render(call, guard::Page{.title = t("notifications.wording.title"),
                                           .body = wording_list(lines),
                                           .breadcrumbs = crumbs(call, {})});
}

http::Response show_wording(Call& call)
{
    const auto name = call.query("nom");
    const auto what =
        name.empty() && !mail::templates().empty() ? mail::templates().front().name : name;
    return answer(call, chosen(call, what), call.blank_form<SaveWording>(), 200);
}

http::Response update_wording(Call& call)
{
    const auto typed = typed_in(call);
    const auto& command = typed.form.command;
    if (!typed.form.is_valid()) return answer(call, typed.what, typed.form, 422);
    const auto seen = command.version ? command.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            mail::save_wording(tx, typed.what.one, wording_in(command), seen);
        });
    } catch (const base::Refusal& refusal) {
        if (refusal.kind != base::Refusal::Kind::Conflict) throw;
        return answer(call, typed.what, typed.form, 409);
    }
    return call.redirect(list_url(call).text(), "notifications.wording.saved");
}

http::Response preview_wording(Call& call)
{
    const auto typed = typed_in(call);
    return answer(call, typed.what, typed.form, typed.form.is_valid() ? 200 : 422);
}

http::Response reset_wording(Call& call)
{
    const auto form = call.form<ResetWording>();
    const auto what = chosen(call, form.command.name.value);
    call.context().write([&](WorkspaceTransaction& tx) { mail::forget_wording(tx, what.one); });
    return call.redirect(list_url(call).text(), "notifications.wording.restored");
}

} // namespace notifications
