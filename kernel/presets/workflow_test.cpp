#include "kernel/presets/workflow.hpp"

#include <doctest.h>

using namespace presets;

namespace
{

State state(const char* code, Anchor anchor)
{
    State made;
    made.code = made.label = code;
    made.anchor = anchor;
    return made;
}

Move move(const char* code, std::vector<std::string> from, const char* to)
{
    Move made;
    made.code = code;
    made.from = std::move(from);
    made.to = to;
    made.who = {Mover::staff};
    return made;
}

/// new → active → closed, active → new by an admin.
Workflow small()
{
    Workflow workflow;
    workflow.noun = "ticket";
    workflow.start = "new";
    workflow.permissions = {{Mover::staff, "tickets.move"}};
    workflow.states = {state("new", Anchor::fresh), state("active", Anchor::active),
                       state("closed", Anchor::closed)};
    workflow.moves = {move("start", {"new"}, "active"), move("close", {"active", "new"}, "closed"),
                      move("back", {"active"}, "new")};
    workflow.moves[2].who = {Mover::admin, Mover::automatic};
    workflow.moves[2].permission = "tickets.back";
    return workflow;
}

bool reports(const Workflow& workflow, const char* code, const char* where)
{
    for (const auto& problem : problems_of(workflow))
        if (problem.code == code && problem.where == where) return true;
    return false;
}

} // namespace

TEST_CASE("anchors and movers are written as in the data")
{
    CHECK(code_of(Anchor::fresh) == "new");
    CHECK(parse_anchor("waiting_client") == Anchor::waiting_client);
    CHECK_FALSE(parse_anchor("fresh"));
    CHECK(parse_mover(code_of(Mover::automatic)) == Mover::automatic);
    CHECK_FALSE(parse_mover("owner"));
}

TEST_CASE("the moves from a state are those of the mover")
{
    const auto workflow = small();
    REQUIRE(moves_from(workflow, "active", Mover::staff).size() == 1);
    CHECK(moves_from(workflow, "active", Mover::staff).front()->code == "close");
    CHECK(moves_from(workflow, "active", Mover::admin).front()->code == "back");
    CHECK(moves_from(workflow, "closed", Mover::staff).empty());
    CHECK(moves_from(workflow, "nowhere", Mover::staff).empty());
}

TEST_CASE("a move needs its own permission, or that of the mover, or none when automatic")
{
    const auto workflow = small();
    CHECK(permission_for(workflow, workflow.moves[0], Mover::staff) == "tickets.move");
    CHECK(permission_for(workflow, workflow.moves[2], Mover::admin) == "tickets.back");
    CHECK(permission_for(workflow, workflow.moves[2], Mover::automatic) == "");
}

TEST_CASE("states are found by code and by anchor")
{
    const auto workflow = small();
    CHECK(find_state(workflow, "active")->anchor == Anchor::active);
    CHECK(find_state(workflow, "Active") == nullptr);
    CHECK(states_at(workflow, Anchor::closed).size() == 1);
    CHECK(states_at(workflow, Anchor::postponed).empty());
}

TEST_CASE("a sound workflow has no problem")
{
    CHECK(problems_of(small()).empty());
}

TEST_CASE("a state nobody can reach is reported, even when others like it lead to it")
{
    auto workflow = small();
    workflow.states.push_back(state("island", Anchor::postponed));
    workflow.states.push_back(state("islet", Anchor::postponed));
    workflow.moves.push_back(move("swim", {"island"}, "islet"));
    workflow.moves.push_back(move("return", {"islet"}, "island"));
    CHECK(reports(workflow, "unreachable", "island"));
    CHECK(reports(workflow, "unreachable", "islet"));
    CHECK(problems_of(workflow).size() == 2);
}

TEST_CASE("a dead end must be closed or cancelled")
{
    auto workflow = small();
    workflow.states[2].anchor = Anchor::resolved;
    CHECK(reports(workflow, "dead_end", "closed"));
    workflow.moves.push_back(move("again", {"closed"}, "closed"));
    CHECK(reports(workflow, "dead_end", "closed"));
    workflow.states[2].anchor = Anchor::cancelled;
    CHECK(problems_of(workflow).empty());
}

TEST_CASE("every other mistake is reported at once")
{
    auto workflow = small();
    workflow.start = "nowhere";
    workflow.states.push_back(workflow.states[0]);
    workflow.moves.push_back(move("start", {"new"}, "elsewhere"));
    workflow.moves[0].who.clear();
    workflow.moves[0].needs = {"reason", "luck"};
    workflow.moves[1].reasons = {"unsaid"};
    for (const auto& [code, where] :
         std::vector<std::pair<const char*, const char*>>{{"no_start", "nowhere"},
                                                          {"doubled_state", "new"},
                                                          {"doubled_move", "start"},
                                                          {"unknown_state", "start"},
                                                          {"unusable_move", "start"},
                                                          {"unknown_need", "start"},
                                                          {"no_reason", "start"},
                                                          {"unknown_reason", "close"},
                                                          {"unreachable", "active"}})
        CHECK_MESSAGE(reports(workflow, code, where), code);
}

TEST_CASE("a workflow of 51 states is too large")
{
    auto workflow = small();
    while (workflow.states.size() < 51)
        workflow.states.push_back(workflow.states[0]);
    CHECK(reports(workflow, "too_large", "ticket"));
}
