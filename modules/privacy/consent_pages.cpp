#include "modules/privacy/consent_pages.hpp"

#include "kernel/auth/agreements.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/privacy/consent_views.hpp"
#include "modules/privacy/request_lines_pages.hpp"
#include "modules/privacy/request_store.hpp"

#include <algorithm>

namespace privacy
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::size_t people_shown = 20;

std::string where(const std::string& key, const std::string& proof)
{
    return t(proof.empty() ? "privacy.consent." + key : "privacy.consent." + key + "_from",
             {{"proof", proof}});
}

ConsentFact fact_of(const guard::Call& call, Purpose purpose, const std::vector<Consent>& consents)
{
    ConsentFact fact{.purpose =
                         t("privacy.consent.short." + std::string{forms::enum_name(purpose)}),
                     .words = t("privacy.consent.not_given")};
    const auto newest = std::ranges::max_element(consents, {}, [&](const Consent& consent) {
        return consent.purpose == purpose ? consent.given_at.micros : -1;
    });
    if (newest == consents.end() || newest->purpose != purpose) return fact;
    fact.is_given = !newest->withdrawn_at;
    fact.words = t("privacy.consent.since", {{"date", day_of(call, newest->given_at)}}) +
                 where(std::string{forms::enum_name(newest->origin)}, newest->proof);
    if (newest->withdrawn_at)
        fact.words += t("privacy.consent.until", {{"date", day_of(call, *newest->withdrawn_at)}});
    return fact;
}

/// The treatment of data is agreed to when the account is opened.
ConsentFact processing_of(const guard::Call& call, const std::vector<auth::GivenConsent>& given)
{
    ConsentFact fact{.purpose = t("privacy.consent.short.processing"),
                     .words = t("privacy.consent.not_given")};
    const auto found =
        std::ranges::find(given, auth::Document::processing, &auth::GivenConsent::document);
    if (found == given.end()) return fact;
    fact.is_given = true;
    fact.words = t("privacy.consent.since", {{"date", day_of(call, found->given_at)}}) +
                 where("portal", found->address);
    return fact;
}

} // namespace

html::Html consents_panel(guard::Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const auto people = call.context().read([&](WorkspaceTransaction& tx) {
        std::vector<PersonConsents> found;
        for (const auto& account : auth::accounts_of_client(tx, client)) {
            if (found.size() == people_shown) break;
            const auto consents = RequestStore{tx}.consents(account.id);
            found.push_back({.name = account.name,
                             .facts = {processing_of(call, auth::agreements_of(tx, account.person)),
                                       fact_of(call, Purpose::news, consents),
                                       fact_of(call, Purpose::photos, consents)}});
        }
        return found;
    });
    return consents_of_client(people);
}

} // namespace privacy
