#include "tests/isolation/yard.hpp"

#include <doctest.h>

using isolation::holds;
using isolation::Yard;

namespace
{

const std::string place = "/e/armor/fiches/CH-118/publications/";
constexpr const char* centre = "/p/armor/notifications";

void remove(Yard& yard, progress::PostId post, const char* comments)
{
    REQUIRE(yard.admin.browser.post(place + post.text() + "/suppression", {{"comments", comments}})
                .status == 303);
}

} // namespace

TEST_CASE_ENGINES("what is deleted within ten minutes is told to nobody") // NTF-018
{
    Yard yard{engine};
    const auto post = yard.publish();
    yard.comment(yard.client, post);
    CHECK(holds(yard.client.browser.get(centre).body, "des nouvelles du chantier"));
    remove(yard, post, "1");
    CHECK_FALSE(holds(yard.client.browser.get(centre).body, "des nouvelles du chantier"));
    CHECK_FALSE(holds(yard.author.browser.get("/e/armor/notifications").body, "CH-118"));
    yard.set_clock("+11m");
    CHECK(yard.mails().empty());
}

TEST_CASE_ENGINES("a message counts what is left and names who wrote it") // NTF-018
{
    Yard yard{engine};
    yard.publish();
    remove(yard, yard.publish_as(yard.admin), "0");
    CHECK(holds(yard.client.browser.get(centre).body, "Loeiza a publié des nouvelles"));
    yard.set_clock("+11m");
    const auto mails = yard.mails();
    REQUIRE(mails.size() == 1);
    CHECK(holds(mails[0].text, "Loeiza a publié des nouvelles du chantier"));
    CHECK_FALSE(holds(mails[0].text, "Hervé"));
}

TEST_CASE_ENGINES("a comment its author takes back is told to nobody, nor are the replies to it")
// NTF-018
{
    Yard yard{engine};
    const auto post = yard.publish();
    yard.client.browser.post("/p/armor/notifications/lecture");
    const auto comment = yard.comment(yard.author, post);
    yard.comment(yard.admin, post, comment);
    const auto here = place + post.text() + "/commentaires/" + comment.text() + "/suppression";
    REQUIRE(yard.author.browser.post(here, {{"replies", "1"}, {"is_confirmed", "1"}}).status ==
            303);
    CHECK_FALSE(holds(yard.client.browser.get(centre).body, "commentaire"));
    yard.set_clock("+11m");
    CHECK(yard.mails().empty());
}

TEST_CASE_ENGINES("what was read before it was deleted takes nothing from a later message")
// NTF-018
{
    Yard yard{engine};
    const auto post = yard.publish();
    yard.client.browser.post("/p/armor/notifications/lecture");
    yard.set_clock("+1m");
    yard.publish();
    remove(yard, post, "0");
    yard.set_clock("+12m");
    CHECK(yard.mails().size() == 1);
}

TEST_CASE_ENGINES("a digest of the day names nothing that was deleted") // NTF-018
{
    Yard yard{engine};
    yard.client.browser.post("/p/armor/notifications/preferences",
                             {{"email", "progress.published"}, {"is_daily", "1"}});
    remove(yard, yard.publish(), "0");
    yard.set_clock("+26h");
    CHECK(yard.mails().empty());
    yard.publish();
    yard.set_clock("+52h");
    CHECK(yard.mails().size() == 1);
}
