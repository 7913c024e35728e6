#include <doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace
{

namespace fs = std::filesystem;

std::string text_of(const fs::path& file)
{
    std::ifstream in{file};
    REQUIRE_MESSAGE(in, "run from the root of the project: ", file.string());
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// Every file of the modules that `file` leads to.
void reach(const fs::path& file, std::set<std::string>& seen)
{
    if (!seen.insert(file.string()).second) return;
    const auto text = text_of(file);
    const std::regex include{"#include \"(modules/[^\"]+)\""};
    for (std::sregex_iterator at{text.begin(), text.end(), include}, end; at != end; ++at)
        reach(fs::path{(*at)[1].str()}, seen);
}

std::set<std::string> reached_from(const std::string& prefix)
{
    std::set<std::string> seen;
    for (const auto& entry : fs::directory_iterator{"modules/tickets"}) {
        const auto name = entry.path().filename().string();
        const bool is_source = name.ends_with(".cpp") || name.ends_with(".hpp");
        if (name.starts_with(prefix) && is_source && !name.ends_with("_test.cpp"))
            reach(entry.path(), seen);
    }
    return seen;
}

constexpr const char* notes = "modules/tickets/ticket_note_store.hpp";
constexpr const char* time_spent = "modules/tickets/time_store.hpp";

} // namespace

TEST_CASE(
    "no file of the client's side leads to the store of internal notes, or of time") // TKT-011
{
    for (const char* side : {"request_", "portal_", "message_", "thread_"}) {
        CAPTURE(side);
        const auto files = reached_from(side);
        CHECK(files.size() > 2);
        CHECK_FALSE(files.contains(notes));
        CHECK_FALSE(files.contains(time_spent)); // TKT-059
    }
    CHECK(reached_from("ticket_pages").contains(notes));
}
