#pragma once

#include "kernel/guard/form_view.hpp"
#include "kernel/html/html.hpp"
#include "kernel/html/ui/field.hpp"

#include <string>
#include <vector>

namespace identity
{

/// How the reader says that it is he.
struct OwnProof {
    enum class Kind { password, recent_sign_in, sign_in_again };
    Kind kind = Kind::password;
    std::string until;  ///< recent_sign_in: « 14 h 05 »
    html::Html buttons; ///< sign_in_again: one a provider
};

/// Who holds the top role, before or after he offered it.
struct OfferView {
    html::Html guard;
    html::Url offer = html::Url::local("/");
    html::Url end = html::Url::local("/");
    guard::FormView fields;
    OwnProof proof;
    std::vector<ui::Choice> receivers; ///< empty: nobody can receive it
    std::vector<ui::Choice> kept_roles;
    std::string waiting_for; ///< « Proposé à Tom Le Bris, jusqu'au 28 novembre »; empty: none
};
html::Html offer_view(const OfferView& view);

/// Whom it is offered to.
struct ReceiveView {
    html::Html guard;
    html::Url accept = html::Url::local("/");
    html::Url end = html::Url::local("/");
    guard::FormView fields;
    OwnProof proof;
    std::string words;
};
html::Html receive_view(const ReceiveView& view);

/// Anybody else of the team: whose place it is.
html::Html nothing_offered_view(const std::string& words);

} // namespace identity
