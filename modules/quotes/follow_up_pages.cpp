#include "modules/quotes/follow_up_pages.hpp"

#include "kernel/guard/form_view.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/follow_up_actions.hpp"
#include "modules/quotes/follow_up_forms.hpp"
#include "modules/quotes/follow_up_store.hpp"

namespace quotes
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/devis";

std::string days_text(std::int64_t days)
{
    return days == 0 ? std::string{} : std::to_string(days);
}

html::Html follow_up_form(const Call& call, const forms::Form<SaveFollowUps>& form)
{
    const guard::FormView fields{form, "quotes.follow_up.field"};
    const auto days = [&](const char* name) {
        auto field = fields.field(name);
        field.type = "number";
        field.inputmode = "numeric";
        field.is_numeric = true;
        return ui::input_field(field);
    };
    return html::div(html::cls("mx-auto w-full max-w-[680px] px-4 py-6"),
                     html::h1(html::cls("h1 mb-2"), t("quotes.follow_up.title")),
                     html::p(html::cls("mb-5 text-14 text-fg-2"), t("quotes.follow_up.detail")),
                     fields.summary(),
                     ui::form({.action = html::checked_local(call.in_workspace(page_path)),
                               .guard = guard::form_guard(call)},
                              days("first"), days("second"),
                              ui::form_actions(ui::submit({.label = t("quotes.editor.save"),
                                                           .kind = ui::ButtonKind::Primary}))));
}

http::Response page(Call& call, const forms::Form<SaveFollowUps>& form)
{
    const auto title = t("quotes.follow_up.title");
    return guard::render(
        call, guard::Page{.title = title,
                          .body = follow_up_form(call, form),
                          .breadcrumbs = ui::breadcrumbs(
                              {{.label = t("guard.nav.settings"),
                                .to = html::checked_local(call.in_workspace("/reglages"))},
                               {.label = title, .to = {}}}),
                          .status = form.is_valid() ? 200 : 422});
}

} // namespace

http::Response show_follow_ups(Call& call)
{
    auto form = call.blank_form<SaveFollowUps>();
    if (form.typed.empty()) {
        const auto saved = call.context().read(
            [](WorkspaceTransaction& tx) { return FollowUpStore{tx}.settings(); });
        form.typed = {{"first", days_text(saved.first)}, {"second", days_text(saved.second)}};
    }
    return page(call, form);
}

http::Response update_follow_ups(Call& call)
{
    const auto form = call.form<SaveFollowUps>();
    if (!form.is_valid()) return page(call, form);
    const auto& typed = form.command;
    const FollowUps settings{.first = typed.first ? typed.first->value : 0,
                             .second = typed.second ? typed.second->value : 0};
    call.context().write([&](WorkspaceTransaction& tx) { save_follow_ups(tx, settings); });
    return call.redirect(call.in_workspace(page_path), "quotes.notice.follow_ups");
}

} // namespace quotes
