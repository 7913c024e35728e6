#include "modules/privacy/retention_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/privacy/request_lines_pages.hpp"
#include "modules/privacy/request_parts.hpp"
#include "modules/privacy/retention_actions.hpp"
#include "modules/privacy/retention_forms.hpp"
#include "modules/privacy/retention_mails.hpp"
#include "modules/privacy/retention_views.hpp"

namespace privacy
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* page_path = "/reglages/conservation";

html::Url url(const Call& call, std::string_view path)
{
    return html::checked_local(call.in_workspace(path));
}

html::Url client_page(const Call& call, tenancy::ClientId client)
{
    return html::route("/e/{}/clients/{}", call.context().workspace().slug, client);
}

html::Html crumbs(const Call& call)
{
    return html::group(html::h1(html::cls("sr-only"), t("privacy.retention.title")),
                       ui::breadcrumbs({{t("guard.nav.settings"), url(call, "/reglages")},
                                        {t("privacy.retention.title"), {}}}));
}

forms::Form<SavePeriods> form_of(const Periods& periods)
{
    return {.command = {},
            .typed = {{"clients", std::to_string(periods.clients)},
                      {"mails", std::to_string(periods.mails)},
                      {"journal", std::to_string(periods.journal)}},
            .errors = {}};
}

NextDeletion next_of(const Call& call, WorkspaceTransaction& tx, const Notice& notice)
{
    NextDeletion next{.announced = day_of(call, notice.announced_at),
                      .due = day_of(call, notice.due_at),
                      .lines = lines_of(notice),
                      .clients = {}};
    for (const auto& line : RetentionStore{tx}.lines(notice.id))
        next.clients.push_back({.name = crm::client(tx, line.subject_id).name,
                                .detail = {},
                                .page = client_page(call, line.subject_id),
                                .id = line.subject_id});
    return next;
}

http::Response answer(Call& call, const forms::Form<SavePeriods>& typed)
{
    const bool is_fresh = typed.typed.empty();
    auto form = typed;
    std::optional<NextDeletion> next;
    std::vector<HeldClient> held;
    call.context().read([&](WorkspaceTransaction& tx) {
        RetentionStore store{tx};
        if (is_fresh) form = form_of(store.periods());
        const auto newest = store.newest();
        if (newest && !newest->done_at) next = next_of(call, tx, *newest);
        held.clear();
        for (const auto& hold : store.holds())
            held.push_back(
                {.name = crm::client(tx, hold.client_id).name,
                 .detail = t("privacy.retention.held",
                             {{"reason", hold.reason}, {"date", day_of(call, hold.placed_at)}}),
                 .page = client_page(call, hold.client_id),
                 .id = hold.client_id});
    });
    const RetentionView view{.fields = {form, "privacy.retention.field"},
                             .next = next,
                             .held = held,
                             .page = url(call, page_path),
                             .exports = url(call, "/reglages/export"),
                             .guard = guard::form_guard(call)};
    return guard::render(call, guard::Page{.title = t("privacy.retention.title"),
                                           .body = retention_page(view),
                                           .breadcrumbs = crumbs(call),
                                           .status = typed.is_valid() ? 200 : 422,
                                           .topics = {"privacy"}});
}

HoldView hold_view(Call& call, tenancy::ClientId client, const forms::Form<HoldClient>& form)
{
    std::int64_t months = 0;
    const auto hold = call.context().read([&](WorkspaceTransaction& tx) {
        RetentionStore store{tx};
        months = store.periods().clients;
        return store.hold(client);
    });
    return {.client = client,
            .reason = hold ? hold->reason : std::string{},
            .since = hold ? day_of(call, hold->placed_at) : std::string{},
            .months = months,
            .page = url(call, page_path),
            .guard = guard::form_guard(call),
            .fields = {form, "privacy.retention.field"}};
}

/// What was typed on the client's page, to be corrected on one of its own.
http::Response hold_page(Call& call, tenancy::ClientId client, const forms::Form<HoldClient>& form)
{
    const auto name =
        call.context().read([&](WorkspaceTransaction& tx) { return crm::client(tx, client).name; });
    const auto title = t("privacy.retention.card");
    const auto crumbs = html::group(
        html::h1(html::cls("sr-only"), title),
        ui::breadcrumbs({{.label = name, .to = client_page(call, client)}, {title, {}}}));
    const auto view = hold_view(call, client, form);
    const auto body = column(html::group(view.fields.summary(), hold_card(view)));
    return guard::render(
        call, guard::Page{.title = title, .body = body, .breadcrumbs = crumbs, .status = 422});
}

} // namespace

http::Response show_retention(Call& call)
{
    return answer(call, call.blank_form<SavePeriods>());
}

http::Response update_periods(Call& call)
{
    const auto form = call.form<SavePeriods>();
    if (!form.is_valid()) return answer(call, form);
    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        save_periods(tx, {.clients = typed.clients.value,
                          .mails = typed.mails.value,
                          .journal = typed.journal.value});
    });
    return call.redirect(url(call, page_path).text(), "privacy.retention.saved");
}

http::Response create_hold(Call& call)
{
    const auto form = call.form<HoldClient>();
    const auto& typed = form.command;
    if (form.errors.find("client") != nullptr) throw base::NotFound{};
    if (!form.is_valid()) return hold_page(call, typed.client, form);
    call.context().write(
        [&](WorkspaceTransaction& tx) { place_hold(tx, typed.client, typed.reason.value); });
    return call.redirect(client_page(call, typed.client).text(), "privacy.retention.placed");
}

http::Response delete_hold(Call& call)
{
    const auto form = call.form<LiftHold>();
    if (!form.is_valid()) throw base::NotFound{};
    call.context().write([&](WorkspaceTransaction& tx) { lift_hold(tx, form.command.client); });
    return call.redirect(url(call, page_path).text(), "privacy.retention.lifted");
}

html::Html hold_panel(Call& call)
{
    return hold_card(hold_view(call, call.path_id<tenancy::ClientId>("id"), {}));
}

} // namespace privacy
