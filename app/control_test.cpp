#include "app/control.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>
#include <sys/stat.h>

#include <fstream>

TEST_CASE("a command runs in the process that listens, with its arguments and output whole")
{
    const test_support::TemporaryFolder folder;
    const auto socket = folder.path() / "etabli.sock";
    CHECK_FALSE(app::run_in_server(socket, {"demo"}).has_value());

    {
        const app::ControlServer server{
            socket, [](const app::Arguments& arguments) {
                std::string seen;
                for (const auto& argument : arguments)
                    seen += "[" + argument + "]";
                return app::Reply{.exit_code = 3, .output = seen + std::string(200'000, 'x')};
            }};
        struct stat status {
        };
        REQUIRE(::stat(socket.c_str(), &status) == 0);
        CHECK((status.st_mode & 0777) == 0600);

        const auto reply =
            app::run_in_server(socket, {"workspace", "create", "--name", "L’Étoile & fils", ""});
        REQUIRE(reply.has_value());
        CHECK(reply->exit_code == 3);
        CHECK(reply->output.starts_with("[workspace][create][--name][L’Étoile & fils][]xxx"));
        CHECK(reply->output.size() > 200'000);
    }
    CHECK_FALSE(std::filesystem::exists(socket));
    CHECK_FALSE(app::run_in_server(socket, {"demo"}).has_value());
}

TEST_CASE("a socket left by a killed server is replaced")
{
    const test_support::TemporaryFolder folder;
    const auto socket = folder.path() / "etabli.sock";
    std::ofstream{socket} << "left behind";
    const app::ControlServer server{
        socket, [](const app::Arguments&) { return app::Reply{.exit_code = 0, .output = "here"}; }};
    CHECK(app::run_in_server(socket, {"doctor"})->output == "here");
}
