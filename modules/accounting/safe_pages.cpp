#include "modules/accounting/safe_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/safe_forms.hpp"
#include "modules/accounting/safe_views.hpp"
#include "modules/accounting/tables.hpp"

namespace accounting
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/coffre";

Safe kept(const Call& call)
{
    return call.context().read([](WorkspaceTransaction& tx) { return SafeStore{tx}.find(); });
}

http::Response page(Call& call, const Safe& safe, const forms::Form<SaveSafe>& form)
{
    const auto& context = call.context();
    const SafeView view{
        .safe = safe,
        .months = context.read([](WorkspaceTransaction& tx) { return SafeStore{tx}.months(); }),
        .fields = {form, "accounting.safe.field"},
        .page = html::checked_local(call.in_workspace(page_path)),
        .guard = guard::form_guard(call),
        .zone = context.workspace().time_zone};
    const auto title = t("accounting.safe.title");
    const auto bar =
        html::group(html::h1(html::cls("sr-only"), title),
                    ui::breadcrumbs({{.label = t("guard.nav.settings"),
                                      .to = html::checked_local(call.in_workspace("/reglages"))},
                                     {.label = title, .to = {}}}));
    return guard::render(call, guard::Page{.title = title,
                                           .body = safe_page(view),
                                           .breadcrumbs = bar,
                                           .status = form.is_valid() ? 200 : 422,
                                           .topics = {"accounting_safe"}});
}

http::Response back(Call& call, std::string_view notice_key)
{
    return call.redirect(call.in_workspace(page_path), notice_key);
}

} // namespace

http::Response show_safe(Call& call)
{
    const auto safe = kept(call);
    auto form = call.blank_form<SaveSafe>();
    if (form.typed.empty() && !safe.address.empty()) form = form_of(safe);
    return page(call, safe, form);
}

http::Response update_safe(Call& call)
{
    auto form = call.form<SaveSafe>();
    const auto safe = kept(call);
    check_whole(form, safe);
    if (!form.is_valid()) return page(call, safe, form);

    call.context().write([&](WorkspaceTransaction& tx) { save_safe(tx, change_of(form.command)); });
    return back(call, "accounting.notice.safe_saved");
}

http::Response create_safe_trial(Call& call)
{
    const auto safe = kept(call);
    base::refuse_unless(!safe.address.empty() && !safe.sealed_secret.empty(),
                        "accounting.refusal.no_safe");
    const auto failure = client_of(safe, call.context().workspace().id).try_out();
    call.context().write([&](WorkspaceTransaction& tx) { note_trial(tx, safe, failure); });
    return failure ? call.redirect(call.in_workspace(page_path))
                   : back(call, "accounting.notice.safe_on");
}

http::Response stop_safe_page(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { stop_safe(tx); });
    return back(call, "accounting.notice.safe_off");
}

http::Response create_copies(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { send_copies_now(tx); });
    return back(call, "accounting.notice.safe_sending");
}

http::Response export_safe(Call& call)
{
    const auto& context = call.context();
    std::vector<Cells> table{{t("accounting.safe.sent"), t("accounting.safe.place"),
                              t("accounting.safe.object"), t("accounting.safe.bytes"), "SHA-256",
                              "ETag"}};
    for (const auto& one :
         context.read([](WorkspaceTransaction& tx) { return SafeStore{tx}.objects(); }))
        table.push_back({i18n::date_and_time(one.sent_at, context.workspace().time_zone), one.place,
                         one.name, std::to_string(one.bytes), one.sha256, one.etag});
    auto response = http::Response::text(csv_of(table));
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition", "attachment; filename=\"envois-au-coffre.csv\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

guard::SubjectKind::Lines safe_line(WorkspaceTransaction& tx, const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    if (!tx.actor().may("accounting.manage")) return lines;
    for (const auto id : ids)
        lines.emplace(id, guard::SubjectLine{.title = t("accounting.safe.title"),
                                             .detail = {},
                                             .path = page_path});
    return lines;
}

} // namespace accounting
