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

bool is_of_the_clients_side(const fs::path& file)
{
    const auto name = file.filename().string();
    if (name.ends_with("_test.cpp") || !(name.ends_with(".cpp") || name.ends_with(".hpp")))
        return false;
    const auto folder = file.parent_path().filename().string();
    return folder == "portal" || name.starts_with("portal_") || name.starts_with("request_");
}

constexpr const char* notes = "modules/crm/client_note_store.hpp";

} // namespace

TEST_CASE("no file of the client's side leads to the store of notes and alerts on clients")
{
    std::set<std::string> seen; // CRM-005
    for (const auto& entry : fs::recursive_directory_iterator{"modules"})
        if (entry.is_regular_file() && is_of_the_clients_side(entry.path()))
            reach(entry.path(), seen);
    CHECK(seen.size() > 20);
    CHECK_FALSE(seen.contains(notes));

    std::set<std::string> team;
    reach("modules/crm/client_note_pages.cpp", team);
    CHECK(team.contains(notes));
}
