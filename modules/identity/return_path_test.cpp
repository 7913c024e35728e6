#include "modules/identity/return_path.hpp"

#include <doctest.h>

TEST_CASE("only a path of this site is kept as the way back")
{
    using identity::safe_return_path;
    CHECK(safe_return_path("/e/vigie/tickets?page=2") == "/e/vigie/tickets?page=2");
    CHECK(safe_return_path("/") == "/");
    for (const char* elsewhere :
         {"", "//evil.example", "/\\evil.example", "\\/evil.example", "https:evil.example",
          "https://evil.example", "/%09/evil.example", "/%2f/evil.example", "/%2Fevil.example",
          "/%5cevil.example", "evil.example", "javascript:alert(1)", "/\t/evil.example",
          " /tickets", "/ /evil.example", "user@evil.example", "/../..//evil.example", "/connexion",
          "/connexion?next=/connexion"})
        CHECK(safe_return_path(elsewhere).empty());
    CHECK(safe_return_path("/" + std::string(2'000, 'a')).empty());
}
