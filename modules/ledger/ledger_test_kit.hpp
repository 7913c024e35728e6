#pragma once

#include "kernel/secrets/installed.hpp"
#include "modules/ledger/append_actions.hpp"
#include "modules/ledger/closing_actions.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/ledger/ledger_store.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <string>
#include <vector>

/// For the tests of this folder: chains of two businesses, written on days of their own, and who
/// tampers with them.
namespace ledger_test
{

using tenancy::WorkspaceTransaction;

inline const tenancy::Workspace vigie{
    .id = {7}, .slug = "vigie", .name = "Vigie", .time_zone = "Europe/Paris"};
inline const tenancy::Workspace other{
    .id = {8}, .slug = "autre", .name = "Autre", .time_zone = "Europe/Paris"};

inline base::Date date(std::string_view text)
{
    return base::Date::parse(text).value();
}

inline ledger::Event invoice(std::string number, std::int64_t net, base::Date dated)
{
    const base::Cents tax{net / 5};
    return {
        .kind = ledger::EventKind::invoice_issued,
        .number = std::move(number),
        .dated = dated,
        .taxes =
            {{.category = "standard", .code = "TVA", .rate = {200'000}, .base = {net}, .tax = tax}},
        .total = base::Cents{net} + tax,
        .client_name = "Odile Bescond",
        .client_post_code = "56100"};
}

inline ledger::Event payment(std::string number, std::int64_t amount, base::Date dated,
                             std::string mode = "card")
{
    return {.kind = ledger::EventKind::payment_recorded,
            .number = std::move(number),
            .dated = dated,
            .total = {amount},
            .client_name = "Odile Bescond",
            .client_post_code = "56100",
            .mode = std::move(mode)};
}

class Books
{
  public:
    explicit Books(db::Engine engine) : fresh_(test_support::fresh_database(engine))
    {
        secrets::install(vault_);
        fresh_->database(); // opened before any thread
        at("2026-11-20T09:00:00Z");
    }
    ~Books() { base::set_test_clock("+0s"); }
    Books(const Books&) = delete;
    Books& operator=(const Books&) = delete;

    void at(const std::string& moment) { base::set_test_clock(moment); }
    db::Database& database() { return fresh_->database(); }
    tenancy::Context context(const tenancy::Workspace& workspace = vigie)
    {
        return {database(), workspace, {.person = {3}, .membership = {5}, .name = "Yann"}};
    }
    void append(const ledger::Event& event, const tenancy::Workspace& workspace = vigie)
    {
        context(workspace).write([&](WorkspaceTransaction& tx) { ledger::append(tx, event); });
    }
    int close()
    {
        auto all = context();
        return ledger::close_due(all);
    }
    std::vector<ledger::Record> records(const tenancy::Workspace& workspace = vigie)
    {
        return context(workspace).read(
            [](WorkspaceTransaction& tx) { return ledger::LedgerStore{tx}.after(0, 10'000); });
    }
    std::vector<ledger::Closing> closings(ledger::Period period)
    {
        std::vector<ledger::Closing> all;
        for (const auto& record : records())
            if (record.kind == ledger::kind_of(period))
                all.push_back(ledger::closing_from(record.payload));
        return all;
    }
    ledger::Verdict verdict(const tenancy::Workspace& workspace = vigie)
    {
        return ledger::verify(context(workspace), heads());
    }
    std::filesystem::path heads() const { return folder_.path() / "heads"; }
    const test_support::FreshDatabase& fresh() const { return *fresh_; }

    /// As the owner of the database who leaves the triggers alone.
    void as_owner(const std::string& sql) { test_support::run_as_owner(*fresh_, sql); }
    /// As one who takes them away first.
    void tamper(const std::string& sql)
    {
        const bool is_sqlite = database().engine() == db::Engine::Sqlite;
        as_owner((is_sqlite ? "DROP TRIGGER IF EXISTS ledger_event_never_changes;"
                              "DROP TRIGGER IF EXISTS ledger_event_never_goes;"
                            : "SET session_replication_role = replica;") +
                 sql);
    }
    /// A year's end with two businesses: 3 days, 2 months and a year closed.
    void fill()
    {
        for (const std::string day : {"2026-11-20", "2026-11-21", "2026-12-31"}) {
            at(day + "T09:00:00Z");
            for (int nth = 1; nth <= 2; ++nth) {
                const auto number = "F-" + day + "-" + std::to_string(nth);
                append(invoice(number, 10'000 * nth, date(day)));
                append(payment(number, 12'000 * nth, date(day)));
                append(invoice(number, 1'000, date(day)), other);
            }
        }
        at("2027-01-01T09:00:00Z");
        close();
    }

  private:
    std::unique_ptr<test_support::FreshDatabase> fresh_;
    test_support::TemporaryFolder folder_;
    secrets::Vault vault_{{secrets::Key{std::string(32, 'k')}}};
};

} // namespace ledger_test
