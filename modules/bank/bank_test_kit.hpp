#pragma once

#include "modules/bank/bank.hpp"
#include "modules/bank/bank_store.hpp"
#include "modules/invoices/page_test_kit.hpp"

#include <string>

/// What the tests of bank share; included by tests only.
namespace bank_test
{

using invoices_test::facts_of;
using invoices_test::holds;
using invoices_test::id_of;
using invoices_test::Office;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

inline const std::string bank_page = "/e/charpentes/banque";

/// An office with its bank; its clients owe FACT-2026-0001 and so on.
struct Counter {
    explicit Counter(db::Engine engine) : office(engine, {{"bank", bank::describe}}) {}

    /// Issued for that price before taxes of 20 %; its place.
    std::string owes(const std::string& price = "500")
    {
        const auto place = invoices_test::priced_draft(office, price);
        REQUIRE(office.lea.browser.post(place + "/emission", invoices_test::issuing()).status ==
                303);
        return place;
    }
    http::Response send(const std::string& bytes, const std::string& name = "releve.csv")
    {
        return office.lea.browser.post_files(bank_page, {}, {{name, bytes, "statement"}});
    }
    /// A table with French headings and those lines: « 15/01/2026;VIR …;600,00 ».
    static std::string table(const std::string& lines) { return "Date;Libellé;Montant\n" + lines; }
    void import(const std::string& lines) { REQUIRE(send(table(lines)).status == 303); }
    std::vector<bank::Line> waiting()
    {
        return office.as_lea().read(
            [](WorkspaceTransaction& tx) { return bank::BankStore{tx}.waiting(); });
    }
    std::string line_page(std::size_t at = 0)
    {
        return bank_page + "/" + waiting().at(at).id.text();
    }
    std::string number(const std::string& place) { return facts_of(office, place).number; }
    base::Cents paid(const std::string& place) { return facts_of(office, place).balance.paid; }
    base::Cents left(const std::string& place) { return facts_of(office, place).balance.left(); }
    http::Response get(const std::string& page = bank_page) { return office.lea.browser.get(page); }
    http::Response post(const std::string& page, const Typed& typed = {})
    {
        return office.lea.browser.post(page, typed);
    }

    Office office;
};

} // namespace bank_test
