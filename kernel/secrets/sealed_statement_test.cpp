#include "kernel/secrets/sealed_statement.hpp"

#include <doctest.h>

#include <vector>

using namespace secrets;

namespace
{

const CertifiedKey key{Key{std::string(32, 'k')}};
constexpr std::string_view json = R"({"signataire":"Anaïs Le Goff","seal":"x"})";

} // namespace

TEST_CASE("a sealed statement gives its bytes back, and who said it") // QUO-043
{
    const auto read = statement_in(sealed_statement(json, key));
    REQUIRE(read);
    CHECK(read->json == json);
    CHECK(read->certificate == key.certificate());
}

TEST_CASE("a sealed statement with one bit changed, one byte more or one less says nothing")
{ // QUO-043
    auto sealed = sealed_statement(json, key);
    std::vector<std::size_t> accepted;
    for (std::size_t at = 0; at < sealed.size() * 8; ++at) {
        const char before = sealed[at / 8];
        sealed[at / 8] = static_cast<char>(static_cast<unsigned char>(before) ^ (1U << (at % 8)));
        if (statement_in(sealed)) accepted.push_back(at);
        sealed[at / 8] = before;
    }
    CHECK(accepted == std::vector<std::size_t>{});
    CHECK_FALSE(statement_in(sealed + " "));
    for (std::size_t size = 0; size < sealed.size(); ++size)
        CHECK_FALSE(statement_in(std::string_view{sealed}.substr(0, size)));
}
