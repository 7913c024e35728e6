#include "modules/accounting/outside_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/secrets/installed.hpp"
#include "modules/accounting/chart_actions.hpp"
#include "modules/accounting/events.hpp"
#include "modules/accounting/outside_jobs.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <stdexcept>

namespace accounting
{
namespace
{

using tenancy::WorkspaceTransaction;

secrets::Place place_of(const std::string& workspace)
{
    return {.table = "accounting_outside", .column = "sealed_token", .row = workspace};
}

void tell(WorkspaceTransaction& tx, std::string_view action, std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = std::move(changes)});
    events::touch(tx, "accounting_outside");
}

void save(WorkspaceTransaction& tx, const Outside& outside, std::string_view action)
{
    OutsideStore{tx}.save(outside);
    tell(tx, action, {{"company", "", outside.company_name}});
}

/// Of one request and what surrounds it, at most.
constexpr std::chrono::minutes turn_for{2};
constexpr const char* second_job = "second";

/// What is less than that may be over before anybody has looked.
constexpr std::chrono::hours told_after{1};

void stop_failing(WorkspaceTransaction& tx, Outside& outside)
{
    if (outside.told_at) events::publish(tx, OutsideRecovered{});
    outside.last_error.clear();
    outside.failing_since.reset();
    outside.told_at.reset();
}

void begin_failing(WorkspaceTransaction& tx, Outside& outside, const std::string& why)
{
    outside.last_error = why;
    outside.told_at = base::now();
    events::publish(tx, OutsideFailed{.why = why});
}

void enqueue_pushes(WorkspaceTransaction& tx)
{
    jobs::enqueue(tx, {.kind = push_job, .payload = {}, .dedupe = "outside"});
}

/// Roles whose accounts entries of sales and payments stand on.
bool is_of_sales(std::string_view role)
{
    constexpr std::array exact{"client", "deposits", "bank", "cheques", "cards", "online", "cash"};
    constexpr std::array families{"sales.", "collected.", "waiting."};
    return std::ranges::find(exact, role) != exact.end() ||
           std::ranges::any_of(families,
                               [&](const char* family) { return role.starts_with(family); });
}

} // namespace

void save_outside(WorkspaceTransaction& tx, const OutsideChange& change)
{
    auto outside = OutsideStore{tx}.hold();
    outside.state = OutsideState::draft;
    outside.starts_on = change.starts_on;
    outside.verified_at.reset();
    stop_failing(tx, outside);
    if (!change.token.empty())
        outside.sealed_token = base::base64(
            secrets::installed_vault().seal(change.token, place_of(tx.workspace().id.text())));
    save(tx, outside, "accounting.outside_saved");
}

void note_company(WorkspaceTransaction& tx, const Outside& tried, const Answered<Company>& answer)
{
    auto outside = OutsideStore{tx}.hold();
    if (outside.sealed_token != tried.sealed_token) return;
    if (const auto* failure = std::get_if<BooksFailure>(&answer)) {
        outside.last_error = sentence_of(*failure);
        return save(tx, outside, "accounting.outside_refused");
    }
    const auto& company = std::get<Company>(answer);
    outside.company = company.id;
    outside.company_name = company.name;
    outside.verified_at = base::now();
    outside.state = OutsideState::active;
    stop_failing(tx, outside);
    save(tx, outside, "accounting.outside_on");
    enqueue_pushes(tx);
}

void disconnect_outside(WorkspaceTransaction& tx)
{
    auto outside = OutsideStore{tx}.hold();
    outside.sealed_token.clear();
    outside.state = OutsideState::stopped;
    outside.verified_at.reset();
    stop_failing(tx, outside);
    save(tx, outside, "accounting.outside_off");
}

void push_now(WorkspaceTransaction& tx)
{
    const auto outside = OutsideStore{tx}.find();
    base::refuse_unless(outside.state == OutsideState::active, "accounting.refusal.outside_off");
    OutsideStore{tx}.ask_again(outside);
    enqueue_pushes(tx);
}

void save_twin(WorkspaceTransaction& tx, const Twin& twin)
{
    const auto rows = twin_rows(tx);
    base::refuse_unless(std::ranges::find(rows, twin.ours, &TwinRow::ours) != rows.end(),
                        "accounting.refusal.twin");
    OutsideStore store{tx};
    if (twin.theirs.empty() || twin.theirs == twin.ours)
        store.forget_twin(twin.ours);
    else
        store.save_twin(twin);
    tell(tx, "accounting.twin_saved", {{"account", twin.ours, twin.theirs}});
    if (store.find().state == OutsideState::active) push_now(tx);
}

std::optional<Turn> begin_turn(WorkspaceTransaction& tx)
{
    OutsideStore store{tx};
    Turn turn{.outside = store.find(), .until = base::real_now() + turn_for};
    if (turn.outside.state != OutsideState::active) return {};
    if (!store.take_turn(base::real_now(), turn.until)) return {};
    return turn;
}

bool begin_push(WorkspaceTransaction& tx, Turn& turn, EntryId entry)
{
    OutsideStore store{tx};
    const auto until = base::real_now() + turn_for;
    if (!store.keep_turn(turn.until, until)) return false;
    turn.until = until;
    if (!store.find().sends_as(turn.outside)) return false;
    note_push(tx, turn.outside, {.entry = entry, .at = {}});
    return true;
}

void note_push(WorkspaceTransaction& tx, const Outside& outside, NewPush push)
{
    push.at = base::now();
    OutsideStore{tx}.save(outside, push);
    if (push.state != PushState::sending) events::touch(tx, "accounting_outside");
}

namespace
{

void note_end(WorkspaceTransaction& tx, Outside outside, const RoundEnd& end)
{
    if (end.failure && end.failure->trouble == BooksTrouble::bad_token) {
        outside.state = OutsideState::draft;
        outside.verified_at.reset();
        begin_failing(tx, outside, sentence_of(*end.failure));
        return save(tx, outside, "accounting.outside_refused");
    }
    const auto refused = OutsideStore{tx}.count_refused(outside);
    const auto why =
        end.failure   ? sentence_of(*end.failure)
        : refused > 0 ? i18n::t("accounting.outside.refusals", {{"count", i18n::number(refused)}})
                      : std::string{};
    if (why.empty() && outside.last_error.empty()) return;
    if (why.empty()) {
        stop_failing(tx, outside);
    } else {
        if (!outside.failing_since) outside.failing_since = base::now();
        const bool lasts = !outside.told_at && base::now() - *outside.failing_since >= told_after;
        outside.last_error = why;
        if (end.refused > 0 || lasts) begin_failing(tx, outside, why);
    }
    OutsideStore{tx}.save(outside);
    events::touch(tx, "accounting_outside");
}

} // namespace

void note_round(WorkspaceTransaction& tx, const Turn& turn, const RoundEnd& end,
                const jobs::Job& job)
{
    OutsideStore store{tx};
    store.keep_turn(turn.until, {});
    const auto outside = store.find();
    if (!outside.sends_as(turn.outside)) return;
    note_end(tx, outside, end);
    // A job that runs keeps its place: what follows it takes the other one.
    const bool is_second = job.payload == second_job;
    if (end.has_more)
        jobs::enqueue(tx, {.kind = push_job,
                           .payload = is_second ? "" : second_job,
                           .dedupe = is_second ? "outside" : second_job});
}

std::vector<TwinRow> twin_rows(WorkspaceTransaction& tx)
{
    const auto twins = OutsideStore{tx}.twins();
    std::vector<TwinRow> rows;
    const auto add = [&](const std::string& ours, const std::string& words) {
        if (std::ranges::find(rows, ours, &TwinRow::ours) != rows.end()) return;
        const auto twin = twins.find(ours);
        rows.push_back({ours, words, twin == twins.end() ? ours : twin->second});
    };
    for (const auto journal : {Journal::sales, Journal::bank, Journal::cash, Journal::other}) {
        const std::string code{code_of(journal)};
        add(code, i18n::t("accounting.outside.journal",
                          {{"journal", i18n::t("accounting.journal." + code)}}));
    }
    for (const auto& row : chart_rows(tx))
        if (is_of_sales(row.role)) add(row.account.number, row.words);
    return rows;
}

std::string sentence_of(const BooksFailure& failure)
{
    const auto words = failure.words.empty() ? std::to_string(failure.code) : failure.words;
    switch (failure.trouble) {
    case BooksTrouble::bad_token:
        return i18n::t("accounting.outside.error.token");
    case BooksTrouble::refused:
        return i18n::t("accounting.outside.error.refused", {{"words", words}});
    case BooksTrouble::later:
        break;
    }
    return failure.code == 0 ? i18n::t("accounting.outside.error.silent")
                             : i18n::t("accounting.outside.error.later", {{"words", words}});
}

Answered<Company> try_out(BooksConnector& connector)
{
    auto company = connector.company();
    if (std::holds_alternative<BooksFailure>(company)) return company;
    const auto journal = connector.journal(std::string{code_of(Journal::sales)});
    if (const auto* failure = std::get_if<BooksFailure>(&journal)) return *failure;
    const auto account = connector.account("411000");
    if (const auto* failure = std::get_if<BooksFailure>(&account)) return *failure;
    return company;
}

std::unique_ptr<BooksConnector> connector_of(const Outside& outside, tenancy::WorkspaceId workspace)
{
    const auto sealed = base::unbase64(outside.sealed_token);
    auto token = sealed ? secrets::installed_vault().open(*sealed, place_of(workspace.text()))
                        : std::optional<std::string>{};
    if (!token) throw std::runtime_error{"the token of the books outside does not open"};
    return pennylane(std::move(*token));
}

} // namespace accounting
