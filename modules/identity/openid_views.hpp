#pragma once

#include "kernel/html/html.hpp"

#include <string>
#include <vector>

namespace identity
{

/// One « Continuer avec … ».
struct ProviderButton {
    std::string title;
    html::Url to = html::Url::local("/connexion");
};
/// The same, to prove once more who one is.
html::Html proof_buttons(const std::vector<ProviderButton>& providers);
/// Under the sign-in form; nothing when no provider is configured.
html::Html provider_buttons(const std::vector<ProviderButton>& providers);

/// The end of a sign-in that did not open a session: one sentence and the way on.
struct OpenIdOutcomeView {
    std::string title;
    std::string sentence;
    html::Url to = html::Url::local("/connexion");
    std::string label;
};
html::Html openid_outcome_view(const OpenIdOutcomeView& view);

/// An identity of the account page. `end` takes « issuer » and « subject ».
struct IdentityLine {
    std::string title;
    std::string issuer;
    std::string subject;
};
struct IdentitiesView {
    std::vector<IdentityLine> identities;
    html::Url end = html::Url::local("/compte/identites/fin");
    html::Html guard;
    bool is_only_way_in = false; ///< no password: nothing can be unlinked
};
/// A card for the account page; nothing without identities.
html::Html identities_card(const IdentitiesView& view);

} // namespace identity
