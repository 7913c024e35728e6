#include "kernel/base/csv.hpp"
#include "modules/crm/client_import.hpp"

#include <doctest.h>

using namespace crm;

namespace
{

ImportedLine read(const std::vector<std::string>& cells, const std::vector<ImportField>& fields)
{
    return read_line({.line = 7, .cells = cells, .problem = base::CsvProblem::none}, fields,
                     ImportWords{{{.code = "installer", .name = "Installateur"}}});
}

std::vector<std::string> reasons(const ImportedLine& line)
{
    std::vector<std::string> found;
    for (const auto& problem : line.problems)
        found.push_back(problem.field + " " + problem.reason);
    return found;
}

} // namespace

TEST_CASE("the titles of other tools say what their columns are, each field once")
{
    const ImportWords words{ClientTypes{}};
    const auto fields = words.fields_of({"Raison sociale", "NOM", "Prénom", "E-mail", "Tél.",
                                         "Portable", "Code_postal", "Ville", "Solde"});
    CHECK(columns_of(fields) == "company_name,last_name,first_name,email,phone,none,"
                                "billing_postal_code,billing_city,none");
    CHECK(fields_of(columns_of(fields)) == fields);
}

TEST_CASE("a line becomes a record, and words of the file become ours")
{
    const auto line = read({"Kervella Alarmes", "Contact@Kervella.Example", "'+33 2 61 91 00 01",
                            "installateur", "Inactif"},
                           {ImportField::company_name, ImportField::email, ImportField::phone,
                            ImportField::type, ImportField::status});
    REQUIRE(line.problems.empty());
    CHECK(line.client.kind == ClientKind::company);
    CHECK(line.client.email == "contact@kervella.example");
    CHECK(line.client.phone == "+33261910001");
    CHECK(line.client.type == "installer");
    CHECK(line.client.status == ClientStatus::inactive);
    CHECK(line.client.origin == ClientOrigin::import);
    CHECK(
        read({"Le Gall", "0261910002"}, {ImportField::last_name, ImportField::phone}).client.kind ==
        ClientKind::person);
}

TEST_CASE("everything that is wrong with a line is said, with its field")
{
    const auto bad =
        read({"", "pas une adresse", "12", "martien"},
             {ImportField::last_name, ImportField::email, ImportField::phone, ImportField::type});
    CHECK(reasons(bad) == std::vector<std::string>{"type crm.import.problem.word",
                                                   "email forms.error.email",
                                                   "phone forms.error.phone"});
    CHECK(bad.problems.front().line == 7);
    CHECK(reasons(read({"Le Gall"}, {ImportField::last_name})) ==
          std::vector<std::string>{"email crm.refusal.no_contact"});
    CHECK(reasons(read({"", "0261910002"}, {ImportField::last_name, ImportField::phone})) ==
          std::vector<std::string>{"last_name crm.refusal.no_name"});
    CHECK(reasons(read({"Le Gall", "0261910002", "Lorient"},
                       {ImportField::last_name, ImportField::phone})) ==
          std::vector<std::string>{" crm.import.problem.stray"});
    CHECK(read({"Le Gall", "0261910002", " "}, {ImportField::last_name, ImportField::phone})
              .problems.empty());
}

TEST_CASE("a file that cannot be taken says why before anything is read")
{
    const auto why = [](const std::string& bytes, const std::vector<ImportField>& fields) {
        std::vector<std::string> found;
        for (const auto& one : obstacles(look_at(bytes, {}, true), fields))
            found.push_back(one.reason.substr(std::string{"crm.import.obstacle."}.size()));
        return found;
    };
    using Reasons = std::vector<std::string>;
    const std::vector<ImportField> good{ImportField::last_name, ImportField::phone};
    CHECK(why("nom;tel\nA;0261910001\n", good).empty());
    CHECK(why("nom;tel\n", good) == Reasons{"empty"});
    CHECK(why("nom;tel\nA;0261910001\n", {ImportField::none, ImportField::phone}) ==
          Reasons{"name"});
    CHECK(why("nom;tel\nA;B\n", {ImportField::last_name, ImportField::last_name}) ==
          Reasons{"contact", "twice"});
    std::string many = "nom;tel\n";
    for (int line = 0; line <= import_lines_max; ++line)
        many += "A;0261910001\n";
    CHECK(why(many, good) == Reasons{"lines"});
    std::string wide = "nom;tel";
    for (int column = 2; column < 300; ++column)
        wide += ";x";
    CHECK(why(wide + "\nA;B\n", good) == Reasons{"columns"});
}

TEST_CASE("only what a record lacks is completed, an address as a whole")
{
    Client client{.company_name = "Kervella", .phone = "0261910001", .billing_city = "Groix"};
    CHECK(complete(client, {.email = "a@b.example",
                            .phone = "0200000000",
                            .billing_address = "3 quai",
                            .billing_city = "Lorient"}));
    CHECK(client.email == "a@b.example");
    CHECK(client.phone == "0261910001");
    CHECK(client.billing_address.empty());
    CHECK_FALSE(complete(client, {.email = "c@d.example"}));
}
