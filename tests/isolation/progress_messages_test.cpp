#include "app/modules.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/documents/rich_text.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/sms/account.hpp"
#include "kernel/sms/delivery.hpp"
#include "kernel/sms/sms.hpp"
#include "modules/crm/crm.hpp"
#include "modules/progress/progress.hpp"
#include "tests/support/sms_provider.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <fstream>

using tenancy::WorkspaceTransaction;
using test_support::SmsProvider;
using test_world::Member;

namespace
{

constexpr const char* mobile = "06 12 34 56 78";

/// A builder, two employees, a client, her sheet, and the business clock in a file.
struct Yard {
    explicit Yard(db::Engine engine)
        : world{engine, app::describe_modules}, space(world.add_workspace("armor", "chantier")),
          admin(world.add_member(space, {.name = "Hervé", .role = "admin"})),
          author(world.add_member(space, {.name = "Loeiza", .role = "employe"})),
          client(world.add_member(space, {.name = "Aurore",
                                          .role = "client",
                                          .side = tenancy::Side::portal,
                                          .client = add_client()}))
    {
        set_clock("+0s");
        base::set_test_clock("@" + (folder.path() / "clock").string());
        sheet = as(admin).write([&](WorkspaceTransaction& tx) {
            crm::add_contact(tx, {.client = client.actor.client,
                                  .name = "Aurore",
                                  .phone = mobile,
                                  .membership = client.membership});
            return progress::add_sheet(tx, client.actor.client,
                                       {.identifier = "CH-118",
                                        .title = "Extension bois",
                                        .starts_on = *base::Date::parse("2026-11-02")});
        });
    }
    ~Yard() { base::set_test_clock("+0s"); }
    Yard(const Yard&) = delete;
    Yard& operator=(const Yard&) = delete;

    tenancy::ClientId add_client()
    {
        crm::Client record;
        record.kind = crm::ClientKind::person;
        record.type = "person";
        record.last_name = "Penhoat";
        record.phone = "02 98 00 00 31";
        return as(admin).write(
            [&](WorkspaceTransaction& tx) { return crm::add_client(tx, record); });
    }
    tenancy::Context as(const Member& member) { return world.context(space, member.actor); }
    void set_clock(std::string_view shift) const
    {
        std::ofstream{folder.path() / "clock"} << shift;
    }
    progress::PostId publish()
    {
        return as(author).write([&](WorkspaceTransaction& tx) {
            progress::NewPost post;
            post.text = {.body = documents::to_json(documents::read_plain("La dalle est coulée.")),
                         .worked_on = {}};
            return progress::write_post(tx, sheet.id, post).id;
        });
    }
    void comment(const Member& who, progress::PostId post)
    {
        as(who).write([&](WorkspaceTransaction& tx) {
            progress::write_comment(
                tx, {.post = post, .reply_to = {}, .body = "Merci.", .written_at = base::now()});
        });
    }
    std::vector<mail::StoredMessage> mails()
    {
        world.run_jobs();
        return as(admin).read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    }

    test_support::TemporaryFolder folder;
    test_world::World world;
    tenancy::Workspace space;
    Member admin;
    Member author;
    Member client;
    progress::Sheet sheet;
};

bool holds(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

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
    sms::install(jobs::registry(),
                 {.vault = &yard.world.site().vault(),
                  .addresses = {.twilio = provider.twilio(), .ovh = provider.ovh()}});
    const std::string own = "/p/armor/notifications/preferences";
    CHECK_FALSE(holds(yard.client.browser.get(own).body, "SMS"));
    CHECK(yard.client.browser.post(own, {{"sms", "progress.published"}}).status == 422);

    yard.as(yard.admin).write([&](WorkspaceTransaction& tx) {
        sms::save_account(tx, yard.world.site().vault(),
                          {.provider = sms::Provider::twilio,
                           .account = SmsProvider::account_sid,
                           .application_key = {},
                           .secret = SmsProvider::auth_token,
                           .consumer_key = {},
                           .sender = "ARMOR"});
        sms::test_account(tx, "Hervé", "+33600000000");
    });
    yard.world.run_jobs();
    yard.as(yard.admin).write(sms::activate_account);
    CHECK(holds(yard.client.browser.get(own).body, "SMS"));
    CHECK_FALSE(holds(yard.author.browser.get("/e/armor/notifications/preferences").body, "SMS"));
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
