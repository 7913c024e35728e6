#include "modules/projects/projects.hpp"
#include "tests/isolation/yard.hpp"

#include <doctest.h>

using isolation::holds;
using isolation::Yard;

namespace
{

constexpr const char* sheet = "/e/armor/fiches/CH-118";

/// On the page of the worksite.
void rename(Yard& yard, const char* name)
{
    const auto saved = yard.admin.browser.post("/e/armor/projets/" + yard.sheet.project_id.text(),
                                               {{"name", name}, {"version", "1"}});
    REQUIRE(saved.status == 303);
}

std::string version_in(const std::string& page)
{
    const std::string_view mark = "name=\"version\" value=\"";
    const auto from = page.find(mark);
    REQUIRE(from != std::string::npos);
    return page.substr(from + mark.size(), page.find('"', from + mark.size()) - from - mark.size());
}

} // namespace

TEST_CASE_ENGINES("a title changed on the page of the worksite meanwhile is not written over")
// PRG-002 PLT-084
{
    Yard yard{engine};
    const auto seen = version_in(yard.admin.browser.get(std::string{sheet} + "/modifier").body);
    rename(yard, "Surélévation pierre");
    const test_world::Typed typed{{"identifier", "CH-118"},
                                  {"title", "Extension bois et verre"},
                                  {"starts_on", "2026-11-02"},
                                  {"version", seen}};
    const auto late = yard.admin.browser.post(sheet, typed);
    CHECK(late.status == 409);
    CHECK(holds(late.body, "Extension bois et verre"));
    CHECK(holds(late.body, "Surélévation pierre"));
    CHECK(holds(yard.client.browser.get("/p/armor/fiches/CH-118").body, "Surélévation pierre"));

    auto again = typed;
    again.back().second = version_in(late.body);
    CHECK(yard.admin.browser.post(sheet, again).status == 303);
    CHECK(holds(yard.client.browser.get("/p/armor/fiches/CH-118").body, "Extension bois et verre"));
}

TEST_CASE_ENGINES("a sheet is found by the name its worksite has now, by both sides") // PRG-004
{
    Yard yard{engine};
    const auto found = [](test_world::Member& member, const std::string& side, const char* word) {
        const auto page = member.browser.get(side + "/armor/recherche?q=" + word).body;
        return holds(page, side + "/armor/fiches/CH-118");
    };
    CHECK(found(yard.admin, "/e", "extension"));
    rename(yard, "Surélévation pierre");
    for (const char* word : {"surelevation", "pierre"}) {
        CHECK(found(yard.admin, "/e", word));
        CHECK(found(yard.client, "/p", word));
    }
    CHECK_FALSE(found(yard.admin, "/e", "extension"));
    CHECK_FALSE(found(yard.client, "/p", "extension"));
}
