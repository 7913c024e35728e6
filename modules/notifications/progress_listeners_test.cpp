#include "kernel/mail/mail.hpp"
#include "kernel/module.hpp"
#include "modules/notifications/notification_store.hpp"
#include "modules/notifications/notifications.hpp"
#include "modules/notifications/progress_listeners.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <fstream>

using tenancy::WorkspaceTransaction;

namespace
{

constexpr progress::SheetId sheet{42};
constexpr progress::PostId post{7};

guard::SubjectKind::Lines sheet_lines(WorkspaceTransaction& tx,
                                      const std::vector<std::int64_t>& ids)
{
    guard::SubjectKind::Lines lines;
    for (const auto id : ids)
        if (tx.actor().role == "employe")
            lines.emplace(id, guard::SubjectLine{.title = "Extension bois",
                                                 .detail = "CH-118",
                                                 .path = "/fiches/CH-118"});
    return lines;
}

void describe_sheets(kernel::Module& module)
{
    module.subject({.kind = "progress_sheet", .lines = sheet_lines});
}

/// Loeiza publishes, somebody of the client's answers; the business clock is in a file.
struct Yard {
    explicit Yard(db::Engine engine)
        : world{engine, {{"notifications", notifications::describe}, {"sheets", describe_sheets}}},
          armor{world.add_workspace("armor", "chantier")}, other{world.add_member(
                                                               armor, {.name = "Aurore"})},
          author{world.add_member(armor, {.name = "Loeiza", .role = "employe"})}
    {
        set_clock("+0s");
        base::set_test_clock("@" + (folder.path() / "clock").string());
    }
    ~Yard() { base::set_test_clock("+0s"); }
    Yard(const Yard&) = delete;
    Yard& operator=(const Yard&) = delete;

    void set_clock(std::string_view shift) const
    {
        std::ofstream{folder.path() / "clock"} << shift;
    }
    void answer(std::int64_t comment)
    {
        world.context(armor, other.actor).write([&](WorkspaceTransaction& tx) {
            notifications::on_comment_written(tx, {.sheet = sheet,
                                                   .post = post,
                                                   .comment = {comment},
                                                   .client = {},
                                                   .post_author = author.membership,
                                                   .author = other.membership});
        });
    }
    void see(const std::vector<progress::CommentId>& comments)
    {
        world.context(armor, author.actor).write([&](WorkspaceTransaction& tx) {
            notifications::on_sheet_seen(tx, {.sheet = sheet,
                                              .reader = author.membership,
                                              .posts = {post},
                                              .comments = comments});
        });
    }
    bool rings()
    {
        return world.context(armor, author.actor).read([](WorkspaceTransaction& tx) {
            return !notifications::NotificationStore{tx}.unread().empty();
        });
    }
    std::size_t mails()
    {
        world.run_jobs();
        return world.context(armor, tenancy::Actor::system()).read([](WorkspaceTransaction& tx) {
            return mail::recent(tx).size();
        });
    }

    test_support::TemporaryFolder folder;
    test_world::World world;
    tenancy::Workspace armor;
    test_world::Member other;
    test_world::Member author;
};

} // namespace

TEST_CASE_ENGINES("a sheet whose page shows all that was told is read, and nobody is written of it")
{ // NTF-017 PRG-031
    Yard yard{engine};
    yard.answer(1);
    yard.answer(2);
    yard.see({{1}, {2}, {3}});
    CHECK_FALSE(yard.rings());
    yard.set_clock("+11m");
    CHECK(yard.mails() == 0);
}

TEST_CASE_ENGINES("a comment under an older publication stays told when the newest ones are read")
{ // NTF-017 PRG-031
    Yard yard{engine};
    yard.answer(1);
    yard.answer(2);
    yard.see({{2}});
    CHECK(yard.rings());
    yard.set_clock("+11m");
    CHECK(yard.mails() == 1);
}

TEST_CASE_ENGINES("what came after the page was made stays told, and what was read before does not")
{ // NTF-017 PRG-031
    Yard yard{engine};
    yard.answer(1);
    yard.see({{1}});
    REQUIRE_FALSE(yard.rings());
    yard.set_clock("+1m");
    yard.answer(2);
    yard.see({});
    CHECK(yard.rings());
    yard.see({{2}});
    CHECK_FALSE(yard.rings());
    yard.set_clock("+13m");
    CHECK(yard.mails() == 0);
}
