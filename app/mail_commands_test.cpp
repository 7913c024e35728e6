#include "app/command_line.hpp"
#include "app/installation_test_kit.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/mail/mailbox.hpp"
#include "modules/mailbox/received_store.hpp"

#include <doctest.h>
#include <sysexits.h>

#include <fstream>

using app_test::has;
using app_test::installation;

namespace
{

/// As `etabli mail take` runs in the server, from its own command line.
app::Reply take(const std::string& slug, const std::string& bytes,
                const std::vector<std::string>& more = {})
{
    const auto file = installation().folder.path() / "message";
    std::ofstream{file} << bytes;
    app::Arguments arguments{"mail", "take", "--workspace", slug, "--file", file.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto read = app::read_command_line(arguments);
    return std::get<app::Command::Passing>(std::get<app::Command>(read).run)(
        *installation().application);
}

tenancy::Context house_of(const std::string& slug)
{
    auto& database = installation().application->database();
    auto workspace = tenancy::Platform{database}.read(
        [&](tenancy::PlatformTransaction& tx) { return *auth::workspace_by_slug(tx, slug); });
    return {database, std::move(workspace), tenancy::Actor::system()};
}

} // namespace

TEST_CASE("a mail server is told by the exit code what became of a message")
{
    installation().add_workspace("rive", "La Rive"); // TKT-048
    const std::string letter = "From: <rose@client.example>\r\nSubject: x\r\n\r\nBonjour";
    CHECK(take("personne", letter).exit_code == EX_NOUSER);
    CHECK(has(take("rive", letter), "ne reçoit pas de courrier"));
    CHECK(take("rive", letter).exit_code == EX_NOUSER);

    auto house = house_of("rive");
    house.write([](tenancy::WorkspaceTransaction& tx) {
        mail::save_mailbox(tx, "support@rive.example", "");
    });
    CHECK(take("rive", "Subject: x\r\n\r\nSans auteur").exit_code == EX_DATAERR);
    CHECK(take("rive", letter, {"--to", "support@rive.example"}).exit_code == EX_OK);
    CHECK(take("rive", letter + " !", {"--from", "MAILER-DAEMON"}).exit_code == EX_OK);
    const auto waiting = house.read(
        [](tenancy::WorkspaceTransaction& tx) { return mailbox::ReceivedStore{tx}.waiting(); });
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.front().text == "Bonjour");

    auto gone = app::PostOptions{.slug = "rive", .to = {}, .from = {}, .file = "/nowhere"};
    CHECK(app::take_mail(*installation().application, gone).exit_code == EX_TEMPFAIL);
}
