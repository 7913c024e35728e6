#include "app/demonstration/told_year_test_kit.hpp"
#include "kernel/base/typed_number.hpp"

#include <doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

/// Every invoice and credit note of the French demonstration, as its job made it, as
/// ETABLI_YEAR_FOLDER/paper/good-NUMBER.pdf, and a line of JSON for each with what its figures come
/// to.
namespace
{

using told_year::Told;

std::string amount(base::Cents cents)
{
    return '"' + base::plain_amount(cents) + '"';
}

std::string totals_of(const billing::Figures& figures)
{
    std::string rows;
    for (const auto& row : figures.rows)
        rows += (rows.empty() ? "[" : ",[") + amount(row.base) + ',' + amount(row.tax) + ']';
    const auto& totals = figures.totals;
    return "{\"lines\":" + amount(totals.lines) + ",\"net\":" + amount(totals.net) +
           ",\"tax\":" + amount(totals.tax) + ",\"gross\":" + amount(totals.gross) +
           ",\"due\":" + amount(totals.due) + ",\"rows\":[" + rows + "]}";
}

void write_all(Told& told, const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    for (const auto& row : told.issued()) {
        const auto facts = told.context().read([&](tenancy::WorkspaceTransaction& tx) {
            return invoices::facts(tx, {row.id}).at(row.id);
        });
        const auto page = told.owner.browser.get("/e/atelier/factures/" + row.id.text() + "/pdf");
        const auto name = "good-" + row.number;
        if (page.file) std::filesystem::copy_file(page.file->path, folder / (name + ".pdf"));
        std::printf("{\"name\":\"%s\",\"done\":\"\",\"ours\":[],\"totals\":%s}\n", name.c_str(),
                    totals_of(facts.figures).c_str());
    }
}

} // namespace

TEST_CASE("the year is written")
{
    const char* folder = std::getenv("ETABLI_YEAR_FOLDER");
    REQUIRE(folder != nullptr);
    Told told{"chantier"};
    while (told.world.run_jobs() > 0) {
    }
    write_all(told, std::filesystem::path{folder} / "paper");
}
