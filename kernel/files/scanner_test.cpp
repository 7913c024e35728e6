#include "kernel/files/scanner.hpp"
#include "kernel/files/test_files.hpp"

#include <doctest.h>

using files::Finding;
using files::scan;
using test_support::TemporaryFolder;

namespace
{

/// A scanner as clamdscan is one: the file on its standard input, its verdict in how it ends.
std::string scanner(const TemporaryFolder& folder, const std::string& script)
{
    const auto path = test_files::write(folder, "scanner", "#!/bin/sh\n" + script + "\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path.string() + " --no-summary -";
}

constexpr const char* finds_the_mark =
    "[ \"$1 $2\" = '--no-summary -' ] || exit 2\n"
    "if /bin/grep -q CECI-EST-UN-ESSAI-D-ANTIVIRUS; then exit 1; else exit 0; fi";

} // namespace

TEST_CASE("a scanner says what is infected by how it ends") // FIL-002
{
    const TemporaryFolder folder;
    const auto command = scanner(folder, finds_the_mark);
    CHECK(scan(command, test_files::write(folder, "a.txt", "Bonjour")) == Finding::clean);
    CHECK(scan(command, test_files::write(folder, "b.txt", "x CECI-EST-UN-ESSAI-D-ANTIVIRUS x")) ==
          Finding::infected);
}

TEST_CASE("a scanner that fails, or is not there, is no verdict")
{
    const TemporaryFolder folder;
    const auto file = test_files::write(folder, "a.txt", "Bonjour");
    CHECK_THROWS_AS(scan(scanner(folder, "exit 2"), file), std::runtime_error);
    CHECK_THROWS_AS(scan(scanner(folder, "kill -9 $$"), file), std::runtime_error);
    CHECK_THROWS_AS(scan("/nowhere/clamdscan", file), std::system_error);
}
