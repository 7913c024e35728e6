#include "modules/sale_documents/parties.hpp"

#include <doctest.h>

using namespace sale_documents;

TEST_CASE("who writes to whom is frozen and read again as it was")
{ // QUO-020
    const Parties parties{
        .business = {.legal_name = "Charpentes « du Ponant »\nSARL", .city = "Lorient"},
        .client = {.name = "Ferronnerie Le Bihan",
                   .contact = "Rose \"Le\" Bihan",
                   .lines = {"3 rue des Dunes", "56470 La Trinité-sur-Mer"}}};
    const auto read = parties_from(frozen(parties));
    CHECK(read.business.legal_name == parties.business.legal_name);
    CHECK(read.business.city == "Lorient");
    CHECK(read.client.contact == parties.client.contact);
    CHECK(read.client.lines == parties.client.lines);
    CHECK(frozen(read) == frozen(parties));
}

TEST_CASE("what was frozen before a number was asked is read without it")
{
    auto text = frozen(
        {.business = {.legal_name = "Atelier", .tps_number = "123456782RT0001"}, .client = {}});
    CHECK(parties_from(text).business.tps_number == "123456782RT0001");
    for (const std::string later :
         {R"("neq":"",)", R"("tps_number":"123456782RT0001",)", R"("tvq_number":"",)"}) {
        REQUIRE(text.find(later) != std::string::npos);
        text.erase(text.find(later), later.size());
    }
    CHECK(parties_from(text).business.legal_name == "Atelier");
    CHECK(parties_from(text).business.tps_number.empty());
}
