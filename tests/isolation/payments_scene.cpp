#include "modules/invoices/invoices.hpp"
#include "modules/payments/account_actions.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/checkout_actions.hpp"
#include "modules/payments/notice.hpp"
#include "modules/payments/payments.hpp"
#include "modules/payments/taking_actions.hpp"
#include "modules/payments/taking_store.hpp"
#include "tests/isolation/scene.hpp"
#include "tests/support/simulated_stripe.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_support::SimulatedStripe;
using test_world::Typed;

SimulatedStripe& stripe()
{
    static SimulatedStripe the_stripe;
    return the_stripe;
}

/// Its key is good, so that clients see the button.
Subject a_connected_business(Scene& scene)
{
    payments::use_providers({.vault = &scene.world.site().vault(),
                             .stripe_address = stripe().address(),
                             .reach = payments::ProviderReach::loopback_too});
    scene.as(scene.admin).write([](WorkspaceTransaction& tx) {
        payments::save_account(tx,
                               {.key = SimulatedStripe::key, .secret = SimulatedStripe::secret});
        payments::note_trial(tx, payments::AccountStore{tx}.find(payments::stripe), {});
    });
    Subject account;
    account.path["provider"] = payments::stripe; // the same name everywhere
    account.shared = isolation::Shared::with_everybody;
    return account;
}

Subject an_unpaid_invoice(Scene& scene)
{
    a_connected_business(scene);
    return isolation::catalogue().subjects.at("own_invoice")(scene);
}

invoices::InvoiceId id_of(const Subject& subject)
{
    return *invoices::InvoiceId::parse(subject.path.at("invoice"));
}

/// Its client may leave for the provider.
Subject a_checkout(Scene& scene)
{
    auto subject = an_unpaid_invoice(scene);
    scene.as(scene.client).write([&](WorkspaceTransaction& tx) {
        const auto begun = payments::begin_checkout(tx, id_of(subject), payments::stripe);
        payments::note_opening(
            tx, begun.checkout.id,
            payments::OpenedCheckout{.reference = "cs_" + begun.checkout.id.text(),
                                     .address = "https://paiement.example/p/1",
                                     .ends_at = base::real_now() + std::chrono::hours{1}});
    });
    return subject;
}

/// Of an invoice that was pressed, paid and told.
Subject a_taking(Scene& scene)
{
    auto subject = an_unpaid_invoice(scene);
    const auto path = "/p/" + scene.workspace.slug + "/factures/" + subject.path.at("invoice");
    scene.client.browser.post(path + "/reglement");
    const auto session = stripe().sessions.rbegin()->first;
    scene.world.context(scene.workspace, tenancy::Actor::system())
        .write([&](WorkspaceTransaction& tx) {
            for (const auto& body : stripe().pay(session))
                payments::take_notice(tx, payments::stripe,
                                      payments::read_stripe_event(body).value());
            const auto taking = payments::TakingStore{tx}.of(id_of(subject)).front();
            subject.path["taking"] = taking.id.text();
        });
    return subject;
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["own_unpaid_invoice"] = an_unpaid_invoice;
    all.subjects["own_checkout"] = a_checkout;
    all.subjects["online_payment"] = a_taking;
    all.subjects["payment_account"] = a_connected_business;
    all.examples["SavePaymentAccount"] = [](Scene& scene, const Subject&) {
        a_connected_business(scene);
        return Typed{{"key", SimulatedStripe::key}, {"secret", SimulatedStripe::secret}};
    };
    all.examples["KeepPaymentCopies"] = [](Scene& scene, const Subject&) {
        a_connected_business(scene);
        return Typed{{"are_kept", "on"}};
    };
    all.examples["PayOnline"] = [](Scene&, const Subject&) {
        return Typed{{"means", payments::stripe}};
    };
    all.examples["RefundTaking"] = [](Scene&, const Subject&) {
        return Typed{{"amount", "1"}, {"reason", "Geste " + std::string{isolation::marker}}};
    };
    return true;
}();

} // namespace
