#include "modules/signatures/code_actions.hpp"
#include "modules/signatures/desk_test_kit.hpp"

#include <atomic>
#include <thread>

using namespace signatures_test;
using paper_desk::paper;

namespace
{

constexpr const char* code_path = "/p/charpentes/papiers/code";

struct Asked : Firm {
    explicit Asked(db::Engine engine) : Firm(engine) { paper().proof = signatures::Proof::code; }
    int sign_with(const std::string& code)
    {
        auto form = typed();
        form.emplace_back("code", code);
        return odile.post(paper_desk::path, form).status;
    }
    signatures::Judged judge(const signatures::Desk& desk, const std::string& code)
    {
        return context().write([&](tenancy::WorkspaceTransaction& tx) {
            return signatures::judge_code(tx, world.site().vault(), desk, code);
        });
    }
};

std::string other_than(const std::string& code)
{
    return code == "000000" ? "000001" : "000000";
}

} // namespace

TEST_CASE_ENGINES("a code proves the address: without it, or with another, nothing is signed")
{ // QUO-040
    Asked firm{engine};
    CHECK(firm.sign_with("") == 422);
    const auto page = firm.odile.post(code_path, firm.typed());
    CHECK(page.status == 200);
    CHECK(holds(page.body, "o•••@client.example"));
    CHECK(holds(page.body, "Le code est parti"));
    CHECK_FALSE(holds(page.body, "odile@client.example"));
    const auto code = firm.code_sent();
    CHECK_FALSE(holds(page.body, code));
    CHECK(firm.sign_with(other_than(code)) == 422);
    CHECK(firm.journal().empty());
    CHECK(firm.sign_with(code.substr(0, 3) + " " + code.substr(3)) == 303);
    CHECK(firm.signature().code_sent_to == "odile@client.example");
    CHECK(firm.signature().code_sent_at);
}

TEST_CASE("five wrong tries end a code, and a new one ends the one before")
{
    Asked firm{db::Engine::Sqlite};
    firm.odile.post(code_path, firm.typed());
    const auto first = firm.code_sent();
    for (int i = 0; i < signatures::code_tries_max; ++i)
        CHECK(firm.sign_with(other_than(first)) == 422);
    CHECK(firm.sign_with(first) == 422);
    firm.odile.post(code_path, firm.typed());
    const auto second = firm.code_sent();
    if (first != second) CHECK(firm.sign_with(first) == 422);
    CHECK(firm.sign_with(second) == 303);
}

TEST_CASE("a code signs what it was sent for, and not what the document became")
{ // QUO-046
    Asked firm{db::Engine::Sqlite};
    firm.odile.post(code_path, firm.typed());
    paper().words = "Extension bois : 1,00 €";
    CHECK(firm.sign_with(firm.code_sent()) == 422);
    CHECK(firm.journal().empty());
}

TEST_CASE("a code lives ten minutes, and the sixth in an hour is not sent")
{
    Asked firm{db::Engine::Sqlite};
    base::set_test_clock("2026-11-22T10:00:00Z");
    firm.odile.post(code_path, firm.typed());
    const auto code = firm.code_sent();
    base::set_test_clock("2026-11-22T10:10:00Z");
    CHECK(firm.sign_with(code) == 422);
    for (int i = 0; i < 4; ++i)
        CHECK(firm.odile.post(code_path, firm.typed()).status == 200);
    CHECK(firm.odile.post(code_path, firm.typed()).status == 422);
    base::set_test_clock("+0s");
}

TEST_CASE_ENGINES("however many are typed together, five are compared with the code")
{ // QUO-040
    Asked firm{engine};
    firm.odile.post(code_path, firm.typed());
    const auto code = firm.code_sent();
    const auto desk = paper_desk::desk();
    std::atomic<int> compared = 0;
    {
        std::vector<std::jthread> threads;
        for (int person = 0; person < 12; ++person)
            threads.emplace_back([&] {
                if (firm.judge(desk, code).worth == signatures::Typed::right) ++compared;
            });
    }
    CHECK(compared == signatures::code_tries_max);
}

TEST_CASE_ENGINES("who types while the last try is being counted is not judged before it is")
{ // QUO-040
    using namespace std::chrono_literals;
    Asked firm{engine};
    firm.odile.post(code_path, firm.typed());
    const auto code = firm.code_sent();
    const auto desk = paper_desk::desk();
    for (int i = 1; i < signatures::code_tries_max; ++i)
        firm.judge(desk, other_than(code));
    std::atomic<bool> is_counted = false;
    std::jthread last{[&] {
        firm.context().write([&](tenancy::WorkspaceTransaction& tx) {
            signatures::judge_code(tx, firm.world.site().vault(), desk, other_than(code));
            is_counted = true;
            is_counted.notify_all();
            std::this_thread::sleep_for(200ms);
        });
    }};
    is_counted.wait(false);
    CHECK(firm.judge(desk, code).worth == signatures::Typed::too_often);
}

TEST_CASE_ENGINES("the code that was judged is the one that is spent, not the newest")
{ // QUO-040
    Asked firm{engine};
    firm.odile.post(code_path, firm.typed());
    const auto judged = firm.judge(paper_desk::desk(), firm.code_sent());
    REQUIRE(judged.code);
    firm.odile.post(code_path, firm.typed());
    CHECK_THROWS_AS(firm.context().write([&](tenancy::WorkspaceTransaction& tx) {
        signatures::spend_code(tx, *judged.code);
    }),
                    base::Refusal);
    CHECK(firm.sign_with(firm.code_sent()) == 303);
}
