#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/issuing_actions.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/settings/profile_store.hpp"
#include "modules/settings/settings.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

const std::string words = "Facture " + std::string{isolation::marker};

Subject an_invoice(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return invoices::start_invoice(tx,
                                       {.client_id = scene.client.actor.client, .title = words});
    });
    return {.path = {{"invoice", id.text()}}};
}

/// Who sells and who buys, as the law wants them named.
void name_parties(WorkspaceTransaction& tx, const invoices::Invoice& invoice)
{
    auto client = crm::ClientStore{tx}.find(invoice.client_id).value();
    if (client.billing_city.empty()) {
        client.billing_address = "3 rue des Dunes";
        client.billing_postal_code = "56100";
        client.billing_city = "Lorient";
        crm::save_client(tx, client, client.version);
    }
    invoices::save_buyer(tx, invoice.id, "552100554", {});
    auto profile = settings::profile(tx);
    profile.legal_name = "Marque SARL";
    profile.siret = "73282932000074";
    profile.vat_number = "FR44732829320";
    settings::write_profile(tx, profile);
}

/// With something to count and nothing that the law would miss.
Subject a_ready_invoice(Scene& scene)
{
    auto subject = an_invoice(scene);
    scene.world.context(scene.workspace, tenancy::Actor::system())
        .write([&](WorkspaceTransaction& tx) {
            const auto id = *invoices::InvoiceId::parse(subject.path.at("invoice"));
            const auto invoice = invoices::invoice_by_id(tx, id);
            name_parties(tx, invoice);
            invoices::save_invoice(tx, invoice,
                                   {{.name = words, .unit_price = {1'000'000}, .tax = "tva20"}},
                                   invoice.version);
        });
    return subject;
}

Subject an_issued_invoice(Scene& scene)
{
    auto subject = a_ready_invoice(scene);
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        const auto id = *invoices::InvoiceId::parse(subject.path.at("invoice"));
        invoices::issue_invoice(tx, {.invoice = id,
                                     .seen_version = invoices::invoice_by_id(tx, id).version,
                                     .way = invoices::Way::mail,
                                     .to_name = words,
                                     .to_email = "client@marque.example",
                                     .words = words});
    });
    scene.world.run_jobs();
    return subject;
}

Subject an_accepted_quote(Scene& scene)
{
    auto subject = isolation::catalogue().subjects.at("sent_quote")(scene);
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        const auto id = *quotes::QuoteId::parse(subject.path.at("quote"));
        const auto issue = quotes::IssueStore{tx}.find(id).value();
        quotes::accept_quote(tx, {.quote = id, .chosen = {}, .identity = issue.identity});
    });
    return subject;
}

Subject a_reachable_client(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([](WorkspaceTransaction& tx) {
        return crm::add_client(tx, {.company_name = words, .email = "compta@marque.example"});
    });
    return {.path = {{"id", id.text()}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["accepted_quote"] = an_accepted_quote;
    all.examples["InvoiceQuote"] = [](Scene&, const Subject&) { return Typed{{"share", "whole"}}; };
    all.subjects["invoice"] = an_invoice;
    all.subjects["ready_invoice"] = a_ready_invoice;
    all.subjects["issued_invoice"] = an_issued_invoice;
    all.subjects["own_invoice"] = an_issued_invoice;
    all.examples["StartInvoice"] = [](Scene& scene, const Subject&) {
        return Typed{{"client", scene.client.actor.client.text()}, {"title", words}};
    };
    all.examples["SaveInvoice"] = [](Scene& scene, const Subject&) {
        return Typed{{"client", scene.client.actor.client.text()},
                     {"title", words},
                     {"version", "1"},
                     {"l1.kind", "line"},
                     {"l1.name", words},
                     {"l1.quantity", "1"},
                     {"l1.unit_price", "100"},
                     {"l1.tax", "tva20"}};
    };
    all.examples["RemoveInvoice"] = [](Scene&, const Subject&) { return Typed{{"version", "1"}}; };
    all.examples["CheckInvoice"] = [](Scene&, const Subject&) { return Typed{{"version", "2"}}; };
    all.examples["IssueInvoice"] = [](Scene&, const Subject&) {
        return Typed{
            {"way", "hand"}, {"name", words}, {"email", ""}, {"words", ""}, {"version", "2"}};
    };
    all.examples["SendPaymentLink"] = [](Scene&, const Subject&) {
        return Typed{{"email", "compta@marque.example"}};
    };
    all.examples["RecordPayment"] = [](Scene&, const Subject&) {
        return Typed{{"amount", "10"}, {"received_on", "2026-01-05"}, {"means", "cash"}};
    };
    all.examples["CreditInvoice"] = [](Scene&, const Subject&) { return Typed{{"reason", words}}; };
    all.examples["SaveBuyer"] = [](Scene&, const Subject&) {
        return Typed{{"siren", "552100554"}, {"vat_number", ""}};
    };
    all.subjects["reachable_client"] = a_reachable_client;
    all.examples["MailStatement"] = [](Scene&, const Subject&) {
        return Typed{{"from", "2026-01-01"}, {"to", "2099-12-31"}};
    };
    all.examples["SaveReceipts"] = [](Scene&, const Subject&) { return Typed{{"are_sent", "on"}}; };
    all.examples["SaveTaxes"] = [](Scene&, const Subject&) {
        return Typed{{"regime", "franchise"}, {"usual", ""}};
    };
    all.examples["SaveTerms"] = [](Scene&, const Subject&) {
        return Typed{{"payment_days", "30"},
                     {"iban", "FR7630006000011234567890189"},
                     {"holder", words},
                     {"penalties", words},
                     {"early", words}};
    };
    return true;
}();

} // namespace
