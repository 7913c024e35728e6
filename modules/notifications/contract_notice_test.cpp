#include "kernel/base/clock.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/module.hpp"
#include "modules/notifications/letter_listeners.hpp"
#include "modules/notifications/notifications.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;

namespace
{

guard::SubjectKind::Lines letter_lines(WorkspaceTransaction& /*tx*/,
                                       const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    for (const auto id : ids)
        lines.emplace(id, guard::SubjectLine{.title = "Entretien annuel",
                                             .detail = "CONTRAT-2026-0001",
                                             .path = "/courriers/" + std::to_string(id)});
    return lines;
}

void describe_letters(kernel::Module& module)
{
    module.subject({.kind = "letter", .lines = letter_lines});
}

/// Léa sends contracts, Hervé leads, Malik is an employee.
struct Desk {
    explicit Desk(db::Engine engine, const char* preset = "chantier")
        : world{engine,
                {{"notifications", notifications::describe}, {"contracts", describe_letters}}},
          firm{world.add_workspace("charpentes", preset)}, herve{world.add_member(
                                                               firm,
                                                               {.name = "Herve", .role = "admin"})},
          lea{world.add_member(firm, {.name = "Lea", .role = "admin"})}
    {
    }
    void sign(tenancy::MembershipId sender)
    {
        world.context(firm, tenancy::Actor::system()).write([&](WorkspaceTransaction& tx) {
            notifications::on_contract_signed(tx, {.letter = {42}, .client = {}, .sender = sender});
        });
        base::set_test_clock("+11m"); // a mail waits for what else happens to the same thing
        world.run_jobs();
        base::set_test_clock("+0s");
    }
    static bool is_told(test_world::Member& member)
    {
        const auto page = member.browser.get("/e/charpentes/notifications").body;
        return page.find("Le client a signé le contrat") != std::string::npos &&
               page.find("Entretien annuel") != std::string::npos;
    }

    test_world::World world;
    tenancy::Workspace firm;
    test_world::Member herve;
    test_world::Member lea;
};

} // namespace

TEST_CASE_ENGINES("who sent a contract is told that it was signed, here and by mail, nobody else")
{
    Desk desk{engine}; // QUO-037 NTF-003
    desk.sign(desk.lea.membership);
    CHECK(Desk::is_told(desk.lea));
    CHECK_FALSE(Desk::is_told(desk.herve));
    const auto mails =
        desk.world.context(desk.firm, tenancy::Actor::system()).read([](WorkspaceTransaction& tx) {
            return mail::recent(tx);
        });
    REQUIRE(mails.size() == 1);
    CHECK(mails.front().text.find("a signé le contrat") != std::string::npos);
    CHECK(mails.front().text.find("/courriers/42") != std::string::npos);
}

TEST_CASE_ENGINES("a manager who sent a contract is told too, administrators of one who left")
{
    Desk desk{engine, "depannage-informatique"}; // QUO-037 NTF-001
    auto ines = desk.world.add_member(desk.firm, {.name = "Ines", .role = "gestionnaire"});
    desk.sign(ines.membership);
    CHECK(Desk::is_told(ines));
    CHECK_FALSE(Desk::is_told(desk.lea));
    desk.sign({});
    CHECK(Desk::is_told(desk.lea));
    CHECK(Desk::is_told(desk.herve));
}
