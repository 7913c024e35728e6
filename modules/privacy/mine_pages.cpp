#include "kernel/auth/people.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/privacy/request_actions.hpp"
#include "modules/privacy/request_forms.hpp"
#include "modules/privacy/request_lines_pages.hpp"
#include "modules/privacy/request_pages.hpp"

namespace privacy
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/confidentialite";

html::Url url(const guard::Call& call, const std::string& end = {})
{
    return html::checked_local(call.in_workspace(page_path + end));
}

std::vector<ConsentLine> consent_lines(const guard::Call& call,
                                       const std::vector<Consent>& consents)
{
    std::vector<ConsentLine> lines;
    for (const auto purpose : {Purpose::news, Purpose::photos}) {
        ConsentLine line{.purpose = std::string{forms::enum_name(purpose)}, .since = {}};
        for (const auto& consent : consents)
            if (consent.purpose == purpose && !consent.withdrawn_at)
                line.since = t("privacy.consent.since", {{"date", day_of(call, consent.given_at)}});
        lines.push_back(line);
    }
    return lines;
}

std::string words_of(const guard::Call& call, const auth::GivenConsent& given)
{
    return t("privacy.consent.document." + std::string{forms::enum_name(given.document)},
             {{"version", given.version}, {"date", day_of(call, given.given_at)}});
}

std::string officer_words(const std::optional<Officer>& officer)
{
    if (!officer || (officer->name.empty() && officer->email.empty())) return {};
    return t("privacy.mine.officer", {{"name", officer->name}, {"email", officer->email}});
}

http::Response page(guard::Call& call, const forms::Form<AskAboutMe>& form)
{
    MineView view{.consents = {},
                  .agreements = {},
                  .requests = {},
                  .officer = {},
                  .fields = {form, "privacy.field"},
                  .guard = guard::form_guard(call),
                  .ask = url(call),
                  .consent = url(call, "/consentements")};
    call.context().read([&](WorkspaceTransaction& tx) {
        RequestStore store{tx};
        const auto member = call.actor().membership;
        view.consents = consent_lines(call, store.consents(member));
        view.officer = officer_words(store.officer());
        view.requests.clear();
        for (const auto& request : store.of_member(member))
            view.requests.push_back(line_of(call, request));
        view.agreements.clear();
        for (const auto& given : auth::consents_of(tx, call.actor().person))
            view.agreements.push_back(words_of(call, given));
    });
    return guard::render(call, guard::Page{.title = t("privacy.mine.title"),
                                           .body = mine_page(view),
                                           .status = form.errors.empty() ? 200 : 422});
}

} // namespace

http::Response show_privacy(guard::Call& call)
{
    return page(call, call.blank_form<AskAboutMe>());
}

html::Html privacy_link_panel(guard::Call& call)
{
    return ui::card({.title = {}, .id = {}},
                    ui::row_link(url(call), {.lead = ui::tile("shield-check", ui::Tone::Gray),
                                             .title = t("privacy.mine.title"),
                                             .detail = t("privacy.mine.hint"),
                                             .aside = ui::icon("chevron-right")}));
}

http::Response ask_about_me(guard::Call& call)
{
    const auto form = call.form<AskAboutMe>();
    if (!form.is_valid()) return page(call, form);
    call.context().write([&](WorkspaceTransaction& tx) {
        ask_for_oneself(tx, {.kind = form.command.kind,
                             .person_name = {},
                             .person_email = {},
                             .details = form.command.details.value});
    });
    return call.redirect(call.in_workspace(page_path), "privacy.mine.sent");
}

http::Response change_consent(guard::Call& call)
{
    const auto form = call.form<ChangeConsent>();
    if (!form.is_valid()) throw base::NotFound{};
    const bool is_given = form.command.wanted.value == "yes";
    call.context().write([&](WorkspaceTransaction& tx) {
        is_given ? give_consent(tx, form.command.purpose)
                 : withdraw_consent(tx, form.command.purpose);
    });
    return call.redirect(call.in_workspace(page_path),
                         is_given ? "privacy.consent.given" : "privacy.consent.withdrawn");
}

} // namespace privacy
