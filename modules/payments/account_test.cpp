#include "modules/payments/account_store.hpp"
#include "modules/payments/payments_test_kit.hpp"

using namespace payments_test;

namespace
{

payments::Account kept(Till& till)
{
    return till.office.as_lea().read(
        [](WorkspaceTransaction& tx) { return payments::AccountStore{tx}.find(payments::stripe); });
}

http::Response save(Till& till, const std::string& key, const std::string& secret)
{
    return till.office.lea.browser.post(settings_page, {{"key", key}, {"secret", secret}});
}

} // namespace

TEST_CASE_ENGINES("keys are sealed, never shown again, and nothing is on before one has answered")
{ // INV-043
    Till till{engine};
    auto& lea = till.office.lea.browser;
    CHECK(lea.post(settings_page + "/essai").status == 422);
    CHECK(till.save("sk_test_perime_42") == 303);
    CHECK(kept(till).state == payments::AccountState::draft);
    CHECK(lea.post(settings_page + "/essai").status == 303);
    const auto shown = lea.get(settings_page);
    CHECK(holds(shown, "Stripe refuse la clé"));
    CHECK_FALSE(holds(shown, "sk_test_perime_42"));
    CHECK_FALSE(holds(shown, SimulatedStripe::secret));
    CHECK(kept(till).sealed_key.find("perime") == std::string::npos);
    CHECK(kept(till).state == payments::AccountState::draft);
    till.connect();
    CHECK(kept(till).state == payments::AccountState::active);
    CHECK(holds(lea.get(settings_page), "clé d’essai"));
    CHECK(holds(lea.get(settings_page), listening));
    CHECK(lea.post(settings_page + "/arret").status == 303);
    CHECK(holds(lea.get(settings_page), "Le paiement en ligne est éteint"));
    CHECK(till.save("", "") == 303); // the same, to be tried again
    CHECK(lea.post(settings_page + "/essai").status == 303);
    CHECK(kept(till).state == payments::AccountState::active);
    CHECK(till.office.malik.browser.get(settings_page).status == 403);
}

TEST_CASE_ENGINES("a key that cannot be the secret one is refused at its field, nothing is kept")
{ // INV-043
    Till till{engine};
    const auto refused = [&](const std::string& key, const std::string& secret,
                             const std::string& words) {
        const auto answer = save(till, key, secret);
        CHECK(answer.status == 422);
        CHECK(holds(answer, words));
    };
    refused("pk_test_1", "whsec_1", "C’est la clé publique");
    refused("whsec_1", "whsec_1", "C’est le secret de signature");
    refused("rk_1", "whsec_1", "Une clé secrète de Stripe commence par");
    refused("sk_test_1", "sk_test_1", "commence par whsec_");
    refused("", "", "");
    CHECK(kept(till).sealed_key.empty());
    CHECK(till.save("rk_live_1") == 303);
    CHECK(kept(till).mode == payments::Mode::live);
}
