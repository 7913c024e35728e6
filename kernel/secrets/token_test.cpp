#include "kernel/secrets/token.hpp"

#include <doctest.h>

using namespace secrets;

TEST_CASE("a token is 256 random bits and only its hash is stored")
{
    const auto token = new_token();
    CHECK(token.size() == 43);
    CHECK(token != new_token());
    CHECK(token_hash(token).size() == 64);
    CHECK(token_hash(token).find(token) == std::string::npos);
    CHECK(token_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
