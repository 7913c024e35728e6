#pragma once

#include "kernel/auth/sign_ins.hpp"
#include "kernel/html/html.hpp"
#include "kernel/html/ui/field.hpp"
#include "modules/identity/account_forms.hpp"
#include "modules/identity/password_forms.hpp"

#include <string>
#include <vector>

namespace identity
{

struct SessionLine {
    std::string device;
    std::string detail; ///< address and last use
    bool is_current = false;
    html::Url end = html::Url::local("/");
};
struct SignInLine {
    std::string device;
    std::string detail;
    std::string outcome;
    bool is_success = false;
};

struct AccountView {
    forms::Form<SavePreferences> preferences;
    forms::Form<ChangePassword> password;
    std::vector<ui::Choice> pages;
    std::string identifier;
    bool has_password = true;
    bool has_second_factor = false;
    std::vector<SessionLine> sessions;
    std::vector<SignInLine> sign_ins;
    html::Html identities; ///< accounts of providers; may be empty
    html::Html panels;     ///< of other modules
    html::Html guard;
    html::Url save = html::Url::local("/compte");
    html::Url change_password = html::Url::local("/compte/mot-de-passe");
    html::Url second_factor = html::Url::local("/compte/double-authentification");
    html::Url end_all = html::Url::local("/compte/sessions/fin");
};
html::Html account_view(const AccountView& view);

/// The translated word of an outcome.
std::string outcome_words(auth::Outcome outcome);

} // namespace identity
