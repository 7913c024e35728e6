#include "kernel/secrets/signature.hpp"

#include <doctest.h>

TEST_CASE("a signature holds for its text and its key, and for no other")
{
    const secrets::SigningKey mine{secrets::Key{std::string(32, 'a')}};
    const secrets::SigningKey other{secrets::Key{std::string(32, 'b')}};
    const auto signature = mine.sign("tête");
    CHECK(secrets::is_signed_by(mine.public_key(), "tête", signature));
    CHECK_FALSE(secrets::is_signed_by(mine.public_key(), "tete", signature));
    CHECK_FALSE(secrets::is_signed_by(other.public_key(), "tête", signature));
    CHECK_FALSE(secrets::is_signed_by(mine.public_key(), "tête", other.sign("tête")));
    CHECK_FALSE(secrets::is_signed_by("00", "tête", signature));
    CHECK_FALSE(secrets::is_signed_by(mine.public_key(), "tête", "x"));
}

TEST_CASE("a signing key comes from its seed alone: the same seed verifies after a restore")
{
    const secrets::Key seed{std::string(32, 's')};
    CHECK(secrets::SigningKey{seed}.public_key() == secrets::SigningKey{seed}.public_key());
    CHECK(secrets::SigningKey{seed}.sign("a") == secrets::SigningKey{seed}.sign("a"));
}
