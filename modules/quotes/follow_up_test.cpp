#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/page_test_kit.hpp"
#include "modules/quotes/quote_store.hpp"

#include <fstream>

using namespace quotes_test;

namespace
{

/// Two quotes sent on the first of June 2026, at noon in Paris; the clock is in a file.
struct June {
    explicit June(db::Engine engine) : office(engine)
    {
        set("2026-06-01T10:00:00Z");
        base::set_test_clock("@" + (folder.path() / "clock").string());
    }
    ~June() { base::set_test_clock("+0s"); }
    June(const June&) = delete;
    June& operator=(const June&) = delete;

    void set(const std::string& at) { std::ofstream{folder.path() / "clock"} << at; }
    std::string send(const std::string& title, const std::string& way = "mail")
    {
        const auto place = priced_draft(office, title);
        auto typed = sending(way);
        typed[3].second = "2026-07-01";
        REQUIRE(office.lea.browser.post(place + "/envoi", typed).status == 303);
        office.world.run_jobs();
        return place;
    }
    /// Mails written on that morning and not before.
    std::size_t mails_on(const std::string& at)
    {
        const auto before = mails(office).size();
        set(at);
        office.world.run_jobs();
        office.world.run_jobs();
        return mails(office).size() - before;
    }
    bool says(const std::string& place, std::string_view words)
    {
        return holds(office.lea.browser.get(place), words);
    }

    test_support::TemporaryFolder folder;
    Office office;
};

} // namespace

TEST_CASE_ENGINES(
    "a quote nobody answers is followed up twice, then expires; one that was declined is not")
{
    June june{engine}; // QUO-020 QUO-022 JRN-14
    const auto first = june.send("Extension bois");
    const auto second = june.send("Toiture");
    const auto handed = june.send("Portail", "hand");
    REQUIRE(june.office.lea.browser.post(first + "/refus", {{"reason", ""}}).status == 303);
    CHECK(june.mails_on("2026-06-03T06:59:00Z") == 0);
    CHECK(june.mails_on("2026-06-03T07:00:30Z") == 1);
    CHECK(mails(june.office).at(0).subject.find("attend votre réponse") != std::string::npos);
    CHECK(june.mails_on("2026-06-03T09:00:00Z") == 0);
    CHECK(june.mails_on("2026-06-08T07:00:30Z") == 1);
    CHECK(june.mails_on("2026-06-20T07:00:30Z") == 0);
    CHECK(june.says(second, "Relance envoyée à aurore@penhoat.example"));
    CHECK_FALSE(june.says(first, "Relance envoyée"));
    CHECK_FALSE(june.says(handed, "Relance envoyée"));
    CHECK(june.mails_on("2026-07-01T21:59:00Z") == 0);
    CHECK(june.says(second, "Envoyé"));
    CHECK(june.mails_on("2026-07-01T22:06:00Z") == 0);
    CHECK(june.says(second, "Le devis a expiré"));
    CHECK_FALSE(june.says(first, "Le devis a expiré"));
}

TEST_CASE_ENGINES("a follow-up whose job died leaves once, and what was missed is not made up for")
{
    June june{engine}; // QUO-022
    const auto place = june.send("Extension bois");
    CHECK(june.mails_on("2026-06-10T07:00:30Z") == 1);
    CHECK(june.mails_on("2026-06-12T07:00:30Z") == 0);
    CHECK(june.says(place, "Relance envoyée"));
}

TEST_CASE_ENGINES("the days of follow-ups are set, and each may be left out")
{
    June june{engine}; // QUO-022
    const std::string settings = "/e/charpentes/reglages/devis";
    auto& browser = june.office.lea.browser;
    CHECK(holds(browser.get(settings), "value=\"7\""));
    CHECK(browser.post(settings, {{"first", "61"}, {"second", ""}}).status == 422);
    REQUIRE(browser.post(settings, {{"first", ""}, {"second", "5"}}).status == 303);
    CHECK(june.office.malik.browser.get(settings).status == 403);
    june.send("Extension bois");
    CHECK(june.mails_on("2026-06-03T07:00:30Z") == 0);
    CHECK(june.mails_on("2026-06-06T07:00:30Z") == 1);
    CHECK(june.mails_on("2026-06-08T07:00:30Z") == 0);
    REQUIRE(browser.post(settings, {{"first", ""}, {"second", ""}}).status == 303);
    june.send("Toiture");
    CHECK(june.mails_on("2026-06-30T07:00:30Z") == 0);
}

TEST_CASE_ENGINES("a quote that a new version replaces is followed up no more")
{
    June june{engine}; // QUO-022
    const auto place = june.send("Extension bois");
    REQUIRE(june.office.lea.browser.post(place + "/version").status == 303);
    CHECK(june.mails_on("2026-06-03T07:00:30Z") == 0);
    CHECK(june.mails_on("2026-06-08T07:00:30Z") == 0);
}
