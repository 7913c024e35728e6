#pragma once

#include "modules/einvoicing/einvoicing.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/transmission_store.hpp"
#include "modules/invoices/page_test_kit.hpp"
#include "tests/support/simulated_platform.hpp"

#include <string>
#include <vector>

/// A builder who invoices through his platform; included by tests only.
namespace transmission_test
{

using einvoicing::Status;
using einvoicing::Transmission;
using einvoicing::TransmissionState;
using invoices_test::holds;
using invoices_test::id_of;
using invoices_test::issued;
using tenancy::WorkspaceTransaction;
using test_support::Fault;
using test_support::SimulatedPlatform;

inline const std::string settings_page = "/e/charpentes/reglages/plateforme";

/// Léa's clients: Aurore, a person, and a business that the directory of the reform knows.
struct Desk {
    explicit Desk(db::Engine engine) : office(engine, {{"einvoicing", einvoicing::describe}})
    {
        einvoicing::use_platforms({.vault = &office.world.site().vault(),
                                   .reach = einvoicing::PlatformReach::loopback_too});
        person = office.aurore;
        business = office.as_lea().write([](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::company,
                                        .company_name = "Fournil du Port",
                                        .email = "compta@fournil.example",
                                        .phone = "0297000000",
                                        .billing_address = "3 rue des Dunes",
                                        .billing_postal_code = "56100",
                                        .billing_city = "Lorient",
                                        .billing_country = "France"});
        });
        office.aurore = business;
    }
    ~Desk() { base::set_test_clock("+0s"); }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void run()
    {
        while (office.world.run_jobs() > 0)
            continue;
    }
    int press(const std::string& page)
    {
        const auto status = office.lea.browser.post(page).status;
        run();
        return status;
    }
    void connect(const std::string& mode = "live", const std::string& address = {})
    {
        CHECK(office.lea.browser
                  .post(settings_page, {{"address", address.empty() ? platform.address() : address},
                                        {"token_address", ""},
                                        {"client", ""},
                                        {"secret", SimulatedPlatform::token},
                                        {"mode", mode}})
                  .status == 303);
        CHECK(press(settings_page + "/essai") == 303);
        CHECK(press(settings_page + "/activation") == 303);
    }
    /// Issued to the business, with its paper; what waits for the platform was tried once.
    std::string invoice()
    {
        const auto place = invoices_test::priced_draft(office);
        CHECK(
            office.lea.browser.post(place + "/client", {{"siren", "552100554"}, {"vat_number", ""}})
                .status == 303);
        CHECK(office.lea.browser.post(place + "/emission", invoices_test::issuing()).status == 303);
        run();
        return place;
    }
    /// Takes back all of an issued one; its page.
    std::string credit_note(const std::string& place)
    {
        const auto sent = office.lea.browser.post(place + "/avoir",
                                                  {{"credited", ""}, {"reason", "Erreur de prix"}});
        REQUIRE(sent.status == 303);
        const std::string issuing_page{sent.headers.get("Location")};
        CHECK(office.lea.browser.post(issuing_page, invoices_test::issuing("1")).status == 303);
        run();
        return issuing_page.substr(0, issuing_page.rfind("/emission"));
    }
    std::string shown(const std::string& place) { return office.lea.browser.get(place).body; }
    Transmission transmission(const std::string& place)
    {
        return office.as_lea().read([&](WorkspaceTransaction& tx) {
            return einvoicing::TransmissionStore{tx}.of(id_of(place)).value();
        });
    }
    std::vector<Status> history(const std::string& place)
    {
        return office.as_lea().read([&](WorkspaceTransaction& tx) {
            einvoicing::TransmissionStore store{tx};
            return store.history(store.of(id_of(place)).value().id);
        });
    }

    SimulatedPlatform platform;
    invoices_test::Office office;
    tenancy::ClientId person;
    tenancy::ClientId business;
};

} // namespace transmission_test
