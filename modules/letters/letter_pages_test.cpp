#include "kernel/mail/attachment.hpp"
#include "modules/letters/letter_paper.hpp"
#include "modules/letters/letters_test_kit.hpp"

using namespace letters_test;

namespace
{

letters::LetterId id_at(const std::string& place)
{
    return *letters::LetterId::parse(place.substr(place.rfind('/') + 1));
}

Member client_of(Office& office, tenancy::ClientId client, const char* name)
{
    return office.world.add_member(
        office.firm,
        {.name = name, .role = "client", .side = tenancy::Side::portal, .client = client});
}

letters::LetterPaper paper_at(Office& office, const std::string& place, std::int64_t issue)
{
    return office.world.context(office.firm, office.lea.actor).read([&](WorkspaceTransaction& tx) {
        return letters::paper_from(
            letters::LetterStore{tx}.find_issue(id_at(place), issue).value().paper);
    });
}

} // namespace

TEST_CASE_ENGINES(
    "a letter begins with its model, is changed, and leaves with its paper and a mail")
{
    Office office{engine}; // QUO-035 QUO-036 JRN-46
    const auto place = office.start("simple", "Reprise du chantier");
    auto page = office.lea.browser.get(place);
    CHECK(holds(page, "LET-2026-0001"));
    auto typed = form_of(page);
    put(typed, "b3.words", "Objet : {objet}, pour {nom_client}");
    REQUIRE(office.lea.browser.post(place, typed).status == 303);
    CHECK(holds(office.lea.browser.get(place + "/envoi"), "Ce qui part"));
    CHECK(office.lea.browser.post(place + "/envoi", Office::sending("1")).status == 409);
    REQUIRE(office.lea.browser.post(place + "/envoi", Office::sending("2")).status == 303);
    office.world.run_jobs();

    const auto paper = paper_at(office, place, 1);
    CHECK(paper.content.blocks[2].words == "Objet : Reprise du chantier, pour Aurore Penhoat");
    CHECK(office.lea.browser.get(place + "/pdf").status == 200);
    page = office.lea.browser.get(place);
    CHECK(holds(page, "Version 1"));
    CHECK(holds(page, "aurore@penhoat.example"));
    const auto mails = office.mails();
    REQUIRE(mails.size() == 1);
    CHECK(mails[0].is_secret);
    const auto files =
        office.world.context(office.firm, tenancy::Actor::system())
            .read([&](WorkspaceTransaction& tx) { return mail::attached(tx, mails[0].id); });
    REQUIRE(files.size() == 1);
    CHECK(files[0].type == "application/pdf");
    CHECK(office.lea.browser.post(place, typed).status == 422); // it has left
}

TEST_CASE_ENGINES("a new version leaves what was sent as it was sent")
{
    Office office{engine}; // QUO-035
    const auto place = office.sent("simple", "Reprise");
    const auto first = paper_at(office, place, 1);
    CHECK(office.lea.browser.post(place + "/suppression", {{"version", "2"}}).status == 422);
    REQUIRE(office.lea.browser.post(place + "/version", {}).status == 303);
    auto typed = form_of(office.lea.browser.get(place));
    put(typed, "b3.words", "Objet : autre chose");
    REQUIRE(office.lea.browser.post(place, typed).status == 303);
    const auto version = value_of(form_of(office.lea.browser.get(place)), "version");
    REQUIRE(office.lea.browser.post(place + "/envoi", Office::sending(version, "hand")).status ==
            303);
    office.world.run_jobs();
    CHECK(letters::written(paper_at(office, place, 1)) == letters::written(first));
    CHECK(paper_at(office, place, 2).content.blocks[2].words == "Objet : autre chose");
    CHECK(office.lea.browser.get(place + "/pdf?version=1").status == 200);
    CHECK(office.lea.browser.get(place + "/pdf?version=2").status == 200);
    CHECK(office.lea.browser.get(place + "/pdf?version=3").status == 404);
    CHECK(office.mails().size() == 1); // the second was handed over
}

TEST_CASE_ENGINES("who may not write letters reads none, and a wrong address keeps what was typed")
{
    Office office{engine};
    const auto place = office.start("simple", "Reprise");
    CHECK(office.malik.browser.get(office.list).status == 403);
    CHECK(office.malik.browser.get(place).status == 403);
    auto sending = Office::sending("1");
    put(sending, "email", "pas une adresse");
    const auto refused = office.lea.browser.post(place + "/envoi", sending);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "value=\"pas une adresse\""));
    CHECK(holds(refused, "Bonne lecture."));
    CHECK(office.mails().empty());
    CHECK(office.lea.browser.post(place + "/suppression", {{"version", "1"}}).status == 303);
    CHECK(office.lea.browser.get(place).status == 404);
}

TEST_CASE_ENGINES("a contract is read in the portal of its client and signed as a quote is")
{
    Office office{engine}; // QUO-037 QUO-040 QUO-042 QUO-046
    auto aurore = client_of(office, office.aurore, "Aurore Penhoat");
    auto odile = client_of(office, office.odile, "Odile Bescond");
    const auto place = office.sent("service_contract", "Entretien annuel");
    const auto own = "/p/charpentes/courriers/" + id_at(place).text();
    const auto page = aurore.browser.get(own);
    CHECK(holds(page, "Entretien annuel"));
    CHECK(holds(page, own + "/signature"));
    CHECK(holds(office.lea.browser.get(place), "Ouvert par le client"));
    CHECK(odile.browser.get(own).status == 404);
    CHECK(odile.browser.get(own + "/pdf").status == 404);
    CHECK(holds(aurore.browser.get("/p/charpentes/courriers"), "Entretien annuel"));

    const auto form = aurore.browser.get(own + "/signature");
    std::smatch shown;
    REQUIRE(
        std::regex_search(form.body, shown, std::regex{"name=\"shown\" value=\"([0-9a-f]+)\""}));
    const Typed typed{{"signer_name", "Aurore Penhoat"},
                      {"how", "typed_name"},
                      {"agreed", "on"},
                      {"shown", shown[1]}};
    REQUIRE(aurore.browser.post(own + "/signature", typed).status == 303);
    office.world.run_jobs();
    CHECK(holds(aurore.browser.get(own), "Vous avez signé ce contrat"));
    CHECK(holds(office.lea.browser.get(place), "Signé par le client"));
    CHECK(aurore.browser.get(own + "/pdf").status == 200);
    CHECK(office.lea.browser.post(place + "/version", {}).status == 422);
    CHECK(office.mails().size() == 2); // the contract, and its signed copy
}

TEST_CASE_ENGINES("a contract that is written again is not signed any more")
{
    Office office{engine}; // QUO-046
    auto aurore = client_of(office, office.aurore, "Aurore Penhoat");
    const auto place = office.sent("service_contract", "Entretien annuel");
    const auto own = "/p/charpentes/courriers/" + id_at(place).text();
    REQUIRE(office.lea.browser.post(place + "/version", {}).status == 303);
    CHECK(aurore.browser.get(own + "/signature").status == 303);
    CHECK(holds(aurore.browser.get(own), "prépare une nouvelle version"));
}

TEST_CASE_ENGINES("the link of a mail opens that letter alone, for who has no account")
{
    Office office{engine}; // QUO-040
    office.sent("service_contract", "Entretien annuel");
    const auto mails = office.mails();
    REQUIRE(mails.size() == 1);
    std::smatch found;
    REQUIRE(
        std::regex_search(mails[0].text, found, std::regex{"(/p/charpentes/courrier/[\\w-]+)"}));
    auto visitor = office.world.visitor();
    const std::string link = found[1];
    CHECK(holds(visitor.get(link), "Entretien annuel"));
    CHECK(visitor.get(link + "/page").body.starts_with("\x89PNG"));
    CHECK(holds(visitor.get(link + "/signature"), "code"));
    CHECK(visitor.get(link.substr(0, link.size() - 2) + "xx").status == 404);
}
