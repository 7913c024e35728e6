#include "modules/crm/client.hpp"

#include <doctest.h>

using namespace crm;

TEST_CASE("a client needs a name and one way to be reached") // CRM-001
{
    Client client;
    CHECK(missing_in(client) == Missing::name);

    client.company_name = "Armor Courants Faibles";
    CHECK(missing_in(client) == Missing::contact);

    SUBCASE("an e-mail is enough")
    {
        client.email = "contact@armor-courants.example";
    }
    SUBCASE("a telephone is enough")
    {
        client.phone = "0261910020";
    }
    SUBCASE("an address is enough")
    {
        client.billing_address = "8 rue des Forges";
    }
    CHECK(missing_in(client) == Missing::nothing);
}

TEST_CASE("a person is shown by first and last name, a company by its own")
{
    Client client{.kind = ClientKind::person, .first_name = "Malo", .last_name = "Kervella"};
    CHECK(shown_name(client) == "Malo Kervella");

    client.company_name = "Kervella Alarmes";
    CHECK(shown_name(client) == "Kervella Alarmes");
}

TEST_CASE("the search key of a client forgets case and accents")
{
    Client client{.company_name = "Électricité des Abers"};
    name_client(client);

    CHECK(client.search_key == "electricite des abers");
}

TEST_CASE("a registered name is split at its first space")
{
    CHECK(split_name("Malo Kervella").first == "Malo");
    CHECK(split_name("Anne Le Goff").last == "Le Goff");
    CHECK(split_name("Kervella").first.empty());
    CHECK(split_name("Kervella").last == "Kervella");
}
