#pragma once

#include "modules/invoices/page_test_kit.hpp"
#include "modules/payments/payments.hpp"
#include "tests/support/simulated_gocardless.hpp"
#include "tests/support/simulated_paypal.hpp"
#include "tests/support/simulated_stripe.hpp"

#include <boost/json/parse.hpp>

#include <string>

/// What the tests of payments share; included by tests only.
namespace payments_test
{

using invoices_test::facts_of;
using invoices_test::holds;
using invoices_test::id_of;
using invoices_test::issued;
using invoices_test::Office;
using tenancy::WorkspaceTransaction;
using test_support::SimulatedGocardless;
using test_support::SimulatedPaypal;
using test_support::SimulatedStripe;
using test_world::Typed;

inline const std::string settings_page = "/e/charpentes/reglages/paiements/stripe";
inline const std::string settings_of_all = "/e/charpentes/reglages/paiements";
inline const std::string listening = "/p/charpentes/paiements/stripe";

/// An office that takes money online; Aurore reads her invoices in her portal.
struct Till {
    explicit Till(db::Engine engine, std::vector<test_world::Declared> more = {})
        : office(engine, with_payments(std::move(more))),
          aurore(office.world.add_member(office.firm, {.name = "Aurore Penhoat",
                                                       .role = "client",
                                                       .side = tenancy::Side::portal,
                                                       .client = office.aurore}))
    {
        payments::use_providers({.vault = &office.world.site().vault(),
                                 .stripe_address = stripe.address(),
                                 .paypal_address = paypal.address(),
                                 .gocardless_address = gocardless.address(),
                                 .reach = payments::ProviderReach::loopback_too});
    }
    static std::vector<test_world::Declared> with_payments(std::vector<test_world::Declared> more)
    {
        more.insert(more.begin(), {"payments", payments::describe});
        return more;
    }
    int save(const std::string& key = SimulatedStripe::key,
             const std::string& secret = SimulatedStripe::secret)
    {
        return office.lea.browser.post(settings_page, {{"key", key}, {"secret", secret}}).status;
    }
    void connect()
    {
        REQUIRE(save() == 303);
        REQUIRE(office.lea.browser.post(settings_page + "/essai").status == 303);
    }
    /// Where Aurore reads that invoice.
    static std::string portal(const std::string& place)
    {
        return "/p/charpentes/factures/" + id_of(place).text();
    }
    /// She presses « Payer »; gives the session that Stripe opened.
    std::string press(const std::string& place)
    {
        const auto sent = aurore.browser.post(portal(place) + "/reglement");
        REQUIRE(sent.status == 303);
        return stripe.sessions.rbegin()->first;
    }
    int deliver(const std::string& body) { return deliver(body, stripe.second()); }
    int deliver(const std::string& body, std::int64_t at)
    {
        return deliver_with(body, stripe.signed_at(body, at));
    }
    int deliver_with(const std::string& body, const std::string& proof,
                     const std::string& to = listening)
    {
        return send(body, "Stripe-Signature", proof, to);
    }
    int send(const std::string& body, const std::string& header, const std::string& proof,
             const std::string& to)
    {
        return send(body, {{header, proof}}, to);
    }
    int send(const std::string& body, const Typed& headers, const std::string& to)
    {
        http::Request request;
        request.method = http::Method::Post;
        request.target = request.path = to;
        request.headers.add("Content-Type", "application/json");
        for (const auto& [header, proof] : headers)
            if (!proof.empty()) request.headers.add(header, proof);
        request.body = body;
        request.peer = "198.51.100.4";
        request.host = "localhost:8080";
        request.id = "0123456789abcdef";
        return office.world.site().answer(request).status;
    }
    void deliver_all(const std::vector<std::string>& bodies)
    {
        for (const auto& body : bodies)
            CHECK(deliver(body) == 200);
    }
    base::Cents paid(const std::string& place) { return facts_of(office, place).balance.paid; }
    base::Cents left(const std::string& place) { return facts_of(office, place).balance.left(); }

    void connect(const std::string& provider, const std::string& key, const std::string& secret)
    {
        const auto page = settings_of_all + "/" + provider;
        REQUIRE(office.lea.browser.post(page, {{"key", key}, {"secret", secret}}).status == 303);
        REQUIRE(office.lea.browser.post(page + "/essai").status == 303);
    }
    void connect_gocardless()
    {
        connect("gocardless", SimulatedGocardless::key, SimulatedGocardless::secret);
    }
    void connect_paypal()
    {
        const auto page = settings_of_all + "/paypal";
        REQUIRE(office.lea.browser
                    .post(page, {{"client", SimulatedPaypal::client},
                                 {"key", SimulatedPaypal::key},
                                 {"secret", SimulatedPaypal::webhook},
                                 {"mode", "test"}})
                    .status == 303);
        REQUIRE(office.lea.browser.post(page + "/essai").status == 303);
    }
    /// She presses the button of that provider.
    void choose(const std::string& place, const std::string& means)
    {
        const auto sent = aurore.browser.post(portal(place) + "/reglement", {{"means", means}});
        REQUIRE(sent.status == 303);
    }
    int deliver_debit(const std::string& body)
    {
        return deliver_debit(body, gocardless.proof_of(body));
    }
    int deliver_debit(const std::string& body, const std::string& proof)
    {
        return send(body, "Webhook-Signature", proof, "/p/charpentes/paiements/gocardless");
    }

    int deliver_order(const std::string& body, const std::string& proof = SimulatedPaypal::proof)
    {
        return send(body,
                    {{"PAYPAL-AUTH-ALGO", "SHA256withRSA"},
                     {"PAYPAL-CERT-URL", "https://api.paypal.com/cert.pem"},
                     {"PAYPAL-TRANSMISSION-ID", "69cd13f0-d67a-11e5-baa3-778b53f4ae55"},
                     {"PAYPAL-TRANSMISSION-SIG", proof},
                     {"PAYPAL-TRANSMISSION-TIME", "2026-01-15T10:00:00Z"}},
                    "/p/charpentes/paiements/paypal");
    }

    SimulatedStripe stripe;
    SimulatedPaypal paypal;
    SimulatedGocardless gocardless;
    Office office;
    test_world::Member aurore;
};

} // namespace payments_test
