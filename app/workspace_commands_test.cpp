#include "app/installation_test_kit.hpp"
#include "kernel/base/clock.hpp"
#include "kernel/i18n/format.hpp"
#include "modules/identity/identity.hpp"

#include <doctest.h>

using app_test::has;
using app_test::installation;

namespace
{

constexpr auto proof = "carte d’identité vue en visio";

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

app::Reply rescue(const app::RescueOptions& options)
{
    return app::rescue_workspace(*installation().application, options);
}

app::Reply quota(const std::string& slug, std::int64_t gigabytes)
{
    return app::set_quota(*installation().application, {.slug = slug, .gigabytes = gigabytes});
}

constexpr db::Query count_installs{"test.installs", R"sql(
    SELECT count(*) FROM job WHERE workspace_id = :workspace AND kind = 'pricebook.install'
)sql"};

/// How often the price book of its trade waits to be written.
std::int64_t installs_of(const std::string& slug, const std::string& preset)
{
    auto& application = *installation().application;
    app::create_workspace(application, {.preset = preset,
                                        .slug = slug,
                                        .name = "Le Phare",
                                        .owner_email = "owner@" + slug + ".example"});
    const auto workspace = tenancy::Platform{application.database()}.read(
        [&](tenancy::PlatformTransaction& tx) { return *auth::workspace_by_slug(tx, slug); });
    return tenancy::Context{application.database(), workspace, tenancy::Actor::system()}.read(
        [](tenancy::WorkspaceTransaction& tx) {
            return tx.value<std::int64_t>(count_installs).value_or(0);
        });
}

/// Adds « tom@<slug>.example » to the team.
void add_technician(const std::string& slug)
{
    auto& database = installation().application->database();
    const auto workspace = tenancy::Platform{database}.read(
        [&](tenancy::PlatformTransaction& tx) { return *auth::workspace_by_slug(tx, slug); });
    tenancy::Context{database, workspace, tenancy::Actor::system()}.write(
        [&](tenancy::WorkspaceTransaction& tx) {
            identity::add_account(tx, {.name = "Tom Le Bris",
                                       .email = "tom@" + slug + ".example",
                                       .user_name = {},
                                       .password_hash = {},
                                       .role = "technicien",
                                       .client = {}});
        });
}

} // namespace

TEST_CASE("a rescue is announced with a proof, waits three days, then prints one link")
{
    installation().add_workspace("phare", "Le Phare"); // IDN-015
    add_technician("phare");
    const ClockGuard guard;
    const app::RescueOptions asked{.slug = "phare", .email = "tom@phare.example", .proof = proof};

    auto without_proof = asked;
    without_proof.proof = "oui";
    CHECK(rescue(without_proof).exit_code == 1);
    CHECK(has(rescue(without_proof), "--proof"));
    const auto announced = rescue(asked);
    CHECK(announced.exit_code == 0);
    CHECK(has(announced, "Le Phare sera rendu à tom@phare.example"));
    CHECK(has(announced, "etabli workspace rescue --slug phare --cancel"));
    CHECK(has(announced, "2.")); // the owner and Tom are told

    const auto waiting = rescue({.slug = "phare", .email = {}, .proof = {}});
    CHECK(waiting.exit_code == 1);
    CHECK(has(waiting, "pas avant"));
    CHECK_FALSE(has(waiting, "/nouveau-mot-de-passe/"));
    const auto of_another =
        rescue({.slug = "phare", .email = "owner@phare.example", .proof = proof});
    CHECK(of_another.exit_code == 1);
    CHECK(has(of_another, "Une procédure est en cours pour tom@phare.example"));

    base::set_test_clock("+73h");
    const auto done = rescue({.slug = "phare", .email = {}, .proof = {}});
    CHECK(done.exit_code == 0);
    CHECK(has(done, "est rendu à tom@phare.example"));
    CHECK(has(done, "/nouveau-mot-de-passe/"));
    CHECK(has(rescue({.slug = "phare", .email = {}, .proof = {}, .is_cancelled = true}),
              "Aucune procédure"));
}

TEST_CASE("a rescue that was forgotten or given up prints no link")
{
    installation().add_workspace("mole", "Le Môle"); // IDN-015
    const ClockGuard guard;
    const app::RescueOptions asked{.slug = "mole", .email = "owner@mole.example", .proof = proof};
    CHECK(rescue(asked).exit_code == 0);
    base::set_test_clock("+11d");
    const auto forgotten = rescue({.slug = "mole", .email = {}, .proof = {}});
    CHECK(forgotten.exit_code == 1);
    CHECK(has(forgotten, "a été oubliée"));
    const auto given_up = rescue({.slug = "mole", .email = {}, .proof = {}, .is_cancelled = true});
    CHECK(given_up.exit_code == 0);
    CHECK(has(given_up, "abandonnée"));
    CHECK(rescue({.slug = "mole", .email = {}, .proof = {}, .is_cancelled = true}).exit_code == 1);
}

TEST_CASE("a rescue names a workspace that exists and somebody of its team")
{
    installation().add_workspace("cale", "La Cale"); // IDN-015
    const auto nowhere =
        rescue({.slug = "nulle-part", .email = "owner@cale.example", .proof = proof});
    CHECK(nowhere.exit_code == 1);
    CHECK(has(nowhere, "nulle-part"));
    const auto stranger = rescue({.slug = "cale", .email = "qui@ailleurs.example", .proof = proof});
    CHECK(stranger.exit_code == 1);
    CHECK(has(stranger, "n’est pas celle d’un membre"));
}

TEST_CASE("storage prints a line for each workspace, and a quota changes that of one")
{
    installation().add_workspace("digue", "La Digue");
    installation().add_workspace("balise", "La Balise");
    const auto changed = quota("digue", 7);
    CHECK(changed.exit_code == 0);
    CHECK(has(changed, "digue"));
    CHECK(has(changed, i18n::file_size(7'000'000'000)));
    CHECK(has(changed, i18n::percent(0)));
    const auto printed = app::print_storage(*installation().application);
    CHECK(printed.exit_code == 0);
    CHECK(has(printed, changed.output));
    CHECK(has(printed, "balise"));
    CHECK_FALSE(has(printed, quota("balise", 9).output));
    CHECK(has(app::print_storage(*installation().application), changed.output));
    const auto unknown = quota("nulle-part", 5);
    CHECK(unknown.exit_code == 1);
    CHECK(has(unknown, "Aucun espace ne s’appelle"));
    CHECK(has(unknown, "nulle-part"));
}

TEST_CASE("a business begins with the prices of its trade, where that has some")
{ // PRB-010
    CHECK(installs_of("rive-sud", "depannage-informatique") == 1);
    CHECK(installs_of("tregor", "chantier") == 0);
}
