#include "modules/client_entry/site.hpp"

#include <doctest.h>

using client_entry::origin_of;

TEST_CASE("of an address only scheme, host and port are kept") // PUB-022
{
    CHECK(origin_of("https://www.Armor.example/contact?a=b#c") == "https://www.armor.example");
    CHECK(origin_of("  https://armor.example/ ") == "https://armor.example");
    CHECK(origin_of("https://armor.example:443") == "https://armor.example");
    CHECK(origin_of("https://armor.example:8443/x") == "https://armor.example:8443");
}

TEST_CASE("what could say more than one site in a header is no site") // PUB-022
{
    for (const char* const wrong : {"",
                                    "armor.example",
                                    "http://armor.example",
                                    "https://",
                                    "https://*",
                                    "https://*.example",
                                    "https://localhost",
                                    "https://10.0.0.1",
                                    "https://armor.example; script-src *",
                                    "https://armor.example https://mechant.example",
                                    "https://armor.example\r\nX: y",
                                    "https://user@armor.example",
                                    "https://armor.example:0",
                                    "https://armor.example:99999999",
                                    "https://-armor.example",
                                    "https://armor..example",
                                    "https://[::1]",
                                    "https://'self'",
                                    "https://armor.example,https://mechant.example",
                                    "javascript://armor.example"})
        CHECK_FALSE(origin_of(wrong));
}

TEST_CASE("without a site nobody may frame the button")
{
    CHECK(client_entry::frame_policy({}).ends_with("frame-ancestors 'none'"));
    CHECK(client_entry::frame_policy({"https://a.example", "https://b.example"})
              .ends_with("frame-ancestors https://a.example https://b.example"));
}
