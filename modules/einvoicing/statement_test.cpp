#include "modules/einvoice/invoice_test_kit.hpp"
#include "modules/einvoicing/dispatch_store.hpp"
#include "modules/einvoicing/lifecycle_message.hpp"
#include "modules/einvoicing/supplier_invoice_store.hpp"
#include "modules/einvoicing/transmission_test_kit.hpp"

#include <fstream>

using namespace transmission_test;

namespace
{

const std::string received_page = "/e/charpentes/factures-recues";

int pay(Desk& desk, const std::string& place, const std::string& kind, const std::string& amount)
{
    const auto today = base::date_in(base::now(), desk.office.firm.time_zone).text();
    const auto status = desk.office.lea.browser
                            .post(place + "/paiements", {{"kind", kind},
                                                         {"amount", amount},
                                                         {"received_on", today},
                                                         {"means", "transfer"},
                                                         {"reference", ""}})
                            .status;
    desk.run();
    return status;
}

bool says(const std::string& bytes, const std::string& part)
{
    return bytes.find(part) != std::string::npos;
}

/// A supplier's invoice that came through the platform; its page.
std::string supplied(Desk& desk, const std::string& number)
{
    auto made = einvoice_kit::invoice();
    made.number = number;
    desk.platform.held.push_back(
        {.id = "f-" + number, .name = "f.xml", .bytes = einvoice::ubl_of(made)});
    CHECK(desk.press(settings_page + "/releve") == 303);
    return desk.office.as_lea().read([&](WorkspaceTransaction& tx) {
        const auto all = einvoicing::SupplierInvoiceStore{tx}.list(
            {.word = {}, .state = {}, .before = {}, .limit = 10});
        return received_page + "/" + all.front().id.text();
    });
}

int send(Desk& desk, const std::string& page, const test_world::Typed& typed = {})
{
    const auto status = desk.office.lea.browser.post(page, typed).status;
    desk.run();
    return status;
}

const std::string& last(const Desk& desk)
{
    return desk.platform.submitted.back().bytes;
}

} // namespace

TEST_CASE_ENGINES("what is paid of an invoice that left is told to its buyer, by rate, once each")
{ // INV-056
    Desk desk{engine};
    desk.connect();
    const auto place = desk.invoice();
    desk.platform.faults = {Fault::lost};
    CHECK(pay(desk, place, "payment", "200") == 303);
    base::set_test_clock("+10s");
    desk.run();
    REQUIRE(desk.platform.submitted.size() == 2);
    for (const char* part :
         {"<ram:IssuerAssignedID>FACT-2026-0001</ram:IssuerAssignedID>",
          "<ram:ProcessConditionCode>212</ram:ProcessConditionCode>",
          "<ram:TypeCode>MEN</ram:TypeCode><ram:ValueAmount currencyID=\"EUR\">200.00"
          "</ram:ValueAmount><ram:ValuePercent>20.00</ram:ValuePercent>",
          "<ram:URIID schemeID=\"0225\">552100554</ram:URIID>"})
        CHECK_MESSAGE(says(last(desk), part), part);
    CHECK(pay(desk, place, "refund", "50") == 303);
    REQUIRE(desk.platform.submitted.size() == 3);
    CHECK(says(last(desk), ">-50.00<"));
    CHECK(says(desk.shown(place), "212 · Encaissée"));
    CHECK(desk.platform.complaints.empty());
}

TEST_CASE_ENGINES(
    "a payment is told after its invoice, and again when somebody asks after a refusal")
{ // INV-056
    Desk desk{engine};
    desk.connect();
    desk.platform.faults = {Fault::unavailable, Fault::none, Fault::malformed};
    const auto place = desk.invoice();
    CHECK(pay(desk, place, "payment", "600") == 303);
    CHECK(desk.platform.submitted.empty());
    for (const char* later : {"+10s", "+5m"}) {
        base::set_test_clock(later);
        desk.run();
    }
    REQUIRE(desk.platform.submitted.size() == 1);
    CHECK(desk.platform.submitted.front().tracking == "FACT-2026-0001.1");
    CHECK(says(desk.shown(place), "Refusé par la plateforme"));
    CHECK(desk.press(place + "/transmission") == 303);
    CHECK(desk.platform.submitted.size() == 2);
    CHECK(desk.office.lea.browser.post(place + "/transmission").status == 422);
}

TEST_CASE_ENGINES("what is decided of a supplier's invoice is told to him, once, with its reason")
{ // INV-056
    Desk desk{engine};
    desk.connect();
    const auto accepted = supplied(desk, "F-1");
    CHECK(send(desk, accepted + "/litige", {{"reason", "cmd_err"}, {"words", "BC-12 attendu"}}) ==
          303);
    REQUIRE(desk.platform.submitted.size() == 1);
    CHECK(says(last(desk), "<ram:ProcessConditionCode>207</ram:ProcessConditionCode>"));
    CHECK(says(last(desk), "<ram:ReasonCode>CMD_ERR</ram:ReasonCode><ram:Reason>BC-12 attendu"));
    CHECK(send(desk, accepted + "/litige", {{"reason", "none"}, {"words", ""}}) == 422);
    CHECK(send(desk, accepted + "/acceptation") == 303);
    CHECK(says(last(desk), "<ram:ProcessConditionCode>205</ram:ProcessConditionCode>"));
    const auto today = base::date_in(base::now(), desk.office.firm.time_zone).text();
    CHECK(send(desk, accepted + "/paiement", {{"paid_on", today}}) == 303);
    CHECK(says(last(desk), "<ram:ProcessConditionCode>211</ram:ProcessConditionCode>"));

    const auto refused = supplied(desk, "F-2");
    desk.platform.faults = {Fault::cut};
    CHECK(send(desk, refused + "/refus",
               {{"reason", "doublon"}, {"words", ""}, {"seen", "to_check"}}) == 303);
    base::set_test_clock("+10s");
    desk.run();
    CHECK(desk.platform.submitted.size() == 4);
    CHECK(says(last(desk), "<ram:ReasonCode>DOUBLON</ram:ReasonCode>"));
    CHECK(says(desk.shown(refused), "210 · Refusée"));
    CHECK(send(desk, refused + "/renvoi") == 422);
    CHECK(desk.platform.complaints.empty());
}

TEST_CASE_ENGINES("nothing is told of an invoice that did not come, or leave, through the platform")
{ // INV-056
    Desk desk{engine};
    const auto before = desk.invoice();
    desk.connect();
    CHECK(pay(desk, before, "payment", "100") == 303);
    const auto sent = desk.office.lea.browser.post_files(
        received_page, {}, {{"f.xml", einvoice::ubl_of(einvoice_kit::invoice())}});
    CHECK(sent.status == 303);
    desk.run();
    const auto page = desk.office.as_lea().read([](WorkspaceTransaction& tx) {
        return received_page + "/" +
               einvoicing::SupplierInvoiceStore{tx}.list({}).front().id.text();
    });
    CHECK(send(desk, page + "/litige", {{"reason", "doublon"}, {"words", ""}}) == 422);
    CHECK(send(desk, page + "/acceptation") == 303);
    CHECK(desk.platform.submitted.empty());
}
