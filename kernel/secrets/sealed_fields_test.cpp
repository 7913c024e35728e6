#include "kernel/secrets/sealed_fields.hpp"

#include <doctest.h>

using namespace secrets;

namespace
{

constexpr const char* purpose = "POST /e/ponant/tickets";
constexpr base::Instant now{1'790'000'000'000'000};

Vault vault()
{
    return Vault{{Key{std::string(Key::size, 'k')}}};
}

} // namespace

TEST_CASE("typed fields come back as they were, in their order")
{
    const base::Params fields{{"title", "12:34 « été »\n"}, {"title", ""}, {"", "x"}};
    const auto sealed = seal_fields(vault(), purpose, fields, now);
    CHECK(sealed.find("t\xC3\xA9") == std::string::npos);
    CHECK(open_fields(vault(), purpose, sealed, now) == fields);
    CHECK(open_fields(vault(), purpose, seal_fields(vault(), purpose, {}, now), now)->empty());
}

TEST_CASE("typed fields open for the same form and during one hour")
{
    using namespace std::chrono_literals;
    const auto sealed = seal_fields(vault(), purpose, {{"a", "b"}}, now);
    CHECK(open_fields(vault(), purpose, sealed, now + 59min));
    CHECK_FALSE(open_fields(vault(), purpose, sealed, now + 60min));
    CHECK_FALSE(open_fields(vault(), purpose, sealed, now - 1min));
    CHECK_FALSE(open_fields(vault(), "POST /e/other/tickets", sealed, now));
    CHECK_FALSE(open_fields(vault(), purpose, "", now));
    CHECK_FALSE(open_fields(vault(), purpose, sealed + "A", now));
    CHECK_FALSE(open_fields(vault(), purpose, "é", now));
}

TEST_CASE("more than 64 kB is not kept")
{
    CHECK_FALSE(seal_fields(vault(), purpose, {{"a", std::string(65'000, 'x')}}, now).empty());
    CHECK(seal_fields(vault(), purpose, {{"a", std::string(65'600, 'x')}}, now).empty());
}
