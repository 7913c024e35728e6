#include "kernel/jobs/job_store.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/module.hpp"
#include "modules/notifications/message.hpp"
#include "modules/notifications/message_actions.hpp"
#include "modules/notifications/message_pages.hpp"
#include "modules/notifications/notification_actions.hpp"
#include "modules/notifications/notification_store.hpp"
#include "modules/notifications/notifications.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <fstream>

using test_world::World;

namespace
{

constexpr std::int64_t hidden = 43; // an object that only its owner sees

guard::SubjectKind::Lines sheet_lines(tenancy::WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    for (const auto id : ids)
        if (id != hidden || tx.actor().role == "admin")
            lines.emplace(id, guard::SubjectLine{.title = "Extension bois",
                                                 .detail = "CH-118",
                                                 .path = "/fiches/CH-118"});
    return lines;
}

void describe_sheets(kernel::Module& module)
{
    module.subject({.kind = "sheet", .lines = sheet_lines});
}

/// Two technicians and an admin of a workspace, with the business clock in a file.
struct Office {
    explicit Office(db::Engine engine)
        : world{engine, {{"notifications", notifications::describe}, {"sheets", describe_sheets}}},
          vigie{world.add_workspace("vigie")}, martin{world.add_member(vigie, {.name = "Martin"})},
          karim{world.add_member(vigie, {.name = "Karim", .role = "technicien"})}
    {
        set_clock("+0s");
        base::set_test_clock("@" + (folder.path() / "clock").string());
    }
    ~Office() { base::set_test_clock("+0s"); }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    void set_clock(std::string_view shift) const
    {
        std::ofstream{folder.path() / "clock"} << shift;
    }
    void happen(const char* event, std::int64_t sheet = 42)
    {
        world.context(vigie, martin.actor).write([&](tenancy::WorkspaceTransaction& tx) {
            notifications::notify_and_write(tx, {.event = event,
                                                 .subject = {"sheet", sheet},
                                                 .people = {karim.membership, martin.membership},
                                                 .state = {}});
        });
    }
    /// The messages that are due are written, their jobs not yet done. Returns how many.
    std::size_t run_and_keep_job()
    {
        const auto claims =
            tenancy::Platform{world.database()}.write([](tenancy::PlatformTransaction& tx) {
                return jobs::claim_due(tx, "running", base::now() + std::chrono::hours{1}, 20);
            });
        std::size_t written = 0;
        for (const auto& [job, token] : claims) {
            if (job.kind != notifications::message_job) continue;
            auto house = world.context(vigie, tenancy::Actor::system());
            notifications::run_message(house, job);
            ++written;
        }
        return written;
    }
    std::vector<mail::StoredMessage> mails()
    {
        world.run_jobs();
        return world.context(vigie, tenancy::Actor::system())
            .read([](tenancy::WorkspaceTransaction& tx) { return mail::recent(tx); });
    }

    test_support::TemporaryFolder folder;
    World world;
    tenancy::Workspace vigie;
    test_world::Member martin;
    test_world::Member karim;
};

} // namespace

TEST_CASE_ENGINES("words that are too long for a line are cut, and the fact is told")
{
    Office office{engine}; // NTF-003
    std::string words;
    for (int i = 0; i < 200; ++i)
        words += "é";
    office.world.context(office.vigie, office.martin.actor)
        .write([&](tenancy::WorkspaceTransaction& tx) {
            notifications::notify(tx, {.event = "tickets.answered",
                                       .subject = {"sheet", 42},
                                       .people = {office.karim.membership},
                                       .state = words});
        });
    const auto told = office.world.context(office.vigie, office.karim.actor)
                          .read([](tenancy::WorkspaceTransaction& tx) {
                              return notifications::NotificationStore{tx}.unread();
                          });
    CHECK(told.size() == 1);
}

TEST_CASE_ENGINES("what happens to one object within ten minutes is one mail, ten minutes later")
// NTF-017 PRG-031
{
    Office office{engine};
    office.happen("tickets.answered");
    office.set_clock("+9m");
    office.happen("tickets.answered");
    office.happen("tickets.mentioned");
    CHECK(office.mails().empty());
    office.set_clock("+11m");
    const auto mails = office.mails();
    REQUIRE(mails.size() == 1);
    CHECK(mails[0].to_email == "karim@vigie.example");
    CHECK(mails[0].subject.find("Extension bois (CH-118)") != std::string::npos);
    CHECK(mails[0].text.find("2 nouveaux messages, le dernier de Martin") != std::string::npos);
    CHECK(mails[0].text.find("Martin vous mentionne") != std::string::npos);
    CHECK(mails[0].text.find("/e/vigie/fiches/CH-118") != std::string::npos);

    office.happen("tickets.answered");
    office.set_clock("+22m");
    CHECK(office.mails().size() == 2);
}

TEST_CASE_ENGINES("what happens while the job of a message still runs is a message of its own")
// NTF-017
{
    Office office{engine};
    office.happen("tickets.answered");
    office.set_clock("+11m");
    CHECK(office.run_and_keep_job() == 1);
    office.happen("tickets.answered");
    office.set_clock("+22m");
    CHECK(office.mails().size() == 2);
}

TEST_CASE_ENGINES("nobody is written of what he did himself, nor of what he has read meanwhile")
// NTF-017
{
    Office office{engine};
    office.happen("tickets.answered");
    office.karim.browser.post("/e/vigie/notifications/lecture");
    office.set_clock("+11m");
    CHECK(office.mails().empty());
}

TEST_CASE_ENGINES("an object its reader may not see any more is written of to nobody")
{
    Office office{engine};
    office.happen("tickets.answered", hidden);
    office.set_clock("+11m");
    CHECK(office.mails().empty());
}

TEST_CASE_ENGINES("who switched the mail off meanwhile gets none, nobody has texts in this preset")
// NTF-002 NTF-042
{
    Office office{engine};
    office.happen("tickets.answered");
    const std::string own = "/e/vigie/notifications/preferences";
    CHECK(office.karim.browser.get(own).body.find("SMS") == std::string::npos);
    CHECK(office.martin.browser.get("/e/vigie/reglages/notifications").body.find("SMS") ==
          std::string::npos);
    CHECK(office.karim.browser.post(own, {{"sms", "tickets.answered"}}).status == 422);
    CHECK(office.karim.browser.post(own, {{"app", "tickets.answered"}}).status == 303);
    office.set_clock("+11m");
    CHECK(office.mails().empty());
}
