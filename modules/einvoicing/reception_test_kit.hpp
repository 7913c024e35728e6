#pragma once

#include "kernel/base/text.hpp"
#include "modules/einvoice/invoice_test_kit.hpp"
#include "modules/einvoicing/einvoicing.hpp"
#include "modules/einvoicing/reception_store.hpp"
#include "modules/einvoicing/supplier_invoice_store.hpp"
#include "modules/invoices/page_test_kit.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

/// A builder who receives invoices; included by tests only.
namespace einvoicing_test
{

using tenancy::WorkspaceTransaction;
using test_world::Member;

inline constexpr const char* list_page = "/e/charpentes/factures-recues";

inline std::string sample(const std::string& name)
{
    std::ostringstream bytes;
    bytes << std::ifstream{"tests/contracts/einvoice/judges/samples/" + name, std::ios::binary}
                 .rdbuf();
    REQUIRE_MESSAGE(!bytes.str().empty(), name);
    return bytes.str();
}

inline einvoice::Invoice invoice(const std::string& number)
{
    auto made = einvoice_kit::invoice();
    made.number = number;
    return made;
}

inline std::string paper(const std::string& number)
{
    return einvoice::paper_of({.title = number, .from = {.name = "Fournil SARL"}}, invoice(number));
}

inline std::string ubl(const std::string& number)
{
    return einvoice::ubl_of(invoice(number));
}

struct Office {
    explicit Office(db::Engine engine)
        : world(engine,
                invoices_test::Office::modules_with({{"einvoicing", einvoicing::describe}})),
          firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Lea", .role = "admin"})),
          malik(world.add_member(firm, {.name = "Malik", .role = "employe"}))
    {
    }
    /// By the form, then read.
    int send(const std::vector<test_world::Sent>& files)
    {
        const auto answer = lea.browser.post_files(list_page, {}, files);
        world.run_jobs();
        return answer.status;
    }
    tenancy::Context house() { return world.context(firm, lea.actor); }
    std::vector<einvoicing::SupplierInvoice> invoices()
    {
        return house().read([](WorkspaceTransaction& tx) {
            return einvoicing::SupplierInvoiceStore{tx}.list(
                {.word = {}, .state = {}, .before = {}, .limit = 200});
        });
    }
    std::vector<einvoicing::Reception> in_state(einvoicing::ReceptionState state)
    {
        return house().read([&](WorkspaceTransaction& tx) {
            return einvoicing::ReceptionStore{tx}.in_state(state);
        });
    }
    std::string page_of(const einvoicing::SupplierInvoice& one)
    {
        return std::string{list_page} + "/" + one.id.text();
    }

    test_world::World world;
    tenancy::Workspace firm;
    Member lea;
    Member malik;
};

inline bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

} // namespace einvoicing_test
