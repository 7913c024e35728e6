#include "modules/invoices/invoices.hpp"
#include "modules/signed_invoices/request_actions.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

const std::string words = "Signature " + std::string{isolation::marker};

invoices::InvoiceId id_of(const Subject& subject)
{
    return *invoices::InvoiceId::parse(subject.path.at("invoice"));
}

/// Issued by a business that asks for a signature.
Subject an_unsigned_invoice(Scene& scene)
{
    scene.as(scene.admin).write([](WorkspaceTransaction& tx) {
        signed_invoices::save_wish(tx, signed_invoices::Wish::required);
    });
    return isolation::catalogue().subjects.at("own_invoice")(scene);
}

Typed signing(Scene& scene, const Subject& subject)
{
    const auto sha256 = scene.as(scene.admin).read([&](WorkspaceTransaction& tx) {
        return invoices::facts(tx, {id_of(subject)}).at(id_of(subject)).paper_sha256;
    });
    return Typed{
        {"signer_name", words}, {"how", "typed_name"}, {"agreed", "on"}, {"shown", sha256}};
}

Subject a_signed_invoice(Scene& scene)
{
    auto subject = an_unsigned_invoice(scene);
    const auto path = "/p/" + scene.workspace.slug + "/factures/" + subject.path.at("invoice");
    scene.client.browser.post(path + "/signature", signing(scene, subject));
    return subject;
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["own_unsigned_invoice"] = an_unsigned_invoice;
    all.subjects["own_signed_invoice"] = a_signed_invoice;
    all.subjects["signed_invoice"] = a_signed_invoice;
    all.examples["SignInvoice"] = signing;
    all.examples["WishSignatures"] = [](Scene&, const Subject&) {
        return Typed{{"wish", "asked"}};
    };
    return true;
}();

} // namespace
