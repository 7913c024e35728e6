#include "modules/accounting/outside_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/outside_forms.hpp"
#include "modules/accounting/outside_views.hpp"

namespace accounting
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/pennylane";

Outside kept(const Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) { return OutsideStore{tx}.find(); });
}

struct Asked {
    forms::Form<ConnectBooks> connect;
    forms::Form<SaveTwin> twin;
};

http::Response page(Call& call, const Asked& asked)
{
    const auto& context = call.context();
    OutsideView view{.outside = kept(call),
                     .refused = {},
                     .pushes = {},
                     .twins = {},
                     .fields = {asked.connect, "accounting.outside.field"},
                     .twin = {asked.twin, "accounting.outside.field"},
                     .page = html::checked_local(call.in_workspace(page_path)),
                     .guard = guard::form_guard(call),
                     .zone = context.workspace().time_zone};
    context.read([&](WorkspaceTransaction& tx) {
        OutsideStore store{tx};
        view.waiting = store.count_due(view.outside);
        view.refused = store.refused(view.outside);
        view.pushes = store.pushes(view.outside);
        view.twins = twin_rows(tx);
    });
    const auto title = t("accounting.outside.title");
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{.label = t("guard.nav.settings"),
                                      .to = html::checked_local(call.in_workspace("/reglages"))},
                                     {.label = title, .to = {}}}));
    const bool is_valid = asked.connect.is_valid() && asked.twin.is_valid();
    return guard::render(call, guard::Page{.title = title,
                                           .body = outside_page(view),
                                           .breadcrumbs = bar,
                                           .status = is_valid ? 200 : 422,
                                           .topics = {"accounting_outside"}});
}

forms::Form<ConnectBooks> blank(Call& call)
{
    auto form = call.blank_form<ConnectBooks>();
    if (!form.typed.empty()) return form;
    const auto outside = kept(call);
    const auto today = call.context().today().text();
    constexpr std::size_t month_length = 7;
    form.typed = {{"starts_on", outside.sealed_token.empty() ? today.substr(0, month_length) + "-01"
                                                             : outside.starts_on.text()}};
    return form;
}

http::Response back(Call& call, std::string_view notice_key)
{
    return call.redirect(call.in_workspace(page_path), notice_key);
}

} // namespace

http::Response show_outside(Call& call)
{
    return page(call, {.connect = blank(call), .twin = {}});
}

http::Response update_outside(Call& call)
{
    auto form = call.form<ConnectBooks>();
    if (form.command.token.value.empty() && kept(call).sealed_token.empty() &&
        form.errors.find("token") == nullptr)
        form.errors.add("token", "forms.error.required");
    if (!form.is_valid()) return page(call, {.connect = form, .twin = {}});

    call.context().write([&](WorkspaceTransaction& tx) {
        save_outside(tx, {.token = form.command.token.value, .starts_on = form.command.starts_on});
    });
    return back(call, "accounting.notice.outside_saved");
}

http::Response create_outside_trial(Call& call)
{
    const auto outside = kept(call);
    base::refuse_unless(!outside.sealed_token.empty(), "accounting.refusal.no_outside");
    const auto answer = try_out(*connector_of(outside, call.context().workspace().id));
    call.context().write([&](WorkspaceTransaction& tx) { note_company(tx, outside, answer); });
    return std::holds_alternative<Company>(answer) ? back(call, "accounting.notice.outside_on")
                                                   : call.redirect(call.in_workspace(page_path));
}

http::Response stop_outside(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { disconnect_outside(tx); });
    return back(call, "accounting.notice.outside_off");
}

http::Response create_pushes(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { push_now(tx); });
    return back(call, "accounting.notice.outside_pushing");
}

http::Response update_twin(Call& call)
{
    auto form = call.form<SaveTwin>();
    if (!form.is_valid()) return page(call, {.connect = blank(call), .twin = form});
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_twin(tx, {.ours = form.command.ours.value, .theirs = form.command.theirs.value});
        });
    } catch (const base::Refusal& refusal) {
        form.errors.add("ours", refusal.code, refusal.params);
        return page(call, {.connect = blank(call), .twin = form});
    }
    return back(call, "accounting.notice.twin_saved");
}

guard::SubjectKind::Lines outside_line(WorkspaceTransaction& tx,
                                       const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    if (!tx.actor().may("accounting.manage")) return lines;
    for (const auto id : ids)
        lines.emplace(id, guard::SubjectLine{.title = t("accounting.outside.title"),
                                             .detail = {},
                                             .path = page_path});
    return lines;
}

} // namespace accounting
