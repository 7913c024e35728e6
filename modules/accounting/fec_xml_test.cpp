#include "kernel/base/refusal.hpp"
#include "modules/accounting/fec_test_kit.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

using namespace accounting;
using namespace accounting_test;

namespace
{

std::string xml(const std::vector<Entry>& entries)
{
    std::string bytes;
    FecXmlWriter writer{closing, [&](std::string_view piece) { bytes += piece; }};
    for (const auto& entry : entries)
        writer.write(entry);
    writer.finish();
    return bytes;
}

/// The schema of the DGFiP is the judge.
bool is_valid(const std::string& bytes)
{
    const test_support::TemporaryFolder folder;
    const auto path = (folder.path() / "732829320FEC20261231.xml").string();
    std::ofstream{path, std::ios::binary} << bytes;
    const std::string schema = "tests/contracts/fec/formatA47A-I-VII-1.xsd";
    std::vector<std::string> words{"xmllint", "--nonet", "--noout", "--schema", schema, path};
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    REQUIRE(posix_spawnp(&child, "xmllint", nullptr, nullptr, arguments.data(), environ) == 0);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

Entry purchase()
{
    auto entry = sale(1, {4'000});
    entry.journal = Journal::purchases;
    entry.journal_label = "Achats <& divers>";
    entry.number = entry_number(Journal::purchases, 1);
    entry.lines = reversed(entry.lines);
    return entry;
}

} // namespace

TEST_CASE("the XML twin is valid against the schema of the tax office")
{
    CHECK(is_valid(xml({purchase(), sale(1, {10'000}), sale(2, {99})}))); // ACC-003
    CHECK(is_valid(xml({})));
    const auto bytes = xml({sale(1, {10'000})});
    CHECK(bytes.find("Pâtisserie Noël &amp; Fils") != std::string::npos);
    auto wrong = bytes;
    wrong.replace(wrong.find("411000"), 6, "4C1000");
    CHECK_FALSE(is_valid(wrong));
}
