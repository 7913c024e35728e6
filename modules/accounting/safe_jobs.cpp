#include "modules/accounting/safe_jobs.hpp"

#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/written_file.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/month_copy.hpp"
#include "modules/accounting/safe_actions.hpp"

#include <chrono>

namespace accounting
{
namespace
{

using tenancy::Context;
using tenancy::WorkspaceTransaction;

/// A day, less what a round of housekeeping may come early.
constexpr std::chrono::hours retry_after{23};

base::Date first_of_month(base::Date today)
{
    const std::chrono::year_month_day day{today.day};
    return {std::chrono::sys_days{day.year() / day.month() / std::chrono::day{1}}};
}

std::variant<SafeSeen, SafeFailure> sent(const SafeClient& client, const CopyPiece& piece)
{
    if (!piece.paper) {
        const files::WrittenFile written{piece.text};
        return client.keep(piece.name,
                           {.file = written.path(), .sha256 = piece.sha256, .size = piece.bytes});
    }
    const auto copy = files::storage().fetch(*piece.paper);
    return client.keep(piece.name, {.file = *copy, .sha256 = piece.sha256, .size = piece.bytes});
}

/// Empty: all of it is there; else why not.
std::string send_pieces(Context& context, const Safe& safe, const MonthCopy& copy,
                        const std::string& month)
{
    const auto client = client_of(safe, context.workspace().id);
    for (const auto& piece : copy.pieces) {
        const bool is_there = context.read(
            [&](WorkspaceTransaction& tx) { return SafeStore{tx}.has(safe.place(), piece.name); });
        if (is_there) continue;
        const auto outcome = sent(client, piece);
        if (const auto* failure = std::get_if<SafeFailure>(&outcome)) return sentence_of(*failure);
        context.write([&](WorkspaceTransaction& tx) {
            note_kept(tx, {.id = {},
                           .place = safe.place(),
                           .month = month,
                           .name = piece.name,
                           .sha256 = piece.sha256,
                           .bytes = piece.bytes,
                           .etag = std::get<SafeSeen>(outcome).etag,
                           .sent_at = {}});
        });
    }
    return {};
}

/// Empty, or why it is not there whole.
std::string send_month(Context& context, const Safe& safe, const std::string& code)
{
    const auto month = read_period(code);
    if (!month) return {};
    const auto copy = context.read([&](WorkspaceTransaction& tx) { return copy_of(tx, *month); });
    if (!copy.hindrance.empty()) return copy.hindrance;
    if (auto why = send_pieces(context, safe, copy, code); !why.empty()) return why;
    std::int64_t bytes = 0;
    for (const auto& piece : copy.pieces)
        bytes += piece.bytes;
    context.write([&](WorkspaceTransaction& tx) {
        note_month(tx, {.id = {},
                        .place = safe.place(),
                        .month = code,
                        .entries = copy.entries,
                        .objects = std::ssize(copy.pieces),
                        .bytes = bytes,
                        .sent_at = {}});
    });
    return {};
}

bool is_due(WorkspaceTransaction& tx, base::Instant now)
{
    const auto safe = SafeStore{tx}.find();
    if (safe.state != SafeState::active) return false;
    if (safe.failed_at && *safe.failed_at > now - retry_after) return false;
    const auto today = base::date_in(now, tx.workspace().time_zone);
    return !SafeStore{tx}.due_months(safe.place(), first_of_month(today)).empty();
}

} // namespace

void run_copying(Context& context, const jobs::Job& /*job*/)
{
    const auto before = first_of_month(context.today());
    const auto safe = context.read([](WorkspaceTransaction& tx) { return SafeStore{tx}.find(); });
    if (safe.state != SafeState::active) return;
    const auto months = context.read(
        [&](WorkspaceTransaction& tx) { return SafeStore{tx}.due_months(safe.place(), before); });
    for (const auto& month : months)
        if (const auto why = send_month(context, safe, month); !why.empty()) {
            context.write([&](WorkspaceTransaction& tx) { note_failure(tx, why); });
            return;
        }
}

void plan_copies(db::Database& database, base::Instant now)
{
    tenancy::Platform platform{database};
    for (const auto& workspace : platform.read(auth::every_workspace)) {
        Context context{database, workspace, tenancy::Actor::system()};
        if (context.read([&](WorkspaceTransaction& tx) { return is_due(tx, now); }))
            context.write([](WorkspaceTransaction& tx) { send_copies_now(tx); });
    }
}

} // namespace accounting
