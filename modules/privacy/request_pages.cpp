#include "modules/privacy/request_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/privacy/erasure_actions.hpp"
#include "modules/privacy/request_actions.hpp"
#include "modules/privacy/request_forms.hpp"
#include "modules/privacy/request_lines_pages.hpp"
#include "modules/privacy/request_parts.hpp"
#include "modules/privacy/request_views.hpp"

namespace privacy
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* register_path = "/reglages/donnees-personnelles";
constexpr std::size_t panel_lines_max = 5;

html::Url url(const guard::Call& call, const std::string& end = {})
{
    return html::checked_local(call.in_workspace(register_path + end));
}

std::string of_request(RequestId id)
{
    return "/" + id.text();
}

RequestLine linked(const guard::Call& call, const Request& request)
{
    auto line = line_of(call, request);
    line.page = url(call, of_request(request.id));
    return line;
}

html::Html crumbs(const guard::Call& call, const std::string& last)
{
    std::vector<ui::Crumb> steps;
    steps.push_back({t("guard.nav.settings"), html::checked_local(call.in_workspace("/reglages"))});
    steps.push_back({t("privacy.register.title"), {}});
    if (!last.empty()) {
        steps.back().to = url(call);
        steps.push_back({last, {}});
    }
    return html::group(
        html::h1(html::cls("sr-only"), last.empty() ? t("privacy.register.title") : last),
        ui::breadcrumbs(steps));
}

http::Response register_answer(guard::Call& call, const forms::Form<RecordRequest>& form,
                               const forms::Form<NameOfficer>& officer)
{
    RegisterView view{.requests = {},
                      .fields = {form, "privacy.field"},
                      .officer = {officer, "privacy.officer.field"},
                      .officer_name = {},
                      .officer_email = {},
                      .guard = guard::form_guard(call),
                      .record = url(call),
                      .save_officer = url(call, "/referent")};
    call.context().read([&](WorkspaceTransaction& tx) {
        RequestStore store{tx};
        view.requests.clear();
        for (const auto& request : store.list())
            view.requests.push_back(linked(call, request));
        const auto named = store.officer().value_or(Officer{});
        view.officer_name = named.name;
        view.officer_email = named.email;
    });
    const bool is_fine = form.errors.empty() && officer.errors.empty();
    return guard::render(call, guard::Page{.title = t("privacy.register.title"),
                                           .body = register_page(view),
                                           .breadcrumbs = crumbs(call, {}),
                                           .status = is_fine ? 200 : 422,
                                           .topics = {"privacy"}});
}

struct Shown {
    forms::Form<AnswerRequest> form;
    std::string problem; ///< of the erasure
};

http::Response request_answer(guard::Call& call, const Shown& shown)
{
    const auto id = call.path_id<RequestId>("request");
    const auto request =
        call.context().read([&](WorkspaceTransaction& tx) { return find(tx, id); });
    const auto page = of_request(id);
    RequestView view{.line = line_of(call, request),
                     .name = request.person_name,
                     .email = request.person_email,
                     .details = request.details,
                     .due = day_of(call, request.due_at),
                     .answer = request.answer,
                     .is_open = request.state == RequestState::open,
                     .is_erasure = request.kind == RequestKind::erasure,
                     .pack = {},
                     .pack_size = i18n::file_size(request.pack_bytes),
                     .fields = {shown.form, "privacy.field"},
                     .proposed = t("privacy.answer." + std::string{forms::enum_name(request.kind)}),
                     .problem = shown.problem,
                     .guard = guard::form_guard(call),
                     .answer_to = url(call, page + "/reponse"),
                     .prepare = url(call, page + "/dossier"),
                     .erase = url(call, page + "/effacement")};
    if (request.packed_at) view.pack = url(call, page + "/dossier");
    const bool is_fine = shown.form.errors.empty() && shown.problem.empty();
    return guard::render(call, guard::Page{.title = view.line.title,
                                           .body = request_page(view),
                                           .breadcrumbs = crumbs(call, view.line.title),
                                           .status = is_fine ? 200 : 422,
                                           .topics = {"privacy"}});
}

} // namespace

RequestLine line_of(const guard::Call& call, const Request& request)
{
    const auto kind = t("privacy.kind." + std::string{forms::enum_name(request.kind)});
    RequestLine line{.title = kind + " · " + request.person_name,
                     .detail = t("privacy.line.asked", {{"date", day_of(call, request.asked_at)},
                                                        {"due", day_of(call, request.due_at)}}),
                     .badge = t("privacy.state." + std::string{forms::enum_name(request.state)}),
                     .tone = ui::Tone::Gray,
                     .page = {}};
    if (request.state != RequestState::open) return line;
    line.tone = base::now() > request.asked_at + alert_after ? ui::Tone::Red : ui::Tone::Amber;
    if (base::now() > request.due_at) line.badge = t("privacy.state.late");
    return line;
}

std::string day_of(const guard::Call& call, base::Instant at)
{
    return i18n::long_date(base::date_in(at, call.context().workspace().time_zone));
}

http::Response list_requests(guard::Call& call)
{
    return register_answer(call, call.blank_form<RecordRequest>(), {});
}

http::Response record_request(guard::Call& call)
{
    const auto form = call.form<RecordRequest>();
    if (!form.is_valid()) return register_answer(call, form, {});
    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        record(tx, {.kind = typed.kind,
                    .channel = typed.channel,
                    .person_name = typed.person_name.value,
                    .person_email = typed.person_email ? typed.person_email->value : std::string{},
                    .details = typed.details.value});
    });
    return call.redirect(call.in_workspace(register_path), "privacy.register.recorded");
}

http::Response name_officer(guard::Call& call)
{
    const auto form = call.form<NameOfficer>();
    if (!form.is_valid()) return register_answer(call, {}, form);
    const auto& email = form.command.email;
    call.context().write([&](WorkspaceTransaction& tx) {
        save_officer(
            tx, {.name = form.command.name.value, .email = email ? email->value : std::string{}});
    });
    return call.redirect(call.in_workspace(register_path), "privacy.officer.saved");
}

http::Response show_request(guard::Call& call)
{
    return request_answer(call, {.form = call.blank_form<AnswerRequest>(), .problem = {}});
}

http::Response answer_request(guard::Call& call)
{
    auto form = call.form<AnswerRequest>();
    if (form.is_valid() && form.command.state == RequestState::open)
        form.errors.add("state", "forms.error.choice");
    if (!form.errors.empty()) return request_answer(call, {.form = form, .problem = {}});
    const auto id = call.path_id<RequestId>("request");
    call.context().write([&](WorkspaceTransaction& tx) {
        answer(tx, id, form.command.state, form.command.answer.value);
    });
    return call.redirect(call.in_workspace(register_path + of_request(id)), "privacy.request.sent");
}

http::Response erase_requester(guard::Call& call)
{
    const auto form = call.form<EraseRequester>();
    const auto id = call.path_id<RequestId>("request");
    if (!form.is_valid() || !form.command.is_sure.value)
        return request_answer(call, {.form = {}, .problem = t("privacy.error.not_sure")});
    try {
        erase_person(call.context(), id);
    } catch (const base::Refusal& refusal) {
        if (std::string_view{refusal.code} != "privacy.refusal.held") throw;
        return request_answer(call, {.form = {}, .problem = t(refusal.code, refusal.params)});
    }
    jobs::wake();
    return call.redirect(call.in_workspace(register_path + of_request(id)),
                         "privacy.request.erased");
}

http::Response prepare_pack(guard::Call& call)
{
    const auto id = call.path_id<RequestId>("request");
    call.context().write([&](WorkspaceTransaction& tx) { order_pack(tx, id); });
    jobs::wake();
    return call.redirect(call.in_workspace(register_path + of_request(id)),
                         "privacy.request.preparing");
}

http::Response download_pack(guard::Call& call)
{
    const auto file = take_pack(call.context(), call.path_id<RequestId>("request"));
    http::Response sent;
    sent.file = http::FileBody{.path = file, .size = std::filesystem::file_size(file)};
    sent.with("Content-Type", "application/zip")
        .with("Content-Disposition", "attachment; filename=\"donnees-personnelles.zip\"")
        .with("Cache-Control", "no-store");
    return sent;
}

html::Html waiting_panel(guard::Call& call)
{
    std::vector<RequestLine> lines;
    call.context().read([&](WorkspaceTransaction& tx) {
        lines.clear();
        for (const auto& request : RequestStore{tx}.list())
            if (request.state == RequestState::open && lines.size() < panel_lines_max)
                lines.push_back(linked(call, request));
    });
    if (lines.empty()) return {};
    return ui::card({.title = t("privacy.panel"), .id = "donnees-personnelles"},
                    html::each(lines, [](const auto& line) { return request_row(line); }));
}

} // namespace privacy
