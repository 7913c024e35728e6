#include "kernel/auth/memberships.hpp"
#include "tests/isolation/yard.hpp"

#include <doctest.h>

using isolation::holds;
using isolation::Yard;
using tenancy::WorkspaceTransaction;
using test_support::SmsProvider;

TEST_CASE_ENGINES("a client is written once of what is published and answered within ten minutes")
// NTF-015 NTF-017 PRG-030 PRG-031
{
    Yard yard{engine};
    const auto post = yard.publish();
    yard.publish();
    yard.comment(yard.author, post);
    CHECK(yard.mails().empty());
    yard.set_clock("+11m");
    const auto mails = yard.mails();
    REQUIRE(mails.size() == 1);
    CHECK(mails[0].to_email == yard.client.actor.email);
    CHECK(holds(mails[0].subject, "Extension bois (CH-118)"));
    CHECK(holds(mails[0].text, "/p/armor/fiches/CH-118"));
    CHECK(holds(mails[0].text, "2 nouvelles publications, la dernière de Loeiza"));
    CHECK(holds(mails[0].text, "Loeiza a écrit un commentaire"));
}

TEST_CASE_ENGINES("a comment of the client reaches who wrote the publication, admins when he left")
// NTF-015 PRG-030 PRG-031
{
    Yard yard{engine};
    const auto post = yard.publish();
    yard.comment(yard.client, post);
    yard.set_clock("+11m");
    auto mails = yard.mails();
    REQUIRE(mails.size() == 2);
    CHECK(mails[0].to_email != mails[1].to_email);
    for (const auto& one : mails)
        CHECK((one.to_email == yard.author.actor.email || one.to_email == yard.client.actor.email));

    yard.as(yard.admin).write([&](WorkspaceTransaction& tx) {
        auth::set_status(tx, yard.author.membership, auth::MembershipStatus::deactivated);
    });
    yard.comment(yard.client, post);
    yard.set_clock("+22m");
    mails = yard.mails();
    REQUIRE(mails.size() == 3);
    CHECK(mails[0].to_email == yard.admin.actor.email);
    CHECK(holds(mails[0].text, "/e/armor/fiches/CH-118"));
}

TEST_CASE_ENGINES("a client chooses texts once the business has an account, and gets one a sheet")
// NTF-001 NTF-041 PRG-030
{
    Yard yard{engine};
    SmsProvider provider;
    const std::string own = "/p/armor/notifications/preferences";
    CHECK_FALSE(holds(yard.client.browser.get(own).body, "SMS"));
    CHECK(yard.client.browser.post(own, {{"sms", "progress.published"}}).status == 422);

    open_texts(yard, provider);
    CHECK(holds(yard.client.browser.get(own).body, "SMS"));
    CHECK_FALSE(
        holds(yard.author.browser.get("/e/armor/notifications/preferences").body, R"(name="sms")"));
    CHECK(yard.client.browser.post(own, {{"sms", "progress.published"}}).status == 303);
    yard.publish();
    yard.publish();
    yard.set_clock("+11m");
    CHECK(yard.mails().empty());
    yard.world.run_jobs();
    REQUIRE(provider.taken().size() == 2);
    CHECK(provider.taken()[1].to == "+33612345678");
    CHECK(holds(provider.taken()[1].words, "2 nouvelles publications"));
    CHECK(provider.taken()[1].words.ends_with("/p/armor/fiches/CH-118"));
    CHECK(provider.complaints().empty());
}

TEST_CASE_ENGINES("who opened the sheet has read what was told of it, and is written nothing")
// NTF-003 NTF-017
{
    Yard yard{engine};
    const std::string unread = "/p/armor/notifications?vue=unread";
    const std::string sheet = "/p/armor/fiches/CH-118";
    yard.client.browser.get(sheet);
    const auto post = yard.publish();
    CHECK(holds(yard.client.browser.get(unread).body, "des nouvelles du chantier"));
    CHECK(holds(yard.client.browser.get(sheet).body, "La dalle est coulée."));
    CHECK_FALSE(holds(yard.client.browser.get(unread).body, "des nouvelles du chantier"));
    yard.comment(yard.client, post);
    yard.author.browser.get("/e/armor/fiches/CH-118");
    yard.set_clock("+11m");
    CHECK(yard.mails().empty());
    CHECK_FALSE(holds(yard.author.browser.get("/e/armor/notifications?vue=unread").body, "CH-118"));
}
