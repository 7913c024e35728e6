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

bool is_told(test_world::Member& member)
{
    const auto page = member.browser.get("/e/charpentes/notifications").body;
    return page.find("Le client a signé la facture") != std::string::npos &&
           page.find("Extension bois") != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES("who issued an invoice is told that it was signed, administrators when he left")
{
    for (const char* preset : {"chantier", "depannage-informatique"}) { // QUO-045 NTF-003
        test_world::World world{
            engine, {{"notifications", notifications::describe}, {"invoicing", describe_invoices}}};
        const auto firm = world.add_workspace("charpentes", preset);
        auto herve = world.add_member(firm, {.name = "Herve", .role = "admin"});
        auto lea = world.add_member(firm, {.name = "Lea", .role = "admin"});
        const auto sign = [&](tenancy::MembershipId issued_by) {
            world.context(firm, tenancy::Actor::system()).write([&](WorkspaceTransaction& tx) {
                notifications::on_invoice_signed(
                    tx, {.invoice = {42}, .client = {}, .issued_by = issued_by});
            });
        };
        sign(lea.membership);
        CHECK(is_told(lea));
        CHECK_FALSE(is_told(herve));
        sign({});
        CHECK(is_told(herve));
    }
}
