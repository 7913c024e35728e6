#include "kernel/presets/changes.hpp"

#include <doctest.h>

using namespace presets;

namespace
{

const Workflow& original()
{
    return find("support-technique").workflow("ticket");
}

State state(const char* code, Anchor anchor)
{
    State made;
    made.code = code;
    made.anchor = anchor;
    made.label = made.client_label = "Chez \"eux\"";
    made.tone = "amber";
    return made;
}

std::vector<std::string> codes_of(const Workflow& workflow)
{
    std::vector<std::string> codes;
    for (const auto& one : workflow.states)
        codes.push_back(one.code);
    return codes;
}

} // namespace

TEST_CASE("no difference is an empty text and the preset itself")
{
    CHECK(text_of({}).empty());
    CHECK(with_changes("support-technique", "").preset.word("ticket").singular == "ticket");
}

TEST_CASE("differences come back as they were written") // PLT-015
{
    Changes changes;
    changes.words["ticket"] = {"intervention", "interventions", Gender::feminine};
    changes.portal_words["ticket"] = {"demande \\ \"vue\"", "demandes", Gender::feminine};
    auto& own = changes.workflows["ticket"];
    own.states = {state("atelier", Anchor::postponed)};
    own.states[0].client_help = "Une phrase.";
    own.states[0].is_read_only = true;
    own.order = {"atelier", "nouveau"};
    own.allowed = {{"en_cours", "atelier"}};
    own.refused = {{"resolu", "en_cours"}};
    const auto text = text_of(changes);
    const auto again = read_changes(text);
    CHECK(text_of(again) == text);
    CHECK(again.portal_words.at("ticket").singular == "demande \\ \"vue\"");
    CHECK(again.workflows.at("ticket").states[0].is_read_only);
    CHECK(again.workflows.at("ticket").refused == own.refused);
}

TEST_CASE("a renamed state keeps its code and its anchor, so that rules and history still hold")
{
    auto renamed = *find_state(original(), "en_cours");
    renamed.label = "À l’atelier";
    renamed.anchor = Anchor::closed;
    const auto workflow = changed(original(), {.states = {renamed}});
    CHECK(find_state(workflow, "en_cours")->label == "À l’atelier");
    CHECK(find_state(workflow, "en_cours")->anchor == Anchor::active);
    CHECK(problems_of(workflow).empty());
}

TEST_CASE("states stand in the order asked for, those it does not name after")
{
    const auto workflow = changed(original(), {.order = {"cloture", "nouveau"}});
    CHECK(codes_of(workflow) == std::vector<std::string>{"cloture", "nouveau", "pris_en_charge",
                                                         "en_cours", "attente_client", "resolu"});
}

TEST_CASE("a state of one's own is reached and left by moves of the team")
{
    const auto workflow =
        changed(original(), {.states = {state("atelier", Anchor::waiting_client)},
                             .allowed = {{"en_cours", "atelier"}, {"atelier", "en_cours"}}});
    CHECK(problems_of(workflow).empty());
    REQUIRE(moves_from(workflow, "en_cours", Mover::staff).back()->to == "atelier");
    const auto back = moves_from(workflow, "atelier", Mover::staff);
    REQUIRE(back.size() == 1);
    CHECK(back[0]->code == "resume"); // what it waits for is the client: his answer resumes it too
    CHECK(moves_from(workflow, "atelier", Mover::automatic).size() == 1);
}

TEST_CASE("a refused passage is gone for everybody, its move too when it led nowhere else")
{
    const auto workflow = changed(original(), {.refused = {{"nouveau", "pris_en_charge"}}});
    CHECK(find_move(workflow, "take") == nullptr);
    CHECK_FALSE(passages_of(workflow).contains({"nouveau", "pris_en_charge"}));
    CHECK_FALSE(problems_of(workflow).empty());
}

TEST_CASE("what differences say about a state that is gone is ignored")
{
    const auto workflow =
        changed(original(),
                {.order = {"perdu"}, .allowed = {{"perdu", "nouveau"}}, .refused = {{"a", "b"}}});
    CHECK(passages_of(workflow) == passages_of(original()));
}

TEST_CASE("each workspace has its own, until it says otherwise") // PLT-015
{
    Changes changes;
    changes.words["project"] = {"chantier", "chantiers", Gender::masculine};
    keep_changes(41, "support-technique", text_of(changes));
    const auto& own_one = own(41, "support-technique");
    CHECK(own_one.preset.word("project").singular == "chantier");
    CHECK(own_one.team_words.at("project").plural == "chantiers");
    CHECK(own_one.client_words.at("ticket").singular == "demande");
    CHECK(own_one.client_words.at("ticket").is_feminine);
    CHECK(&own(41, "support-technique") == &own_one);
    CHECK(own(42, "support-technique").team_words.at("project").singular == "site");
    keep_changes(41, "support-technique", "");
    CHECK(own_one.preset.word("project").singular == "chantier");
    CHECK(own(41, "support-technique").team_words.at("project").singular == "site");
    CHECK_THROWS(own(43, "nowhere"));
    CHECK_THROWS(read_changes("[words]\nx = 1"));
}
