#include "kernel/module.hpp"
#include "modules/notifications/invoice_listeners.hpp"
#include "modules/notifications/notifications.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;

namespace
{

guard::SubjectKind::Lines invoice_lines(WorkspaceTransaction& /*tx*/,
                                        const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    for (const auto id : ids)
        lines.emplace(id, guard::SubjectLine{.title = "Extension bois",
                                             .detail = "FACT-2026-0001",
                                             .path = "/factures/" + std::to_string(id)});
    return lines;
}

void describe_invoices(kernel::Module& module)
{
    module.subject({.kind = "invoice", .lines = invoice_lines});
}

/// Hervé and Lea may record payments, Malik may not.
struct Till {
    explicit Till(db::Engine engine)
        : world{engine, {{"notifications", notifications::describe}, {"bills", describe_invoices}}},
          firm{world.add_workspace("charpentes", "chantier")}, herve{world.add_member(
                                                                   firm, {.name = "Herve",
                                                                          .role = "admin"})},
          lea{world.add_member(firm, {.name = "Lea", .role = "admin"})},
          malik{world.add_member(firm, {.name = "Malik", .role = "employe"})}
    {
    }
    void record(invoices::PaymentKind kind)
    {
        world.context(firm, herve.actor).write([&](WorkspaceTransaction& tx) {
            notifications::on_payment_recorded(tx, {.payment = {7},
                                                    .invoice = {42},
                                                    .number = "FACT-2026-0001",
                                                    .client = {},
                                                    .kind = kind,
                                                    .amount = {20'000},
                                                    .received_on = {},
                                                    .means = invoices::PaymentMeans::transfer,
                                                    .provider = {},
                                                    .reference = {},
                                                    .balance = {},
                                                    .recorded_by = {}});
        });
    }
    bool is_told(test_world::Member& member)
    {
        const auto page = member.browser.get("/e/charpentes/notifications").body;
        return page.find("200,00\u00a0€") != std::string::npos;
    }

    test_world::World world;
    tenancy::Workspace firm;
    test_world::Member herve;
    test_world::Member lea;
    test_world::Member malik;
};

} // namespace

TEST_CASE_ENGINES("a payment is told to who may record payments, not to who recorded it") // INV-055
{
    Till till{engine};
    till.record(invoices::PaymentKind::payment);
    CHECK(till.is_told(till.lea));
    CHECK_FALSE(till.is_told(till.herve));
    CHECK_FALSE(till.is_told(till.malik));
}

TEST_CASE_ENGINES("money that goes back is not told as a payment") // INV-055
{
    Till till{engine};
    till.record(invoices::PaymentKind::refund);
    till.record(invoices::PaymentKind::rejection);
    CHECK_FALSE(till.is_told(till.lea));
}
