#include "modules/tickets/action_test_kit.hpp"
#include "modules/tickets/attachment.hpp"
#include "modules/tickets/mention.hpp"

using namespace tickets;
using namespace tickets::test_kit;

namespace
{

constexpr tenancy::MembershipId goulven_id{7};
constexpr tenancy::MembershipId soizic_id{8};
constexpr tenancy::MembershipId other_soizic_id{9};
constexpr tenancy::MembershipId bihan_id{10};

const std::vector<Mentionable> team{{goulven_id, "Goulven Tréguer"},
                                    {soizic_id, "Soizic Madec"},
                                    {other_soizic_id, "Soizic L’Hostis"},
                                    {bihan_id, "Anne-Marie Le Bihan"}};

using People = std::vector<tenancy::MembershipId>;

} // namespace

TEST_CASE("a mention is « @ » and a name of the team, written as one can") // TKT-016
{
    const auto found =
        mentions_in("@goulven, vois (@ANNE-MARIE LE BIHAN) et @Soizic L’Hostis.", team);
    CHECK(found.people == People{goulven_id, bihan_id, other_soizic_id});
    CHECK(found.body == "@Goulven Tréguer, vois (@Anne-Marie Le Bihan) et @Soizic L’Hostis.");
    CHECK(mentions_in("@treguer @Goulven Treguer", team).people == People{goulven_id});
    CHECK(mentions_in(found.body, team).body == found.body);
}

TEST_CASE("what two bear, an e-mail address and an unknown name stay as they were typed") // TKT-016
{
    for (const char* body : {"@Soizic, tu regardes ?", "goulven@vigie.example", "prenom.@Goulven",
                             "@Malo", "@", "@ Goulven", "12 @ 3 €", "@«Goulven»"}) {
        CAPTURE(body);
        CHECK(mentions_in(body, team).people.empty());
        CHECK(mentions_in(body, team).body == body);
    }
}

TEST_CASE("a mention is shown in bold, whatever Markdown would make of the name") // TKT-016
{
    CHECK(with_bold_mentions("Vois @Goulven !", team) == "Vois **@Goulven Tréguer** !");
    CHECK(with_bold_mentions("@L_B", {{soizic_id, "L_B"}}) == "**@L\\_B**");
}

TEST_CASE("one text mentions twenty people, not more") // TKT-016
{
    std::vector<Mentionable> crowd;
    std::string body;
    for (std::int64_t number = 1; number <= 30; ++number) {
        crowd.push_back({{number}, "Membre" + std::to_string(number)});
        body += "@Membre" + std::to_string(number) + " ";
    }
    CHECK(mentions_in(body, crowd).people.size() == mentions_max);
}

TEST_CASE_ENGINES("a mention tells the colleague, and gives no access") // TKT-016
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    auto soizic = desk.soizic();
    const auto ticket = desk.open(malo);
    const auto before = desk.mails_to("Soizic").size();
    goulven.write([&](WorkspaceTransaction& tx) {
        write_note(tx, ticket.number, "@soizic, le client ment. @Goulven s’en occupe.");
    });

    CHECK(desk.mails_to("Soizic").back() == "Goulven vous mentionne dans " + ticket.number);
    CHECK(desk.mails_to("Soizic").size() == before + 1);
    desk.house().read([&](WorkspaceTransaction& tx) {
        for (const auto& message : mail::recent(tx)) // the words of a note leave in no mail
            CHECK(message.text.find("le client ment") == std::string::npos);
        CHECK(TicketStore{tx}.shares(ticket.id).empty());
        CHECK_FALSE(may_open_files(soizic.actor(), ticket, TicketStore{tx}.shares(ticket.id)));
        CHECK(NoteStore{tx}.of_ticket(ticket.id).back().body ==
              "@Soizic, le client ment. @Goulven s’en occupe.");
    });
    CHECK_FALSE(now(desk, ticket).assignee_id);
}

TEST_CASE_ENGINES("a correction tells those it mentions first, and nobody twice") // TKT-015 TKT-016
{
    Desk desk{engine};
    auto malo = desk.malo();
    auto goulven = desk.goulven();
    desk.soizic();
    desk.maiwenn();
    const auto ticket = desk.open(malo);
    const auto reply = goulven.write([&](WorkspaceTransaction& tx) {
        return write_message(tx, ticket.number, "@Soizic regarde avec vous.");
    });
    const auto told = [&](const char* name) { return desk.mails_to(name).back(); };
    const auto soizic_had = desk.mails_to("Soizic").size();
    CHECK(told("Soizic") == "Goulven vous mentionne dans " + ticket.number);
    goulven.write([&](WorkspaceTransaction& tx) {
        correct_message(tx, ticket.number, reply.id, "@Soizic et @maiwenn regardent avec vous.");
    });

    CHECK(desk.mails_to("Soizic").size() == soizic_had);
    CHECK(told("Maiwenn") == "Goulven vous mentionne dans " + ticket.number);
}

TEST_CASE_ENGINES("a client mentions nobody") // TKT-016
{
    Desk desk{engine};
    auto malo = desk.malo();
    desk.goulven();
    const auto ticket = desk.open(malo);
    CHECK(say(malo, ticket, "@goulven, vous êtes là ?") == "done");
    CHECK(desk.mails_to("Goulven").back() != "Malo vous mentionne dans " + ticket.number);
    malo.read([&](WorkspaceTransaction& tx) {
        CHECK(MessageStore{tx}.of_ticket(ticket.id).back().body == "@goulven, vous êtes là ?");
    });
}
