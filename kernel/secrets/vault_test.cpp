#include "kernel/secrets/vault.hpp"

#include <doctest.h>

using namespace secrets;

namespace
{

constexpr Place place{.table = "crm_client", .column = "email", .row = "7:12"};

Key key(char filler)
{
    return Key{std::string(Key::size, filler)};
}

} // namespace

TEST_CASE("what is sealed opens in its place only")
{
    const Vault vault{{key('a')}};
    const auto sealed = vault.seal("anne@client.example", place);
    CHECK(vault.open(sealed, place) == "anne@client.example");
    CHECK(sealed.find("anne") == std::string::npos);
    CHECK(sealed.size() == 19 + 45);
    CHECK_FALSE(vault.open(sealed, {.table = "crm_client", .column = "email", .row = "7:13"}));
    CHECK_FALSE(vault.open(sealed, {.table = "crm_client", .column = "phone", .row = "7:12"}));
    CHECK_FALSE(vault.open(sealed, {.table = "crm_clien", .column = "temail", .row = "7:12"}));
    CHECK(vault.open(vault.seal("", place), place) == "");
}

TEST_CASE("one changed bit anywhere is noticed")
{
    const Vault vault{{key('a')}};
    const auto sealed = vault.seal("secret", place);
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto altered = sealed;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        CHECK_FALSE(vault.open(altered, place));
    }
    CHECK_FALSE(vault.open(sealed.substr(0, 40), place));
    CHECK_FALSE(vault.open("", place));
}

TEST_CASE("the same text is never sealed twice alike")
{
    const Vault vault{{key('a')}};
    CHECK(vault.seal("secret", place) != vault.seal("secret", place));
}

TEST_CASE("a rotated key still opens, and says what to seal again")
{
    const Vault before{{key('a')}};
    const Vault after{{key('b'), key('a')}};
    const auto old = before.seal("secret", place);
    CHECK(after.open(old, place) == "secret");
    CHECK(after.is_sealed_by_older_key(old));
    const auto fresh = after.seal("secret", place);
    CHECK_FALSE(after.is_sealed_by_older_key(fresh));
    CHECK_FALSE(before.open(fresh, place));
    CHECK(after.keyed_hash("crm.email", "x") == before.keyed_hash("crm.email", "x"));
}

TEST_CASE("a keyed hash depends on the key, the purpose and the text")
{
    const Vault vault{{key('a')}};
    const auto hash = vault.keyed_hash("crm.email", "anne@client.example");
    CHECK(hash.size() == 32);
    CHECK(hash == vault.keyed_hash("crm.email", "anne@client.example"));
    CHECK(hash != vault.keyed_hash("crm.phone", "anne@client.example"));
    CHECK(hash != vault.keyed_hash("crm.email", "Anne@client.example"));
    CHECK(hash != Vault{{key('b')}}.keyed_hash("crm.email", "anne@client.example"));
}
