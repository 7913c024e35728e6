#include "modules/letters/letters_test_kit.hpp"
#include "modules/projects/projects.hpp"

using namespace letters_test;

namespace
{

constexpr const char* sentence = "n’est pas à ce client";

std::string add_project(Office& office, const std::string& name, tenancy::ClientId client)
{
    return office.world.context(office.firm, office.lea.actor).write([&](WorkspaceTransaction& tx) {
        const auto id = projects::add_project(tx, {.name = name});
        projects::assign_client(tx, id, client);
        return id.text();
    });
}

} // namespace

TEST_CASE_ENGINES("a letter begins about a worksite of its client only")
{
    Office office{engine}; // QUO-036
    const auto his = add_project(office, "Grange de Kervignac", office.aurore);
    const auto hers = add_project(office, "Villa des Embruns", office.odile);
    const auto blank =
        office.lea.browser.get(office.list + "/nouveau?client=" + office.aurore.text());
    CHECK(holds(blank, "Grange de Kervignac"));
    CHECK_FALSE(holds(blank, "Villa des Embruns"));

    Typed typed{{"client", office.aurore.text()},
                {"model", "simple"},
                {"project", hers},
                {"title", "Reprise"}};
    const auto refused = office.lea.browser.post(office.list, typed);
    CHECK(refused.status == 422);
    CHECK(holds(refused, sentence));
    CHECK(holds(refused, "value=\"Reprise\""));
    CHECK(holds(refused, "<option value=\"" + hers + "\" selected"));
    CHECK_FALSE(holds(office.lea.browser.get(office.list), "Reprise"));
    put(typed, "project", his);
    CHECK(office.lea.browser.post(office.list, typed).status == 303);
}

TEST_CASE_ENGINES("a draft is moved to a worksite of its client only, and keeps the one it has")
{
    Office office{engine}; // QUO-036
    const auto his = add_project(office, "Grange de Kervignac", office.aurore);
    const auto hers = add_project(office, "Villa des Embruns", office.odile);
    const auto place = office.start("simple", "Reprise");
    auto page = office.lea.browser.get(place);
    CHECK_FALSE(holds(page, "Villa des Embruns"));
    auto typed = form_of(page);
    put(typed, "project", hers);
    put(typed, "b3.words", "Objet : à garder");
    const auto refused = office.lea.browser.post(place, typed);
    CHECK(refused.status == 422);
    CHECK(holds(refused, sentence));
    CHECK(holds(refused, "Objet : à garder"));
    put(typed, "project", his);
    REQUIRE(office.lea.browser.post(place, typed).status == 303);

    office.world.context(office.firm, office.lea.actor).write([&](WorkspaceTransaction& tx) {
        auto letter = letters::letter_by_id(
            tx, *letters::LetterId::parse(place.substr(place.rfind('/') + 1)));
        letter.project_id =
            projects::ProjectId::parse(hers)->value; // as it was before it was asked
        REQUIRE(letters::LetterStore{tx}.update(letter));
    });
    page = office.lea.browser.get(place);
    CHECK(holds(page, "Villa des Embruns"));
    CHECK(office.lea.browser.post(place, form_of(page)).status == 303);
}
