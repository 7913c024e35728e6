#include "kernel/module.hpp"

#include "modules/identity/identity.hpp"
#include "modules/identity/password_pages.hpp"
#include "modules/identity/sign_in_pages.hpp"
#include "modules/identity/sign_up_pages.hpp"

namespace identity
{

namespace
{

using guard::any_member;
using guard::any_person;
using guard::open_to_all;

void describe_doors(kernel::Module& module)
{
    module.open()
        .get("/connexion", show_sign_in, open_to_all("the way in"))
        .post("/connexion", create_session, open_to_all("the way in"), "SignIn")
        .get("/connexion/verification", show_proof, any_person())
        .before_second_factor()
        .post("/connexion/verification", prove_second_factor, any_person(), "ProveSecondFactor")
        .before_second_factor()
        .post("/deconnexion", end_session, any_person(), "SignOut")
        .before_second_factor()
        .get("/inscription", show_owner_sign_up, open_to_all("a business signs up"))
        .post("/inscription", create_business, open_to_all("a business signs up"), "OwnerSignUp")
        .get("/inscription/courriel", show_sign_up_sent, open_to_all("the end of a sign-up"))
        .get("/inscription/confirmation/{token}", show_owner_confirmation,
             open_to_all("the link is the proof"))
        .post("/inscription/confirmation/{token}", confirm_business,
              open_to_all("the link is the proof"), "ConfirmBusiness")
        .get("/mot-de-passe-oublie", show_forgotten, open_to_all("nobody is signed in yet"))
        .post("/mot-de-passe-oublie", request_password, open_to_all("nobody is signed in yet"),
              "RequestReset")
        .get("/mot-de-passe-oublie/courriel", show_reset_sent,
             open_to_all("nobody is signed in yet"))
        .get("/nouveau-mot-de-passe/{token}", show_new_password,
             open_to_all("the link is the proof"))
        .post("/nouveau-mot-de-passe/{token}", choose_password,
              open_to_all("the link is the proof"), "ChoosePassword");
}

void describe_portal_doors(kernel::Module& module)
{
    module.portal()
        .get("/connexion", show_sign_in, open_to_all("the way in"))
        .post("/connexion", create_session, open_to_all("the way in"), "SignIn")
        .get("/connexion/verification", show_proof, any_member())
        .before_second_factor()
        .post("/connexion/verification", prove_second_factor, any_member(), "ProveSecondFactor")
        .before_second_factor()
        .post("/deconnexion", end_session, any_member(), "SignOut")
        .before_second_factor()
        .get("/inscription", show_client_sign_up, open_to_all("a client signs up"))
        .post("/inscription", create_client_account, open_to_all("a client signs up"),
              "ClientSignUp")
        .get("/inscription/courriel", show_sign_up_sent, open_to_all("the end of a sign-up"))
        .get("/inscription/confirmation/{token}", show_client_confirmation,
             open_to_all("the link is the proof"))
        .post("/inscription/confirmation/{token}", confirm_client_account,
              open_to_all("the link is the proof"), "ConfirmClient")
        .get("/mot-de-passe-oublie", show_forgotten, open_to_all("nobody is signed in yet"))
        .post("/mot-de-passe-oublie", request_password, open_to_all("nobody is signed in yet"),
              "RequestReset")
        .get("/mot-de-passe-oublie/courriel", show_reset_sent,
             open_to_all("nobody is signed in yet"))
        .get("/nouveau-mot-de-passe/{token}", show_new_password,
             open_to_all("the link is the proof"))
        .post("/nouveau-mot-de-passe/{token}", choose_password,
              open_to_all("the link is the proof"), "ChoosePassword");
}

} // namespace

void describe(kernel::Module& module)
{
    describe_doors(module);
    describe_portal_doors(module);
    module.doors({.sign_in_page = sign_in_instead});
}

} // namespace identity
