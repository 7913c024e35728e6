#include "modules/ledger/closing_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/ledger/append_actions.hpp"
#include "modules/ledger/archive.hpp"
#include "modules/ledger/closing_paper.hpp"
#include "modules/ledger/closing_views.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/ledger/ledger_store.hpp"
#include "modules/ledger/trace_actions.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace ledger
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::size_t page_rows = 50;
constexpr const char* list_path = "/clotures";
constexpr std::int64_t after_every_record = std::numeric_limits<std::int64_t>::max();

html::Url path_of(const Call& call, const std::string& end)
{
    return html::checked_local(call.in_workspace(list_path) + end);
}

/// 0 for what is no number.
std::int64_t number_in(std::string_view text)
{
    std::int64_t number = 0;
    const auto* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end && number > 0 ? number : 0;
}

Record closing_here(Call& call)
{
    const auto seq = number_in(call.path("closing"));
    const auto record =
        call.context().read([&](WorkspaceTransaction& tx) { return LedgerStore{tx}.by_seq(seq); });
    if (!record || record->family != closing_family) throw base::NotFound{};
    return *record;
}

ChainState state_of(const std::optional<Check>& check, const std::string& zone)
{
    if (!check) return {};
    return {.when = i18n::date_and_time(check->at, zone),
            .checked = i18n::number(check->checked),
            .wrong = check->broken_seq == 0 ? std::string{}
                                            : t("ledger.wrong." + check->wrong,
                                                {{"record", i18n::number(check->broken_seq)}})};
}

ClosingView view_of(const Call& call, const Record& record)
{
    const auto path = "/" + std::to_string(record.seq);
    return {.closing = closing_from(record.payload),
            .closed_at = i18n::date_and_time(record.at, call.context().workspace().time_zone),
            .signature = record.signature,
            .key = record.key,
            .paper = path_of(call, path + "/pdf"),
            .archive = path_of(call, path + "/archive"),
            .may_export = call.may("ledger.export")};
}

http::Response served(std::string bytes, const std::string& type, const std::string& disposition)
{
    auto response = http::Response::text(std::move(bytes));
    response.headers.set("Content-Type", type);
    response.headers.set("Content-Disposition", disposition);
    return response;
}

std::string file_name(const Closing& closing, const char* key)
{
    return t(key, {{"from", closing.span.first.text()}, {"to", closing.span.last.text()}});
}

} // namespace

http::Response list_closings(Call& call)
{
    const auto before = number_in(call.query("avant"));
    const auto& zone = call.context().workspace().time_zone;
    ClosingsView view{.lines = {},
                      .state = {},
                      .verify = path_of(call, "/verification"),
                      .guard = guard::form_guard(call),
                      .first = {},
                      .next = {}};
    if (before > 0) view.first = path_of(call, "");
    std::vector<Record> records;
    call.context().read([&](WorkspaceTransaction& tx) {
        LedgerStore store{tx};
        records = store.closings_before(before > 0 ? before : after_every_record, page_rows + 1);
        view.state = state_of(store.last_check(), zone);
    });
    if (records.size() > page_rows) {
        records.pop_back();
        view.next = path_of(call, "").with("avant", std::to_string(records.back().seq));
    }
    for (const auto& record : records)
        view.lines.push_back({.closing = closing_from(record.payload),
                              .to = path_of(call, "/" + std::to_string(record.seq))});
    return guard::render(call,
                         guard::Page{.title = t("ledger.title"), .body = closings_page(view)});
}

http::Response create_verification(Call& call)
{
    const auto verdict =
        verify_and_record(call.context(), heads_in(call.site().configuration().seals));
    call.context().write([&](WorkspaceTransaction& tx) { trace_verification(tx, verdict); });
    return call.redirect(path_of(call, "").text(),
                         verdict.is_intact() ? "ledger.notice.intact" : "ledger.notice.broken");
}

http::Response show_closing(Call& call)
{
    const auto view = view_of(call, closing_here(call));
    const auto title = name_of(view.closing);
    return guard::render(call,
                         guard::Page{.title = title,
                                     .body = closing_page(view),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{t("ledger.title"), path_of(call, "")}, {title, {}}})});
}

http::Response print_closing(Call& call)
{
    const auto record = closing_here(call);
    const auto view = view_of(call, record);
    return served(
        closing_pdf(view, call.context().workspace().name, record.at), "application/pdf",
        files::content_disposition("inline", file_name(view.closing, "ledger.file.paper")));
}

http::Response serve_archive(Call& call)
{
    const auto record = closing_here(call);
    const auto closing = closing_from(record.payload);
    const auto count = closing.last_seq - closing.first_seq + 1;
    base::refuse_unless(count <= static_cast<std::int64_t>(archive_records_max),
                        "ledger.refusal.too_many");
    const auto& workspace = call.context().workspace();
    Archive archive{.business = workspace.name,
                    .workspace = workspace.id.value,
                    .closing = closing,
                    .closing_record = record,
                    .records = {},
                    .made_at = call.context().now()};
    archive.records = call.context().read([&](WorkspaceTransaction& tx) {
        return LedgerStore{tx}.after(closing.first_seq - 1, std::max<std::int64_t>(count, 0));
    });
    call.context().write(
        [&](WorkspaceTransaction& tx) { trace_archive(tx, record.seq, name_of(closing)); });
    return served(
        archive_of(archive, ledger_key()), "application/x-ndjson",
        files::content_disposition("attachment", file_name(closing, "ledger.file.archive")));
}

} // namespace ledger
