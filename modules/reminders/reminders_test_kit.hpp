#pragma once

#include "modules/invoices/page_test_kit.hpp"
#include "modules/reminders/reminders.hpp"
#include "tests/support/database.hpp"

#include <fstream>

/// What the tests of reminders share; included by tests only.
namespace reminders_test
{

using invoices_test::holds;
using invoices_test::id_of;
using invoices_test::issued;
using invoices_test::issuing;
using invoices_test::Office;
using invoices_test::priced_draft;
using invoices_test::Typed;
using tenancy::WorkspaceTransaction;

inline const std::string schedule_page = "/e/charpentes/reglages/relances";

/// Noon in Paris on Monday the first of June 2026; the clock is in a file. Invoices are due in
/// thirty days: on Wednesday the first of July.
struct June {
    explicit June(db::Engine engine) : office(engine, {{"reminders", reminders::describe}})
    {
        set("2026-06-01T10:00:00Z");
        base::set_test_clock("@" + (folder.path() / "clock").string());
    }
    ~June() { base::set_test_clock("+0s"); }
    June(const June&) = delete;
    June& operator=(const June&) = delete;

    void set(const std::string& at) { std::ofstream{folder.path() / "clock"} << at; }
    void switch_on(bool with_backlog = false)
    {
        Typed typed{{"is_on", "on"}, {"first", "1"}, {"second", "7"}, {"third", "14"}};
        if (with_backlog) typed.emplace_back("backlog", "on");
        REQUIRE(office.lea.browser.post(schedule_page, typed).status == 303);
    }
    std::vector<mail::StoredMessage> reminders()
    {
        auto all = office.world.context(office.firm, tenancy::Actor::system())
                       .read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
        std::erase_if(all,
                      [](const auto& one) { return !one.template_name.starts_with("reminders."); });
        return all;
    }
    /// Reminders written at that moment and not before.
    std::size_t sent_at(const std::string& at)
    {
        const auto before = reminders().size();
        set(at);
        office.world.run_jobs();
        office.world.run_jobs();
        return reminders().size() - before;
    }
    bool says(const std::string& place, std::string_view words)
    {
        return holds(office.lea.browser.get(place), words);
    }
    void pay(const std::string& place, const std::string& amount, const std::string& on)
    {
        REQUIRE(office.lea.browser
                    .post(place + "/paiements",
                          {{"amount", amount}, {"received_on", on}, {"means", "transfer"}})
                    .status == 303);
    }

    test_support::TemporaryFolder folder;
    Office office;
};

} // namespace reminders_test
