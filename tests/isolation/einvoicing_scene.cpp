#include "modules/einvoicing/reception_store.hpp"
#include "modules/einvoicing/supplier_invoice_actions.hpp"
#include "modules/einvoicing/supplier_invoice_store.hpp"
#include "tests/isolation/scene.hpp"

#include <doctest.h>

#include <fstream>
#include <sstream>

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

std::string with_marker(const std::string& number)
{
    std::ostringstream bytes;
    bytes << std::ifstream{"tests/contracts/einvoice/judges/samples/good-cii.xml"}.rdbuf();
    auto xml = bytes.str();
    const auto at = xml.find("<ram:ID>", xml.find("<rsm:ExchangedDocument>")) + 8;
    xml.replace(at, xml.find('<', at) - at, std::string{isolation::marker} + number);
    return xml;
}

void send(Scene& scene, const std::string& bytes)
{
    const auto answer = scene.admin.browser.post_files(
        "/e/" + scene.workspace.slug + "/factures-recues", {},
        {{"facture " + std::string{isolation::marker} + ".xml", bytes}});
    REQUIRE_MESSAGE(answer.status == 303, "an invoice is not taken: " << answer.status);
    scene.world.run_jobs();
}

einvoicing::SupplierInvoiceId an_id(Scene& scene)
{
    static int count = 0;
    send(scene, with_marker("-" + std::to_string(++count)));
    return scene.as(scene.admin).read([](WorkspaceTransaction& tx) {
        return einvoicing::SupplierInvoiceStore{tx}.list({}).front().id;
    });
}

Subject a_supplier_invoice(Scene& scene)
{
    return {.path = {{"invoice", an_id(scene).text()}}, .ids = {}};
}

Subject an_accepted_one(Scene& scene)
{
    const auto id = an_id(scene);
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        einvoicing::accept_invoice(tx, id);
    });
    return {.path = {{"invoice", id.text()}}, .ids = {}};
}

Subject a_quarantined_file(Scene& scene)
{
    send(scene, "<?xml version='1.0'?><a>" + std::string{isolation::marker});
    return scene.as(scene.admin).read([](WorkspaceTransaction& tx) {
        const auto newest = einvoicing::ReceptionStore{tx}
                                .in_state(einvoicing::ReceptionState::quarantined)
                                .front();
        return Subject{.path = {{"reception", newest.id.text()}}, .ids = {}};
    });
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["supplier_invoice"] = a_supplier_invoice;
    all.subjects["accepted_supplier_invoice"] = an_accepted_one;
    all.subjects["supplier_file"] = a_quarantined_file;
    all.examples["RefuseInvoice"] = [](Scene&, const Subject&) {
        return Typed{{"reason", "doublon"}, {"words", "Déjà reçue"}};
    };
    all.examples["PayInvoice"] = [](Scene& scene, const Subject&) {
        return Typed{{"paid_on", base::date_in(base::now(), scene.workspace.time_zone).text()}};
    };
    all.examples["SavePlatform"] = [](Scene&, const Subject&) {
        return Typed{{"address", "https://plateforme.example/flow-service"},
                     {"token_address", ""},
                     {"client", ""},
                     {"secret", "jeton"}};
    };
    all.examples["ChooseReporting"] = [](Scene&, const Subject&) {
        return Typed{{"regime", "monthly"}, {"starts_on", "2027-09-01"}};
    };
    all.examples["TellReport"] = [](Scene&, const Subject&) {
        return Typed{{"flux", "private_sales"}};
    };
    all.examples["TellReportAgain"] = [](Scene&, const Subject&) {
        return Typed{{"reference", "ER-10.3-20270901"}};
    };
    all.examples["DisputeInvoice"] = [](Scene&, const Subject&) {
        return Typed{{"reason", "doublon"}, {"words", "Déjà reçue"}};
    };
    for (const char* deed : {"litige", "renvoi"})
        all.without_example["POST /e/{workspace}/factures-recues/{invoice}/" + std::string{deed}] =
            "needs an invoice of a platform; its success is judged by modules/einvoicing tests";
    for (const char* deed : {"envoi", "renvoi"})
        all.without_example["POST /e/{workspace}/reglages/e-reporting/" + std::string{deed}] =
            "needs a platform that answers; its success is judged by modules/einvoicing tests";
    for (const char* deed : {"essai", "activation", "releve"})
        all.without_example["POST /e/{workspace}/reglages/plateforme/" + std::string{deed}] =
            "needs a platform that answers; its success is judged by modules/einvoicing tests";
    all.without_example["POST /e/{workspace}/reglages/factures-par-courriel"] =
        "needs a connected mailbox; its success is judged by modules/einvoicing tests";
    all.without_example["POST /e/{workspace}/factures/{invoice}/transmission"] =
        "needs a platform that answers; its success is judged by modules/einvoicing tests";
    all.without_example["POST /e/{workspace}/factures-recues"] =
        "files are what it takes; sent by the factory of supplier_invoice";
    return true;
}();

} // namespace
