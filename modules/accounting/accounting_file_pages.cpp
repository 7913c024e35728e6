#include "kernel/base/refusal.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "modules/accounting/accounting_pages.hpp"
#include "modules/accounting/entry_actions.hpp"
#include "modules/accounting/fec.hpp"
#include "modules/accounting/fec_causes.hpp"
#include "modules/accounting/period_pages.hpp"
#include "modules/accounting/tables.hpp"

namespace accounting
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

http::Response file(std::string bytes, const char* type, const std::string& name)
{
    auto response = http::Response::text(std::move(bytes));
    response.headers.set("Content-Type", type);
    response.headers.set("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

/// Refuses "accounting.refusal.no_fec" with the first cause; the page lists them all.
FecHead whole_head(WorkspaceTransaction& tx)
{
    auto head = fec_head(tx);
    if (!head.causes.empty())
        throw base::Refusal{"accounting.refusal.no_fec", {{"cause", head.causes.front()}}};
    return head;
}

Charset charset_asked(const Call& call)
{
    return call.query("jeu") == "utf8" ? Charset::utf8 : Charset::latin9;
}

} // namespace

http::Response serve_fec(Call& call)
{
    guard::trace_reading(call, "accounting.fec_exported");
    const auto year = year_asked(call);
    const auto charset = charset_asked(call);
    std::string bytes;
    const auto head = call.context().read([&](WorkspaceTransaction& tx) {
        auto read = whole_head(tx);
        bytes.clear();
        FecWriter writer{charset, [&](std::string_view piece) { bytes += piece; }};
        each_entry(tx, {.first = year.first, .last = year.last},
                   [&](const Entry& entry) { writer.write(entry); });
        return read;
    });
    return file(std::move(bytes),
                charset == Charset::utf8 ? "text/plain; charset=utf-8"
                                         : "text/plain; charset=iso-8859-15",
                fec_name(*head.siren, year.last, ".txt"));
}

http::Response serve_fec_xml(Call& call)
{
    guard::trace_reading(call, "accounting.fec_exported");
    const auto year = year_asked(call);
    std::string bytes;
    const auto head = call.context().read([&](WorkspaceTransaction& tx) {
        auto read = whole_head(tx);
        bytes.clear();
        FecXmlWriter writer{year.last, [&](std::string_view piece) { bytes += piece; }};
        for (const auto journal :
             {Journal::purchases, Journal::bank, Journal::cash, Journal::other, Journal::sales})
            each_entry(tx, {.first = year.first, .last = year.last, .journal = journal},
                       [&](const Entry& entry) { writer.write(entry); });
        writer.finish();
        return read;
    });
    return file(std::move(bytes), "application/xml; charset=utf-8",
                fec_name(*head.siren, year.last, ".xml"));
}

http::Response serve_fec_note(Call& call)
{
    const auto year = year_asked(call);
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto head = whole_head(tx);
        std::int64_t lines = 0;
        each_entry(tx, {.first = year.first, .last = year.last},
                   [&](const Entry& entry) { lines += std::ssize(entry.lines); });
        return file(fec_note({.business = head.business,
                              .siren = *head.siren,
                              .first = year.first,
                              .closing = year.last,
                              .lines = lines}),
                    "text/plain; charset=utf-8",
                    fec_name(*head.siren, year.last, "-description.txt"));
    });
}

http::Response export_entries(Call& call)
{
    guard::trace_reading(call, "accounting.entries_exported");
    const auto period = period_asked(call);
    auto bytes =
        call.context().read([&](WorkspaceTransaction& tx) { return entries_csv(tx, period); });
    return file(std::move(bytes), "text/csv; charset=utf-8",
                "ecritures-" + call.context().workspace().slug + "-" + period.code + ".csv");
}

} // namespace accounting
