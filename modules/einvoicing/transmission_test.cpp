#include "kernel/documents/enclosed.hpp"
#include "kernel/files/installation.hpp"
#include "modules/einvoice/einvoice.hpp"
#include "modules/einvoicing/transmission_test_kit.hpp"

#include <fstream>

using namespace transmission_test;

namespace
{

/// What the Factur-X that the platform was given says.
einvoice::ReceivedInvoice read_again(const std::string& pdf)
{
    const test_support::TemporaryFolder folder;
    const auto path = folder.path() / "avoir.pdf";
    std::ofstream{path, std::ios::binary} << pdf;
    const auto enclosed = documents::enclosed_in(files::media_program(), path);
    REQUIRE(enclosed.value().size() == 1);
    return std::get<einvoice::ReceivedInvoice>(einvoice::read_received(enclosed->front().bytes));
}

} // namespace

TEST_CASE_ENGINES("an invoice to a French business leaves for the platform, once, as it was issued")
{
    Desk desk{engine}; // INV-056
    desk.connect();
    const auto place = desk.invoice();
    REQUIRE(desk.platform.submitted.size() == 1);
    const auto& flow = desk.platform.submitted.front();
    CHECK(flow.tracking == "FACT-2026-0001.1");
    CHECK(flow.bytes.starts_with("%PDF-"));
    CHECK(base::hex(base::sha256(flow.bytes)) ==
          invoices_test::facts_of(desk.office, place).paper_sha256);
    CHECK(desk.transmission(place).state == TransmissionState::sent);
    CHECK(desk.transmission(place).flow == "S1");
    CHECK(desk.shown(place).find("Transmise à la plateforme") != std::string::npos);
    CHECK(desk.press(settings_page + "/releve") == 303);
    CHECK(desk.office.lea.browser.post(place + "/transmission").status == 422);
    CHECK(desk.platform.submitted.size() == 1);
    CHECK(desk.platform.complaints.empty());
}

TEST_CASE_ENGINES("a credit note leaves too, as one, and names what it takes back")
{
    Desk desk{engine}; // INV-056
    desk.connect();
    const auto invoice = desk.invoice();
    const auto credit_note = desk.credit_note(invoice);
    REQUIRE(desk.platform.submitted.size() == 2);
    CHECK(desk.platform.submitted.back().tracking == "AV-2026-0001.1");
    const auto read = read_again(desk.platform.submitted.back().bytes);
    CHECK(read.kind == "381");
    CHECK(read.gross == base::Cents{60'000});
    CHECK(read.preceding == std::vector<std::string>{"FACT-2026-0001"});
    CHECK(desk.transmission(credit_note).state == TransmissionState::sent);
    CHECK(desk.platform.complaints.empty());
}

TEST_CASE_ENGINES("nothing leaves for a person, nor from a business without a platform")
{
    Desk desk{engine}; // INV-056
    const auto before = desk.invoice();
    CHECK(desk.office.lea.browser.post(desk.office.list + "/999999/transmission").status == 404);
    CHECK(desk.shown(before).find("Plateforme agréée") == std::string::npos);
    CHECK(desk.office.lea.browser.post(before + "/transmission").status == 422);
    desk.connect();
    desk.office.aurore = desk.person;
    const auto to_person = issued(desk.office);
    desk.run();
    CHECK(desk.platform.submitted.empty());
    CHECK(desk.shown(to_person).find("Plateforme agréée") == std::string::npos);
    CHECK(desk.office.lea.browser.post(to_person + "/transmission").status == 422);

    CHECK(desk.shown(before).find("a été émise avant votre plateforme") != std::string::npos);
    CHECK(desk.press(before + "/transmission") == 303);
    CHECK(desk.platform.submitted.size() == 1);
    CHECK(desk.office.malik.browser.post(before + "/transmission").status == 403);
}

TEST_CASE_ENGINES("whatever becomes of the request, the platform ends with one flow of an invoice")
{
    for (const auto fault : {Fault::lost, Fault::cut, Fault::known}) { // INV-056
        Desk desk{engine};
        desk.connect();
        desk.platform.faults = {fault};
        const auto place = desk.invoice();
        base::set_test_clock("+10s");
        desk.run();
        CHECK(desk.platform.submitted.size() == 1);
        CHECK(desk.transmission(place).state == TransmissionState::sent);
        CHECK(desk.transmission(place).flow == "S1");
        CHECK(desk.platform.complaints.empty());
    }
}

TEST_CASE_ENGINES("a platform that is down or busy is asked again by the delays, and by its own")
{
    Desk desk{engine}; // INV-056
    desk.connect();
    desk.platform.faults = {Fault::broken, Fault::unavailable, Fault::busy};
    const auto place = desk.invoice();
    CHECK(desk.shown(place).find("La plateforme est indisponible") != std::string::npos);
    base::set_test_clock("+10s");
    desk.run();
    base::set_test_clock("+60s");
    desk.run();
    CHECK(desk.platform.faults.empty());
    base::set_test_clock("+150s"); // it asked for two minutes
    desk.run();
    CHECK(desk.platform.submitted.empty());
    base::set_test_clock("+200s");
    desk.run();
    CHECK(desk.platform.submitted.size() == 1);
    CHECK(desk.transmission(place).trouble.empty());
    CHECK(desk.transmission(place).state == TransmissionState::sent);
}

TEST_CASE_ENGINES("what the platform will not take says why, and leaves again when somebody asks")
{
    Desk desk{engine}; // INV-056
    desk.connect();
    desk.platform.faults = {Fault::malformed};
    const auto place = desk.invoice();
    const auto page = desk.shown(place);
    CHECK(page.find("Factur-X illisible") != std::string::npos);
    CHECK(page.find("Renvoyer") != std::string::npos);
    CHECK(desk.transmission(place).state == TransmissionState::refused);
    CHECK(desk.press(place + "/transmission") == 303);
    CHECK(desk.transmission(place).state == TransmissionState::sent);
    CHECK(desk.platform.searches_of_tracking == 2);

    desk.platform.submitted.front().acknowledgement = "Error"; // its later controls
    desk.platform.submitted.front().updated_at = "2026-11-21T10:00:00Z";
    CHECK(desk.press(settings_page + "/releve") == 303);
    CHECK(desk.shown(place).find("empreinte différente") != std::string::npos);
    CHECK(desk.press(place + "/transmission") == 303);
    REQUIRE(desk.platform.submitted.size() == 2);
    CHECK(desk.platform.submitted.back().tracking == "FACT-2026-0001.2");
    CHECK(desk.platform.complaints.empty());
    std::vector<std::string> codes;
    for (const auto& status : desk.history(place))
        codes.push_back(status.code);
    CHECK(codes == std::vector<std::string>{"turned_away", "resent", "sent", "turned_away",
                                            "resent", "sent"});
}

TEST_CASE_ENGINES(
    "what waited for a platform that was stopped or unreachable leaves when it is back")
{
    Desk desk{engine}; // INV-056
    desk.connect();
    CHECK(desk.press(settings_page + "/arret") == 303);
    const auto stopped = desk.invoice();
    CHECK(desk.platform.submitted.empty());
    CHECK(desk.shown(stopped).find("Plateforme agréée") == std::string::npos);
    CHECK(desk.press(settings_page + "/activation") == 303);
    desk.platform.faults = std::vector<Fault>(7, Fault::unavailable);
    const auto waits = desk.invoice();
    for (const char* later : {"+1m", "+10m", "+30m", "+2h", "+12h", "+24h"}) {
        base::set_test_clock(later);
        desk.run();
    }
    CHECK(desk.transmission(waits).state == TransmissionState::waiting); // its job gave up
    einvoicing::plan_fetching(desk.office.world.database());
    desk.run();
    CHECK(desk.transmission(waits).state == TransmissionState::sent);
    CHECK(desk.platform.submitted.size() == 1);
}

TEST_CASE_ENGINES("what went to a trial leaves again for the true platform, as another flow")
{
    Desk desk{engine}; // INV-056
    desk.connect("trial");
    const auto place = desk.invoice();
    CHECK(desk.shown(place).find("Essai") != std::string::npos);
    CHECK(desk.office.lea.browser.post(place + "/transmission").status == 422);
    desk.connect("live");
    CHECK(desk.press(place + "/transmission") == 303);
    CHECK(desk.platform.submitted.back().tracking == "FACT-2026-0001.2");
    CHECK(desk.shown(place).find(">Essai<") == std::string::npos);
}
