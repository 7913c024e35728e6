#include "tests/support/postgres.hpp"

#include <cstdlib>
#include <stdexcept>

namespace test_support
{

std::string postgres_url()
{
    const char* url = std::getenv("ETABLI_TEST_POSTGRES");
    if (url == nullptr || *url == '\0')
        throw std::runtime_error(
            "ETABLI_TEST_POSTGRES is not set, so this test has no PostgreSQL. Run it through "
            "bin/test, "
            "or first: export ETABLI_TEST_POSTGRES=$(tools/test_postgres start)");
    return url;
}

} // namespace test_support
