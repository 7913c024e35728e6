#include "kernel/auth/people.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/base/text.hpp"
#include "kernel/secrets/totp.hpp"
#include "modules/identity/page_test_kit.hpp"
#include "modules/identity/second_factor_actions.hpp"

#include <doctest.h>

using identity_test::add_insider;
using identity_test::good_password;
using identity_test::make_world;
using identity_test::platform_mails;
using identity_test::shows;
using test_world::Browser;
using test_world::World;

namespace
{

std::string hidden(const http::Response& page, const std::string& name)
{
    const auto mark = "name=\"" + name + "\" value=\"";
    const auto start = page.body.find(mark);
    if (start == std::string::npos) return {};
    const auto from = start + mark.size();
    return page.body.substr(from, page.body.find('"', from) - from);
}

/// Ines with her second factor on, her secret and her recovery codes.
struct Enrolled {
    explicit Enrolled(db::Engine engine)
        : world(make_world(engine)), vigie(world.add_workspace("vigie"))
    {
        add_insider(world, vigie, {.name = "Inès", .email = "ines@vigie.example", .role = "admin"});
        auto browser = world.visitor();
        sign_in(browser);
        const auto page = browser.get("/compte/double-authentification");
        CHECK(shows(page, "<svg"));
        const auto sealed = hidden(page, "secret");
        const auto person =
            tenancy::Platform{world.database()}.read([](tenancy::PlatformTransaction& tx) {
                return auth::person_by_email(tx, "ines@vigie.example")->id;
            });
        secret = identity::reopened_enrolment(world.site().vault(), person, sealed)->secret;
        const auto wrong = browser.post("/compte/double-authentification",
                                        {{"secret", sealed}, {"code", code(9)}});
        CHECK(wrong.status == 422);
        before = browser.cookie("__Host-s");
        codes = browser.post("/compte/double-authentification",
                             {{"secret", sealed}, {"code", code(0)}});
        after = browser.cookie("__Host-s");
    }

    http::Response sign_in(Browser& browser)
    {
        return browser.post("/connexion",
                            {{"identifier", "ines@vigie.example"}, {"password", good_password}});
    }
    /// The code `steps` half-minutes from now.
    std::string code(std::int64_t steps) const
    {
        return secrets::totp_code(secret, secrets::totp_step(base::now()) + steps);
    }
    std::string recovery_code() const
    {
        const auto start = codes.body.find("<code>") + 6;
        return codes.body.substr(start, codes.body.find("</code>") - start);
    }

    World world;
    tenancy::Workspace vigie;
    std::string secret;
    std::string before;
    std::string after;
    http::Response codes;
};

} // namespace

TEST_CASE_ENGINES("enrolling gives ten codes once, a new session token and a mail")
{
    const Enrolled ines{engine}; // IDN-014
    CHECK(ines.codes.status == 200);
    CHECK(ines.codes.headers.get("Cache-Control").find("no-store") != std::string_view::npos);
    int shown = 0;
    for (auto at = ines.codes.body.find("<code>"); at != std::string::npos;
         at = ines.codes.body.find("<code>", at + 1))
        ++shown;
    CHECK(shown == 10);
    CHECK(ines.after != ines.before);
    CHECK(ines.after.size() == 43);
}

TEST_CASE_ENGINES("a code serves once, even to another browser")
{
    Enrolled ines{engine}; // IDN-014
    auto browser = ines.world.visitor();
    CHECK(ines.sign_in(browser).headers.get("Location") == "/connexion/verification");
    const auto half = browser.cookie("__Host-s");
    CHECK(browser.post("/connexion/verification", {{"code", ines.code(0)}}).status == 422);
    const auto next = ines.code(1);
    const auto in = browser.post("/connexion/verification", {{"code", next}});
    CHECK(in.status == 303);
    CHECK(in.headers.get("Location") == "/e/vigie");
    CHECK(browser.cookie("__Host-s") != half);

    auto other = ines.world.visitor();
    ines.sign_in(other);
    CHECK(other.post("/connexion/verification", {{"code", next}}).status == 422);
}

TEST_CASE_ENGINES("six boxes make one code and a recovery code replaces it once")
{
    Enrolled ines{engine}; // IDN-014
    auto browser = ines.world.visitor();
    ines.sign_in(browser);
    test_world::Typed boxes;
    for (const char digit : ines.code(1))
        boxes.emplace_back("code", std::string(1, digit));
    CHECK(browser.post("/connexion/verification", boxes).status == 303);

    const auto with_recovery = [&] {
        auto other = ines.world.visitor();
        ines.sign_in(other);
        return other.post("/connexion/verification", {{"recovery_code", ines.recovery_code()}})
            .status;
    };
    CHECK(with_recovery() == 303);
    CHECK(with_recovery() == 422);
}

TEST_CASE_ENGINES("five wrong codes rest for a quarter of an hour, the right one included")
{
    Enrolled ines{engine}; // IDN-014
    auto browser = ines.world.visitor();
    ines.sign_in(browser);
    for (int wrong = 0; wrong < 5; ++wrong)
        CHECK(browser.post("/connexion/verification", {{"code", ines.code(50 + wrong)}}).status ==
              422);
    const auto right = browser.post("/connexion/verification", {{"code", ines.code(1)}});
    CHECK(right.status == 422);
    CHECK(shows(right, "15 minutes"));
}

TEST_CASE_ENGINES("a session without its proof reaches neither the account nor the factor")
{
    Enrolled ines{engine}; // IDN-015
    auto browser = ines.world.visitor();
    ines.sign_in(browser);
    for (const char* page : {"/compte", "/espaces", "/compte/double-authentification"}) {
        const auto answer = browser.get(page);
        CHECK(answer.status == 303);
        CHECK(answer.headers.get("Location").starts_with("/connexion/verification"));
    }
    const auto off =
        browser.post("/compte/double-authentification/changement", {{"password", good_password}});
    CHECK(off.status == 303);
    CHECK(off.headers.get("Location").starts_with("/connexion/verification"));
}

TEST_CASE_ENGINES("turning the factor off asks the password and writes to the person")
{
    Enrolled ines{engine};
    auto browser = ines.world.visitor();
    ines.sign_in(browser);
    browser.post("/connexion/verification", {{"code", ines.code(1)}});
    const auto change = "/compte/double-authentification/changement";
    CHECK(browser.post(change, {{"password", "pas celui-là"}}).status == 422);
    CHECK(browser.post(change, {{"password", good_password}}).status == 303);
    CHECK(ines.sign_in(browser).headers.get("Location") == "/e/vigie");
    CHECK(platform_mails(ines.world).size() == 2);
}

TEST_CASE_ENGINES("new recovery codes write to the person") // NTF-002
{
    Enrolled ines{engine};
    auto browser = ines.world.visitor();
    ines.sign_in(browser);
    browser.post("/connexion/verification", {{"code", ines.code(1)}});
    const auto change = "/compte/double-authentification/changement";
    CHECK(browser.post(change, {{"password", good_password}, {"renew", "1"}}).status == 200);
    CHECK(platform_mails(ines.world).front().subject == "Vos codes de secours ont été remplacés");
}

TEST_CASE_ENGINES("a role whose policy demands a factor reaches only the enrolment")
{
    auto world = make_world(engine); // IDN-015, IDN-030
    const auto vigie = world.add_workspace("vigie");
    auto member = world.add_member(vigie, {.name = "Tom"});
    world.context(vigie, tenancy::Actor::system()).write([](tenancy::WorkspaceTransaction& tx) {
        auth::set_two_factor(tx, {.role = "admin", .policy = presets::TwoFactor::required});
    });
    const auto answer = member.browser.get("/e/vigie/reglages/equipe");
    CHECK(answer.status == 303);
    CHECK(answer.headers.get("Location").starts_with("/compte/double-authentification"));
    CHECK(member.browser.follow(answer).status == 200);
}
