#include "kernel/documents/spreadsheet.hpp"
#include "tests/support/workbook.hpp"

#include <doctest.h>

#include <stdexcept>

using documents::Sheet;
using documents::workbook;
using test_support::texts_of_workbook;

TEST_CASE("a workbook holds its texts as texts, whatever they begin with") // CRM-024
{
    const Sheet sheet{.name = "Clients",
                      .rows = {{"Nom", "Téléphone"},
                               {"=HYPERLINK(\"http://voleur.example\")", "0297000000"},
                               {"@SUM(A1)", "-2+3"},
                               {"<b>Œuvre</b> & Fils", ""}}};
    CHECK(texts_of_workbook(workbook(sheet)) ==
          std::vector<std::vector<std::string>>{
              {"Nom", "Téléphone"},
              {"=HYPERLINK(\"http://voleur.example\")", "0297000000"},
              {"@SUM(A1)", "-2+3"},
              {"<b>Œuvre</b> & Fils"}});
}

TEST_CASE("an empty list is a workbook too, and what no cell can hold is refused")
{
    CHECK(texts_of_workbook(workbook({.name = "Clients", .rows = {}})).empty());
    const std::string too_long(documents::cell_length_max + 1, 'x');
    CHECK_THROWS_AS(workbook({.name = "Clients", .rows = {{too_long}}}), std::runtime_error);
    CHECK_THROWS_AS(workbook({.name = "a/b", .rows = {}}), std::runtime_error);
}
