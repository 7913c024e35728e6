#include "kernel/auth/people.hpp"
#include "kernel/auth/sign_ins.hpp"
#include "modules/identity/openid_actions.hpp"
#include "modules/identity/page_test_kit.hpp"

#include <doctest.h>

using identity::enter_externally;
using identity::OpenIdDenial;
using identity_test::add_insider;
using identity_test::good_password;
using identity_test::make_world;
using identity_test::shows;

namespace
{

constexpr auto email = "ines@vigie.example";
const auth::ExternalAccount account{.issuer = "https://arche.example", .subject = "248289761001"};

auth::ExternalPerson external(std::string of = email)
{
    return {.account = account, .email = std::move(of), .email_verified = true, .name = "Inès"};
}

/// A team of one, who signs in with a password so far.
struct House {
    explicit House(db::Engine engine) : world(make_world(engine)), platform(world.database())
    {
        const auto vigie = world.add_workspace("vigie");
        add_insider(world, vigie, {.name = "Inès", .email = email, .role = "admin"});
    }

    auth::Person ines() const
    {
        return platform.read(
            [](tenancy::PlatformTransaction& tx) { return *auth::person_by_email(tx, email); });
    }
    bool link(const std::string& verified = email)
    {
        return identity::link_identity(platform, ines(),
                                       {.title = "Arche", .account = account, .email = verified});
    }
    OpenIdDenial denial(const auth::ExternalPerson& who, const std::string& portal = {})
    {
        return std::get<OpenIdDenial>(
            enter_externally(platform, who, {.portal = portal, .again = {}}));
    }

    test_world::World world;
    tenancy::Platform platform;
};

} // namespace

TEST_CASE_ENGINES("an identity opens the account it is linked to, on the team's side only")
{
    House house{engine}; // IDN-012 API-019
    CHECK(house.denial(external()) == OpenIdDenial::unlinked);
    CHECK(house.denial(external("zoe@ailleurs.example")) == OpenIdDenial::no_account);
    REQUIRE(house.link());
    const auto result = enter_externally(house.platform, external(), {.portal = {}, .again = {}});
    const auto& entered = std::get<identity::Entered>(result);
    CHECK(entered.person.id == house.ines().id);
    CHECK(entered.session.token.size() == 43);
    CHECK(house.denial(external(), "vigie") == OpenIdDenial::no_access);
    const auto history = house.platform.read(
        [&](tenancy::PlatformTransaction& tx) { return auth::sign_ins_of(tx, entered.person.id); });
    REQUIRE(history.size() == 1);
    CHECK(history.front().outcome == auth::Outcome::success);
}

TEST_CASE_ENGINES("a linked identity is refused as soon as its provider does not verify the e-mail")
{
    House house{engine}; // IDN-012
    REQUIRE(house.link());
    auto who = external();
    who.email_verified = false;
    CHECK(house.denial(who) == OpenIdDenial::unverified);
}

TEST_CASE_ENGINES("an identity is linked to nobody but the holder of its verified e-mail")
{
    House house{engine}; // IDN-012
    CHECK_FALSE(house.link("zoe@ailleurs.example"));
    CHECK(house.denial(external()) == OpenIdDenial::unlinked);
    CHECK(house.link("Ines@Vigie.example"));
    const auto mails = identity_test::platform_mails(house.world);
    REQUIRE(mails.size() == 1);
    CHECK(mails.front().text.find("Arche") != std::string::npos);
}

TEST_CASE_ENGINES("an account page lists its identities and unlinks them")
{
    House house{engine}; // IDN-012
    REQUIRE(house.link());
    auto browser = house.world.visitor();
    browser.post("/connexion", {{"identifier", email}, {"password", good_password}});
    CHECK(shows(browser.get("/compte"), account.issuer));
    const auto answer = browser.post("/compte/identites/fin",
                                     {{"issuer", account.issuer}, {"subject", account.subject}});
    CHECK(answer.status == 303);
    CHECK_FALSE(shows(browser.get("/compte"), account.issuer));
    CHECK(house.denial(external()) == OpenIdDenial::unlinked);
}

TEST_CASE_ENGINES("the only way into an account is not unlinked")
{
    House house{engine};
    REQUIRE(house.link());
    const auto unlink = [&](const auth::Person& person) {
        identity::unlink_identity(house.platform, person, account);
    };
    const auto guest = house.platform.write([](tenancy::PlatformTransaction& tx) {
        const auto id = auth::create_person(tx, {.name = "Zoé", .email = "zoe@vigie.example"});
        auth::link_external(tx, id, {.issuer = account.issuer, .subject = "zoe"});
        return *auth::person_by_id(tx, id);
    });
    CHECK_THROWS_AS(unlink(guest), base::Refusal);
    CHECK_NOTHROW(unlink(house.ines()));
}

TEST_CASE_ENGINES("an identity does not stand for the second factor")
{
    House house{engine}; // IDN-014
    REQUIRE(house.link());
    const auto person = house.ines().id;
    house.platform.write([&](tenancy::PlatformTransaction& tx) {
        auth::begin_totp(tx, person, "sealed");
        auth::confirm_totp(tx, person, 1);
    });
    const auto result = enter_externally(house.platform, external(), {.portal = {}, .again = {}});
    const auto& entered = std::get<identity::Entered>(result);
    CHECK(entered.needs_second_factor);
    auto browser = house.world.visitor();
    browser.set_cookie("__Host-s", entered.session.token);
    const auto home = browser.get("/e/vigie/reglages/equipe");
    CHECK(home.status == 303);
    CHECK(home.headers.get("Location").starts_with("/connexion/verification"));
}

TEST_CASE_ENGINES("who is asked once more gets a new session for the old one, and nobody else does")
{
    House house{engine}; // IDN-012, IDN-021
    REQUIRE(house.link());
    const auto first = std::get<identity::Entered>(
        enter_externally(house.platform, external(), {.portal = {}, .again = {}}));
    const auto session_of = [&](auth::SessionId id) {
        return house.platform.read(
            [&](tenancy::PlatformTransaction& tx) { return auth::session_by_id(tx, id); });
    };
    const identity::OpenIdDoor again{
        .portal = {},
        .again = auth::SignedIn{.session = *session_of(first.session.id), .person = house.ines()}};
    auto stranger = external("zoe@ailleurs.example");
    stranger.account.subject = "zoe";
    CHECK(std::get<OpenIdDenial>(enter_externally(house.platform, stranger, again)) ==
          OpenIdDenial::other_person);
    CHECK(session_of(first.session.id));
    const auto second =
        std::get<identity::Entered>(enter_externally(house.platform, external(), again));
    CHECK_FALSE(session_of(first.session.id));
    CHECK(session_of(second.session.id));
}
