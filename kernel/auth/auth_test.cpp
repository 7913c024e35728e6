#include "kernel/auth/credentials.hpp"
#include "kernel/auth/invitations.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/auth/sign_ins.hpp"
#include "kernel/auth/tokens.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

namespace
{

using tenancy::PlatformTransaction;
using tenancy::Side;
using tenancy::WorkspaceTransaction;

/// A business with nobody in it yet, on a database of its own.
struct House {
    explicit House(db::Engine engine)
        : fresh(test_support::fresh_database(engine)),
          platform(fresh->database(),
                   {.address = "203.0.113.9", .request_id = "r", .user_agent = "Firefox"})
    {
    }

    tenancy::Context workspace(std::string slug)
    {
        tenancy::Context context{fresh->database(),
                                 {.id = fresh->database().ids().make<tenancy::WorkspaceId>(),
                                  .slug = std::move(slug),
                                  .name = "Vigie Systèmes",
                                  .preset = "support-technique",
                                  .time_zone = "Europe/Paris"},
                                 tenancy::Actor::system()};
        context.write([](WorkspaceTransaction& tx) { auth::create_workspace(tx); });
        return context;
    }
    tenancy::PersonId person(std::string email)
    {
        return platform.write([&](PlatformTransaction& tx) {
            return auth::create_person(tx, {.name = "Inès Kervadec", .email = email});
        });
    }

    std::unique_ptr<test_support::FreshDatabase> fresh;
    tenancy::Platform platform;
};

template <class Work>
std::string refusal_of(Work&& work)
{
    try {
        work();
    } catch (const base::Refusal& refusal) {
        return refusal.code;
    }
    return "nothing was refused";
}

} // namespace

TEST_CASE_ENGINES("an e-mail belongs to one person whatever its case")
{
    House house{engine};
    const auto ines = house.person("Ines@vigie.example");
    const auto found = house.platform.read(
        [](PlatformTransaction& tx) { return auth::person_by_email(tx, "ines@VIGIE.example"); });
    REQUIRE(found);
    CHECK(found->id == ines);
    CHECK(found->email == "Ines@vigie.example");
    CHECK_FALSE(found->has_totp);
    CHECK(refusal_of([&] { house.person("INES@vigie.example"); }) == "auth.refusal.email_taken");
}

TEST_CASE_ENGINES("a user name is unique in its workspace only")
{
    House house{engine}; // IDN-006
    const auto add = [&](tenancy::WorkspaceId workspace) {
        return house.platform.write([&](PlatformTransaction& tx) {
            return auth::create_person(
                tx, {.name = "Quai 4", .user_name = "quai.4", .user_name_workspace = workspace});
        });
    };
    const auto first = house.workspace("vigie").workspace().id;
    const auto second = house.workspace("autre").workspace().id;
    const auto person = add(first);
    CHECK(add(second) != person);
    CHECK(refusal_of([&] { add(first); }) == "auth.refusal.user_name_taken");
    house.platform.read([&](PlatformTransaction& tx) {
        CHECK(auth::person_by_user_name(tx, first, "QUAI.4")->id == person);
        CHECK_FALSE(auth::person_by_user_name(tx, {}, "quai.4"));
    });
}

TEST_CASE("a user name has 3 to 40 letters, digits, dots and dashes")
{
    // IDN-006
    CHECK(auth::is_user_name("quai.4-b"));
    CHECK(auth::is_user_name(std::string(40, 'a')));
    CHECK_FALSE(auth::is_user_name("ab"));
    CHECK_FALSE(auth::is_user_name(std::string(41, 'a')));
    CHECK_FALSE(auth::is_user_name("a b c"));
    CHECK_FALSE(auth::is_user_name("inès"));
}

TEST_CASE_ENGINES("a session is found by its token on its side only, and the token is not stored")
{
    House house{engine};
    const auto ines = house.person("ines@vigie.example");
    house.platform.write([&](PlatformTransaction& tx) {
        const auto opened = auth::open_session(tx, {.person = ines});
        CHECK(opened.token.size() == 43);
        const auto found = auth::signed_in(tx, opened.token, Side::staff);
        REQUIRE(found);
        CHECK(found->person.name == "Inès Kervadec");
        CHECK(found->session.address == "203.0.113.9");
        CHECK_FALSE(auth::signed_in(tx, opened.token, Side::portal));
        CHECK_FALSE(auth::signed_in(tx, opened.token + "x", Side::staff));
        CHECK_FALSE(auth::signed_in(tx, "", Side::staff));
    });
}

TEST_CASE_ENGINES("proving the second factor changes the token of the session")
{
    House house{engine};
    const auto ines = house.person("ines@vigie.example");
    house.platform.write([&](PlatformTransaction& tx) {
        const auto opened = auth::open_session(tx, {.person = ines});
        const auto token = auth::prove_second_factor(tx, opened.id);
        CHECK_FALSE(auth::signed_in(tx, opened.token, Side::staff));
        CHECK(auth::signed_in(tx, token, Side::staff)->session.totp_proved_at);
    });
}

TEST_CASE("an owner signs in again after eight hours, others do not")
{
    // IDN-016
    const base::Instant morning{1'700'000'000'000'000};
    const auth::Session session{.created_at = morning};
    using namespace std::chrono_literals;
    CHECK_FALSE(auth::is_over_for(session, "owner", morning + 7h + 59min));
    CHECK(auth::is_over_for(session, "owner", morning + 8h));
    CHECK_FALSE(auth::is_over_for(session, "admin", morning + 11h));
}

TEST_CASE_ENGINES("signing out everywhere leaves the session that asked")
{
    House house{engine}; // IDN-016
    const auto ines = house.person("ines@vigie.example");
    house.platform.write([&](PlatformTransaction& tx) {
        const auto kept = auth::open_session(tx, {.person = ines});
        const auto phone =
            auth::open_session(tx, {.person = ines, .remember = auth::Remember::yes});
        CHECK(auth::sessions_of(tx, ines).size() == 2);
        auth::end_sessions(tx, ines, kept.id);
        CHECK(auth::signed_in(tx, kept.token, Side::staff));
        CHECK_FALSE(auth::signed_in(tx, phone.token, Side::staff));
        CHECK_FALSE(auth::end_session(tx, ines, phone.id));
    });
}

TEST_CASE_ENGINES("a link is spent once and replaced by the next one")
{
    House house{engine};
    const auto ines = house.person("ines@vigie.example");
    house.platform.write([&](PlatformTransaction& tx) {
        const auth::NewToken wanted{.kind = auth::TokenKind::reset_password, .person = ines};
        const auto old = auth::issue_token(tx, wanted);
        const auto text = auth::issue_token(tx, wanted);
        CHECK_FALSE(auth::find_token(tx, auth::TokenKind::reset_password, old));
        CHECK_FALSE(auth::find_token(tx, auth::TokenKind::confirm_owner, text));
        CHECK(auth::find_token(tx, auth::TokenKind::reset_password, text)->person == ines);
        CHECK(auth::spend_token(tx, auth::TokenKind::reset_password, text));
        CHECK_FALSE(auth::spend_token(tx, auth::TokenKind::reset_password, text)); // IDN-011
    });
}

TEST_CASE_ENGINES("an answer counts as used the second time")
{
    House house{engine};
    house.platform.write([](PlatformTransaction& tx) {
        CHECK(auth::is_first_use(tx, "nonce", std::chrono::minutes{10}));
        CHECK_FALSE(auth::is_first_use(tx, "nonce", std::chrono::minutes{10}));
    });
}

TEST_CASE_ENGINES("five failures ask for more, twenty lock, a success forgives")
{
    House house{engine}; // IDN-018
    house.platform.write([](PlatformTransaction& tx) {
        for (int failure = 1; failure <= 4; ++failure)
            CHECK_FALSE(auth::count_failure(tx, "account:x").asks_captcha());
        CHECK(auth::count_failure(tx, "account:x").asks_captcha());
        CHECK_FALSE(auth::failures_of(tx, "account:x").is_locked(base::now()));
        for (int failure = 6; failure <= 20; ++failure)
            auth::count_failure(tx, "account:x");
        const auto locked = auth::failures_of(tx, "account:x");
        CHECK(locked.is_locked(base::now() + std::chrono::minutes{29}));
        CHECK_FALSE(locked.is_locked(base::now() + std::chrono::minutes{31}));
        CHECK_FALSE(auth::failures_of(tx, "account:y").asks_captcha());
        auth::forgive(tx, "account:x");
        CHECK_FALSE(auth::failures_of(tx, "account:x").is_locked(base::now()));
    });
}

TEST_CASE_ENGINES("a time step and a recovery code serve once")
{
    House house{engine}; // IDN-014
    const auto ines = house.person("ines@vigie.example");
    house.platform.write([&](PlatformTransaction& tx) {
        CHECK(auth::begin_totp(tx, ines, "sealed"));
        CHECK(auth::begin_totp(tx, ines, "sealed again"));
        CHECK_FALSE(auth::person_by_id(tx, ines)->has_totp);
        auth::confirm_totp(tx, ines, 100);
        CHECK(auth::person_by_id(tx, ines)->has_totp);
        CHECK_FALSE(auth::begin_totp(tx, ines, "other"));
        CHECK(auth::totp_of(tx, ines)->sealed_secret == "sealed again");
        CHECK_FALSE(auth::accept_step(tx, ines, 100));
        CHECK(auth::accept_step(tx, ines, 101));
        CHECK_FALSE(auth::accept_step(tx, ines, 99));

        auth::set_recovery_codes(tx, ines, {"aaaa", "bbbb"});
        CHECK(auth::spend_recovery_code(tx, ines, "aaaa"));
        CHECK_FALSE(auth::spend_recovery_code(tx, ines, "aaaa"));
        CHECK(auth::recovery_codes_left(tx, ines) == 1);
        auth::remove_totp(tx, ines);
        CHECK(auth::recovery_codes_left(tx, ines) == 0);
        CHECK_FALSE(auth::person_by_id(tx, ines)->has_totp);
    });
}

TEST_CASE_ENGINES("a password replaces the one before")
{
    House house{engine};
    const auto ines = house.person("ines@vigie.example");
    house.platform.write([&](PlatformTransaction& tx) {
        CHECK(auth::password_hash_of(tx, ines).empty());
        auth::set_password(tx, ines, "$argon2id$a");
        auth::set_password(tx, ines, "$argon2id$b");
        CHECK(auth::password_hash_of(tx, ines) == "$argon2id$b");
    });
}

TEST_CASE_ENGINES("a workspace starts with its preset's modules and a slug of its own")
{
    House house{engine};
    const auto id = house.workspace("vigie-systemes").workspace().id;
    house.platform.read([&](PlatformTransaction& tx) {
        const auto found = auth::workspace_by_slug(tx, "vigie-systemes");
        REQUIRE(found);
        CHECK(found->id == id);
        CHECK(found->modules.contains("tickets"));
        CHECK(found->time_zone == "Europe/Paris");
        CHECK(auth::portal_signup(tx, id) == presets::SignupPolicy::open);
        CHECK(auth::free_slug(tx, "Vigie Systèmes") == "vigie-systemes-2");
        CHECK(auth::free_slug(tx, "Œuvre & Cie !") == "oeuvre-cie");
        CHECK(auth::free_slug(tx, "?") == "espace");
        CHECK_FALSE(auth::workspace_by_slug(tx, "ailleurs"));
    });
    CHECK(refusal_of([&] { house.workspace("vigie-systemes"); }) == "auth.refusal.slug_taken");
}

TEST_CASE_ENGINES("a person has a place in each workspace, by name, deactivated ones apart")
{
    House house{engine}; // PLT-005
    const auto ines = house.person("ines@vigie.example");
    auto vigie = house.workspace("vigie");
    auto autre = house.workspace("autre");
    const auto join = [&](tenancy::Context& context, Side side, std::string role) {
        return context.write([&](WorkspaceTransaction& tx) {
            return auth::add_membership(tx, {.person = ines, .side = side, .role = role});
        });
    };
    const auto membership = join(vigie, Side::staff, "technicien");
    join(autre, Side::portal, "client");
    CHECK(refusal_of([&] { join(vigie, Side::staff, "admin"); }) == "auth.refusal.already_member");

    const auto places = [&] {
        return house.platform.read(
            [&](PlatformTransaction& tx) { return auth::places_of(tx, ines); });
    };
    CHECK(places().size() == 2);
    vigie.write([&](WorkspaceTransaction& tx) {
        CHECK(auth::membership_by_id(tx, membership).rights_version == 1);
        auth::set_status(tx, membership, auth::MembershipStatus::deactivated);
        CHECK(auth::membership_by_id(tx, membership).rights_version == 2);
        CHECK(auth::member(tx, membership)->name == "Inès Kervadec"); // IDN-020
    });
    REQUIRE(places().size() == 1);
    CHECK(places().front().workspace.slug == "autre");
    autre.read([&](WorkspaceTransaction& tx) {
        CHECK_THROWS_AS(auth::membership_by_id(tx, membership), base::NotFound);
        CHECK_FALSE(auth::member(tx, membership));
        CHECK(auth::email_of(tx, membership).empty());
        CHECK(auth::members(tx).size() == 1);
    });
}

TEST_CASE_ENGINES("a role's rights are the preset's with the workspace's differences on top")
{
    House house{engine}; // IDN-046
    auto vigie = house.workspace("vigie");
    const auto rights = [&] {
        return house.platform.read([&](PlatformTransaction& tx) {
            return auth::rights_of(tx, vigie.workspace(), "technicien");
        });
    };
    CHECK(rights().at("tickets.reply") == presets::Grant::all);
    CHECK(rights().at("tickets.assign") == presets::Grant::none);
    vigie.write([](WorkspaceTransaction& tx) {
        auth::set_role_difference(
            tx,
            {.role = "technicien", .permission = "tickets.assign", .value = presets::Grant::all});
    });
    CHECK(rights().at("tickets.assign") == presets::Grant::all);
    house.platform.read([&](PlatformTransaction& tx) {
        CHECK(auth::rights_of(tx, vigie.workspace(), "inconnu").empty());
    });
}

TEST_CASE_ENGINES("the second-factor policy is the preset's until the workspace raises it")
{
    House house{engine}; // IDN-030
    auto vigie = house.workspace("vigie");
    const auto policy = [&](std::string_view role) {
        return house.platform.read([&](PlatformTransaction& tx) {
            return auth::two_factor_policy(tx, vigie.workspace(), role);
        });
    };
    CHECK(policy("admin") == presets::TwoFactor::recommended);
    CHECK(policy("client") == presets::TwoFactor::optional);
    vigie.write([](WorkspaceTransaction& tx) {
        auth::set_two_factor(tx, {.role = "admin", .policy = presets::TwoFactor::required});
    });
    CHECK(policy("admin") == presets::TwoFactor::required);
}

TEST_CASE_ENGINES("an invitation serves once, and a new link kills the old one")
{
    House house{engine}; // IDN-007
    auto vigie = house.workspace("vigie");
    const auto issued = vigie.write([](WorkspaceTransaction& tx) {
        return auth::create_invitation(
            tx, {.email = "Tom@vigie.example", .name = "Tom", .role = "technicien"});
    });
    const auto renewed = vigie.write(
        [&](WorkspaceTransaction& tx) { return auth::renew_invitation(tx, issued.id); });
    house.platform.read([&](PlatformTransaction& tx) {
        CHECK_FALSE(auth::invitation_by_token(tx, issued.token));
        CHECK(auth::invitation_by_token(tx, renewed)->workspace == vigie.workspace().id);
    });
    vigie.write([&](WorkspaceTransaction& tx) {
        CHECK(auth::live_invitation(tx, "tom@vigie.example", Side::staff));
        CHECK(auth::accept_invitation(tx, issued.id));
        CHECK_FALSE(auth::accept_invitation(tx, issued.id));
        CHECK(auth::open_invitations(tx).empty());
        CHECK_THROWS_AS(auth::renew_invitation(tx, issued.id), base::NotFound);
    });
}

TEST_CASE_ENGINES("a workspace reads the sign-ins of its members, a person his own")
{
    House house{engine}; // IDN-017
    const auto ines = house.person("ines@vigie.example");
    const auto other = house.person("tom@ailleurs.example");
    auto vigie = house.workspace("vigie");
    vigie.write([&](WorkspaceTransaction& tx) {
        auth::add_membership(tx, {.person = ines, .role = "admin"});
    });
    house.platform.write([&](PlatformTransaction& tx) {
        auth::record_sign_in(tx, {.person = ines, .outcome = auth::Outcome::wrong_password});
        auth::record_sign_in(tx, {.person = ines});
        auth::record_sign_in(tx, {.person = other});
        auth::record_sign_in(tx, {.outcome = auth::Outcome::wrong_password});
        CHECK(auth::sign_ins_of(tx, ines).front().outcome == auth::Outcome::success);
        CHECK(auth::sign_ins_of(tx, ines).size() == 2);
    });
    vigie.read([](WorkspaceTransaction& tx) {
        const auto attempts = auth::sign_ins(tx);
        REQUIRE(attempts.size() == 2);
        CHECK(attempts.back().outcome == auth::Outcome::wrong_password);
        CHECK(attempts.back().address == "203.0.113.9");
    });
}

TEST_CASE_ENGINES("consents keep version, date and address")
{
    House house{engine}; // IDN-002
    const auto ines = house.person("ines@vigie.example");
    house.platform.write([&](PlatformTransaction& tx) {
        auth::record_consents(tx, ines, {},
                              {{.document = auth::Document::terms, .version = "2026-11-01"},
                               {.document = auth::Document::processing, .version = "2026-11-01"}},
                              tx.origin());
        const auto given = auth::consents_of(tx, ines);
        REQUIRE(given.size() == 2);
        CHECK(given.front().version == "2026-11-01");
        CHECK(given.front().address == "203.0.113.9");
        CHECK(given.front().given_at.micros > 0);
    });
}
