#include "modules/crm/interaction_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/author_names.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_views.hpp"
#include "modules/crm/interaction_actions.hpp"
#include "modules/crm/interaction_forms.hpp"
#include "modules/crm/interaction_store.hpp"
#include "modules/crm/interaction_views.hpp"
#include "modules/crm/timeline.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int interactions_shown = 50;

tenancy::ClientId client_id(const Call& call)
{
    return call.path_id<tenancy::ClientId>("id");
}

html::Url path_of(const Call& call, std::string_view end)
{
    return html::checked_local(
        client_path(call.context().workspace().slug, client_id(call)).text() + std::string{end});
}

std::string signature_of(const Interaction& row, AuthorNames& names, const std::string& zone)
{
    if (!row.author_id)
        return t("crm.interaction.sent", {{"address", row.correspondent},
                                          {"at", i18n::date_and_time(row.happened_at, zone)}});
    return t("crm.interaction.signed",
             {{"name", names.of(*row.author_id)},
              {"at", i18n::long_date(base::date_in(row.happened_at, zone))}});
}

std::vector<InteractionLine> lines_of(Call& call, const TimelineSpan& span)
{
    const auto path = path_of(call, "/echanges/").text();
    const auto& zone = call.context().workspace().time_zone;
    return call.context().read([&](WorkspaceTransaction& tx) {
        std::vector<InteractionLine> lines;
        AuthorNames names{tx};
        for (const auto& row : InteractionStore{tx}.journal(span, Journal::all)) {
            const bool is_own = row.author_id == call.actor().membership;
            InteractionLine line{
                .interaction = row, .signature = signature_of(row, names, zone), .remove = {}};
            if (row.author_id && (is_own || call.may("clients.manage")))
                line.remove = html::checked_local(path + row.id.text());
            lines.push_back(std::move(line));
        }
        return lines;
    });
}

http::Response page(Call& call, const forms::Form<WriteInteraction>& form)
{
    const auto client = call.context().read(
        [&](WorkspaceTransaction& tx) { return crm::client(tx, client_id(call)); });
    auto span = span_from(call.query("avant"));
    span.client = client_id(call);
    span.limit = interactions_shown + 1;
    InteractionsView view{.client_name = client.name,
                          .action = path_of(call, "/echanges"),
                          .guard = guard::form_guard(call),
                          .fields = {form, "crm.interaction.field"},
                          .may_write = call.may("clients.annotate"),
                          .today = call.context().today().text(),
                          .lines = lines_of(call, span),
                          .older = {}};
    if (view.lines.size() > interactions_shown) {
        view.lines.pop_back();
        const auto& last = view.lines.back().interaction;
        view.older = view.action.with("avant", cursor_text(last.happened_at, last.id.value));
    }
    return guard::render(
        call, guard::Page{.title = t("crm.interaction.title"),
                          .body = interactions_body(view),
                          .breadcrumbs = ui::breadcrumbs(
                              {{t("crm.nav"),
                                html::route("/e/{}/clients", call.context().workspace().slug)},
                               {client.name, path_of(call, "")},
                               {t("crm.interaction.title"), {}}}),
                          .status = form.is_valid() ? 200 : 422,
                          .topics = {"client:" + client_id(call).text()}});
}

} // namespace

void check_days(forms::Form<WriteInteraction>& form, base::Date today)
{
    const auto& typed = form.command;
    if (!form.is_valid()) return;
    if (typed.day > today) form.errors.add("day", "crm.interaction.refusal.to_come");
    if (typed.follow_up && *typed.follow_up < typed.day)
        form.errors.add("follow_up", "crm.interaction.refusal.follow_up");
}

http::Response list_interactions(Call& call)
{
    return page(call, call.blank_form<WriteInteraction>());
}

http::Response create_interaction(Call& call)
{
    auto form = call.form<WriteInteraction>();
    check_days(form, call.context().today());
    if (!form.is_valid()) return page(call, form);
    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        write_interaction(tx, {.client = client_id(call),
                               .kind = typed.kind,
                               .day = typed.day,
                               .minutes = typed.minutes ? typed.minutes->value : 0,
                               .summary = typed.summary.value,
                               .follow_up = typed.follow_up});
    });
    return call.redirect(path_of(call, "").text(), "crm.interaction.written");
}

http::Response delete_interaction(Call& call)
{
    const auto id = call.path_id<InteractionId>("interaction");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_interaction(tx, client_id(call), id); });
    return call.redirect(path_of(call, "/echanges").text(), "crm.interaction.removed");
}

} // namespace crm
