#include "kernel/auth/credentials.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/base/refusal.hpp"
#include "modules/identity/openid_actions.hpp"
#include "modules/identity/page_test_kit.hpp"
#include "modules/identity/rescue_actions.hpp"

#include <doctest.h>

using identity_test::add_insider;
using identity_test::good_password;
using identity_test::Insider;
using identity_test::mails_of;
using identity_test::make_world;
using identity_test::shows;
using test_world::Browser;

namespace
{

constexpr auto page = "/e/vigie/reglages/propriete";

Browser sign_in(test_world::World& world, const Insider& who)
{
    auto browser = world.visitor();
    browser.post("/connexion", {{"identifier", who.email}, {"password", good_password}});
    return browser;
}

/// Inès leads « vigie », Tom is a technician: both have a password.
struct Team {
    test_world::World world;
    tenancy::Workspace vigie;
    Insider ines;
    Insider tom;

    explicit Team(db::Engine engine)
        : world(make_world(engine)), vigie(world.add_workspace("vigie")),
          ines(add_insider(
              world, vigie,
              {.name = "Inès Kerjean", .email = "ines@vigie.example", .role = "admin"})),
          tom(add_insider(
              world, vigie,
              {.name = "Tom Le Bris", .email = "tom@vigie.example", .role = "technicien"}))
    {
    }
    tenancy::Context context() { return world.context(vigie, tenancy::Actor::system()); }
    std::string role_of(const Insider& who)
    {
        return context().read([&](tenancy::WorkspaceTransaction& tx) {
            return auth::membership_by_id(tx, who.membership).role;
        });
    }
    test_world::Typed offer(const char* password = good_password) const
    {
        return {{"receiver", tom.membership.text()},
                {"role", "developpeur"},
                {"current_password", password}};
    }
    bool has_told(const std::string& email, const std::string& subject)
    {
        for (const auto& message : mails_of(world, vigie))
            if (message.to_email == email && message.subject.find(subject) != std::string::npos)
                return true;
        return false;
    }
};

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

/// Takes the password of Tom and Inès away: from now on only « Arche » vouches for them.
void leave_to_provider(Team& team, const Insider& who)
{
    const auto person = team.context().read([&](tenancy::WorkspaceTransaction& tx) {
        return auth::membership_by_id(tx, who.membership).person;
    });
    tenancy::Platform{team.world.database()}.write([&](tenancy::PlatformTransaction& tx) {
        auth::set_password(tx, person, "");
        auth::link_external(tx, person, {.issuer = "https://arche.example", .subject = who.email});
    });
}

/// Comes in by « Arche », for the first time or once more.
void come_in(Browser& browser, Team& team, const Insider& who)
{
    tenancy::Platform platform{team.world.database()};
    const auto result = identity::enter_externally(
        platform,
        {.account = {.issuer = "https://arche.example", .subject = who.email},
         .email = who.email,
         .email_verified = true,
         .name = {}},
        {.portal = {}, .again = {}});
    browser.set_cookie("__Host-s", std::get<identity::Entered>(result).session.token);
}

} // namespace

TEST_CASE_ENGINES(
    "who has no password offers and accepts with a sign-in by his provider, while it is recent")
{
    Team team{engine}; // IDN-021, IDN-012
    leave_to_provider(team, team.ines);
    leave_to_provider(team, team.tom);
    const ClockGuard guard;
    const std::string accept = page + std::string{"/acceptation"};
    auto offer = team.offer();
    offer.pop_back();
    auto ines = team.world.visitor();
    auto tom = team.world.visitor();
    come_in(ines, team, team.ines);
    base::set_test_clock("+11m");
    CHECK_FALSE(shows(ines.get(page), "current_password"));
    CHECK(shows(ines.get(page), "confirmez d’abord"));
    CHECK(ines.post(page, offer).status == 422);
    CHECK(ines.post(page, team.offer("")).status == 422);
    CHECK_FALSE(team.has_told(team.tom.email, "vous propose"));

    come_in(ines, team, team.ines);
    CHECK(shows(ines.get(page), "cela vaut confirmation"));
    CHECK(ines.post(page, offer).status == 303);
    come_in(tom, team, team.tom);
    base::set_test_clock("+22m");
    CHECK(shows(tom.get(page), "confirmez d’abord"));
    CHECK(tom.post(accept).status == 422);
    CHECK(team.role_of(team.tom) == "technicien");
    come_in(tom, team, team.tom);
    CHECK(tom.post(accept).status == 303);
    CHECK(team.role_of(team.tom) == "admin");
    CHECK(team.role_of(team.ines) == "developpeur");
}

TEST_CASE_ENGINES("who has a password types it, however recent his sign-in")
{
    Team team{engine}; // IDN-021
    auto ines = sign_in(team.world, team.ines);
    auto offer = team.offer();
    offer.pop_back();
    const auto refused = ines.post(page, offer);
    CHECK(refused.status == 422);
    CHECK(shows(refused, "f-current_password-error"));
    CHECK_FALSE(team.has_told(team.tom.email, "vous propose"));
}

TEST_CASE_ENGINES("the workspace passes on when both gave their password, and both are told")
{
    Team team{engine}; // IDN-021
    auto ines = sign_in(team.world, team.ines);
    auto tom = sign_in(team.world, team.tom);
    CHECK(ines.post(page, team.offer("pas le bon mot")).status == 422);
    CHECK_FALSE(team.has_told(team.tom.email, "vous propose"));
    CHECK(ines.post(page, team.offer()).status == 303);
    CHECK(team.has_told(team.tom.email, "vous propose"));
    CHECK(team.role_of(team.tom) == "technicien");
    CHECK(shows(ines.get(page), "Tom Le Bris"));

    const std::string accept = page + std::string{"/acceptation"};
    CHECK(shows(tom.get(page), "Inès Kerjean"));
    CHECK(tom.post(accept, {{"current_password", "pas le bon mot"}}).status == 422);
    CHECK(team.role_of(team.tom) == "technicien");
    CHECK(tom.post(accept, {{"current_password", good_password}}).status == 303);
    CHECK(team.role_of(team.tom) == "admin");
    CHECK(team.role_of(team.ines) == "developpeur");
    CHECK(team.has_told(team.tom.email, "Vous dirigez maintenant"));
    CHECK(team.has_told(team.ines.email, "Tom Le Bris dirige maintenant"));
    CHECK(tom.post(accept, {{"current_password", good_password}}).status == 422);
}

TEST_CASE_ENGINES("an offer that was declined or withdrawn is accepted by nobody")
{
    Team team{engine}; // IDN-021
    auto ines = sign_in(team.world, team.ines);
    auto tom = sign_in(team.world, team.tom);
    const std::string accept = page + std::string{"/acceptation"};
    const std::string end = page + std::string{"/fin"};
    ines.post(page, team.offer());
    CHECK(ines.post(end).status == 303);
    CHECK(tom.post(accept, {{"current_password", good_password}}).status == 422);
    ines.post(page, team.offer());
    CHECK(tom.post(end).status == 303);
    CHECK(team.has_told(team.ines.email, "n’a pas accepté"));
    CHECK(tom.post(accept, {{"current_password", good_password}}).status == 422);
    CHECK(team.role_of(team.tom) == "technicien");
}

TEST_CASE_ENGINES("an offer is not put aside by somebody else who leads")
{
    Team team{engine}; // IDN-021
    const auto lena =
        add_insider(team.world, team.vigie,
                    {.name = "Léna Briand", .email = "lena@vigie.example", .role = "admin"});
    auto ines = sign_in(team.world, team.ines);
    auto other = sign_in(team.world, lena);
    auto tom = sign_in(team.world, team.tom);
    CHECK(ines.post(page, team.offer()).status == 303);
    CHECK(other.post(page, team.offer()).status == 422);
    CHECK(tom.post(page + std::string{"/acceptation"}, {{"current_password", good_password}})
              .status == 303);
    CHECK(team.role_of(team.ines) == "developpeur");
    CHECK(team.role_of(lena) == "admin");
}

TEST_CASE_ENGINES("only who leads offers, and only to an active member who has an address")
{
    Team team{engine}; // IDN-021
    auto ines = sign_in(team.world, team.ines);
    auto tom = sign_in(team.world, team.tom);
    CHECK(tom.post(page, team.offer()).status == 403);
    auto to_nobody = team.offer();
    to_nobody[0].second = "1";
    CHECK(ines.post(page, to_nobody).status == 422);
    auto stays = team.offer();
    stays[1].second = "admin";
    CHECK(ines.post(page, stays).status == 422);
    CHECK(shows(tom.get(page), "Administrateur"));
}

TEST_CASE_ENGINES("the operator gives a workspace back after 72 hours that every member knew of")
{
    Team team{engine}; // IDN-015
    auto context = team.context();
    const auto announced =
        identity::announce_rescue(context, team.tom.email, "carte d’identité vue en visio");
    CHECK(announced.told == 2);
    CHECK(team.has_told(team.ines.email, "sera rendu à Tom Le Bris"));
    CHECK_THROWS_AS(identity::announce_rescue(context, team.ines.email, "autre"), base::Refusal);
    CHECK_THROWS_AS(identity::complete_rescue(context, announced.rescue), base::Refusal);
    CHECK(team.role_of(team.tom) == "technicien");

    auto due = announced.rescue;
    due.due_at = base::now();
    const auto token = identity::complete_rescue(context, due);
    CHECK(team.role_of(team.tom) == "admin");
    CHECK(team.world.visitor().get("/nouveau-mot-de-passe/" + token).status == 200);
    CHECK_FALSE(identity::cancel_rescue(context));
}

TEST_CASE_ENGINES("a procedure that is given up changes nothing; a stranger is never given one")
{
    Team team{engine}; // IDN-015
    auto context = team.context();
    CHECK_THROWS_AS(identity::announce_rescue(context, "qui@ailleurs.example", "aucune"),
                    base::Refusal);
    auto given_up = identity::announce_rescue(context, team.tom.email, "carte d’identité").rescue;
    CHECK(identity::cancel_rescue(context));
    given_up.due_at = base::now();
    CHECK_THROWS_AS(identity::complete_rescue(context, given_up), base::Refusal);
    CHECK(team.role_of(team.tom) == "technicien");
}
