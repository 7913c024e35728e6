#include "kernel/mail/mail.hpp"
#include "kernel/module.hpp"
#include "modules/notifications/invoice_listeners.hpp"
#include "modules/notifications/notification_store.hpp"
#include "modules/notifications/notifications.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;

namespace
{

guard::SubjectKind::Lines invoice_lines(WorkspaceTransaction&, const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    for (const auto id : ids)
        lines.emplace(id, guard::SubjectLine{.title = "Fournil du Port",
                                             .detail = "FACT-2026-0001",
                                             .path = "/factures/" + std::to_string(id)});
    return lines;
}

void describe_invoices(kernel::Module& module)
{
    module.subject({.kind = "invoice", .lines = invoice_lines});
}

std::size_t rings_of(test_world::World& world, const tenancy::Workspace& firm,
                     const test_world::Member& member)
{
    return world.context(firm, member.actor).read([](WorkspaceTransaction& tx) {
        return notifications::NotificationStore{tx}.unread().size();
    });
}

} // namespace

TEST_CASE_ENGINES(
    "who administers is told, and written to, that an invoice was turned down") // INV-056
{
    test_world::World world{
        engine, {{"notifications", notifications::describe}, {"invoices", describe_invoices}}};
    const auto firm = world.add_workspace("charpentes", "chantier");
    auto lea = world.add_member(firm, {.name = "Lea", .role = "admin"});
    const auto aude = world.add_member(firm, {.name = "Aude", .role = "admin"});
    const auto malik = world.add_member(firm, {.name = "Malik", .role = "employe"});
    world.context(firm, tenancy::Actor::system()).write([](WorkspaceTransaction& tx) {
        notifications::on_issued_invoice_turned_down(
            tx, {.invoice = {42}, .number = "FACT-2026-0001", .code = "210", .words = "10 %"});
    });
    CHECK(rings_of(world, firm, lea) == 1);
    CHECK(rings_of(world, firm, aude) == 1);
    CHECK(rings_of(world, firm, malik) == 0);
    base::set_test_clock("+11m");
    CHECK(world.run_jobs() > 0);
    base::set_test_clock("+0s");
    const auto mails =
        world.context(firm, tenancy::Actor::system()).read([](WorkspaceTransaction& tx) {
            return mail::recent(tx);
        });
    CHECK(mails.size() == 2);
    const auto page = lea.browser.get("/e/charpentes/notifications");
    CHECK(page.body.find("Facture refusée ou rejetée") != std::string::npos);
}
