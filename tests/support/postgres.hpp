#pragma once

#include <string>

namespace test_support
{

/// The superuser's URL of the private PostgreSQL cluster of this test run, as
/// postgres://user:password@127.0.0.1:port/database. The cluster lasts for the whole run and is
/// shared by every test: create a database of your own in it and drop it at the end.
///
/// Throws std::runtime_error saying how to start one when ETABLI_TEST_POSTGRES is not set, which
/// fails the test: a machine without PostgreSQL must never look like a machine where all is well.
std::string postgres_url();

} // namespace test_support
