#include "kernel/presets/changes.hpp"
#include "kernel/presets/vocabulary.hpp"

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
    own.moves = original().moves;
    own.gone_states = {"attente_client"};
    own.gone_moves = {"release"};
    changes.taxes = {.regime = "franchise", .usual = "tva10"};
    changes.vocabulary = "depannage-informatique";
    changes.others["depannage-informatique"]["ticket"].order = {"ferme"};
    const auto text = text_of(changes);
    const auto again = read_changes(text);
    CHECK(text_of(again) == text);
    CHECK(again.portal_words.at("ticket").singular == "demande \\ \"vue\"");
    CHECK(again.workflows.at("ticket").states[0].is_read_only);
    CHECK(again.workflows.at("ticket").refused == own.refused);
    CHECK(again.workflows.at("ticket").moves == original().moves);
    CHECK(again.workflows.at("ticket").gone_states.contains("attente_client"));
    CHECK(again.vocabulary == "depannage-informatique");
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

TEST_CASE("a state taken out goes with its moves, and history still names it")
{
    const auto workflow = changed(original(), {.gone_states = {"attente_client"}});
    CHECK(find_state(workflow, "attente_client") == nullptr);
    CHECK(find_known_state(workflow, "attente_client")->label == "En attente client");
    CHECK(find_move(workflow, "ask") == nullptr);
    CHECK(problems_of(workflow).empty());
}

TEST_CASE("a move says who makes it and what it demands")
{
    auto cancel = *find_move(original(), "start");
    cancel.code = "own_1";
    cancel.from = {"nouveau", "perdu"};
    cancel.to = "cloture";
    cancel.who = {Mover::client};
    const auto workflow = changed(original(), {.moves = {cancel}});
    CHECK(problems_of(workflow).empty());
    CHECK(moves_from(workflow, "nouveau", Mover::client).front()->to == "cloture");
    cancel.needs = {"reason"};
    CHECK(problems_of(changed(original(), {.moves = {cancel}})).front().code == "asks_nobody");
    cancel.to = "perdu";
    CHECK(find_move(changed(original(), {.moves = {cancel}}), "own_1") == nullptr);
}

TEST_CASE("a business uses the states of another trade, and comes back to its own") // TKT-031
{
    Changes changes;
    auto mine = state("atelier", Anchor::postponed);
    changes.workflows["ticket"] = {.states = {mine},
                                   .allowed = {{"en_cours", "atelier"}, {"atelier", "en_cours"}}};
    changes.vocabulary = "depannage-informatique";
    const auto there = with_changes("support-technique", text_of(changes)).preset;
    const auto& repairs = there.workflow("ticket");
    CHECK(codes_of(repairs) ==
          std::vector<std::string>{"ouvert", "en_cours", "resolu", "ferme", "annule"});
    CHECK(find_known_state(repairs, "atelier")->label == "Chez \"eux\"");
    CHECK(find_known_state(repairs, "cloture")->label == "Clôturé");
    changes.vocabulary.clear();
    const auto back = with_changes("support-technique", text_of(changes)).preset;
    CHECK(find_state(back.workflow("ticket"), "atelier") != nullptr);
    CHECK(find_known_state(back.workflow("ticket"), "annule")->label == "Annulé");
    const auto& never = own(44, "support-technique").preset.workflow("ticket");
    CHECK(find_known_state(never, "ferme")->label == "Fermé");
}

TEST_CASE("what an object stands in after a change of vocabulary means the same, or comes nearest")
{
    const auto& repairs = *find_vocabulary("depannage-informatique")->workflow("ticket");
    const auto to = [&](const char* code, Anchor anchor) {
        return state_for(repairs, code, anchor)->code;
    };
    CHECK(to("nouveau", Anchor::fresh) == "ouvert");
    CHECK(to("pris_en_charge", Anchor::assigned) == "en_cours");
    CHECK(to("attente_client", Anchor::waiting_client) == "en_cours");
    CHECK(to("resolu", Anchor::resolved) == "resolu");
    CHECK(to("cloture", Anchor::closed) == "ferme");
    CHECK(state_for(original(), "annule", Anchor::cancelled)->code == "cloture");
    CHECK(find_vocabulary("nowhere") == nullptr);
}
