#include "app/housekeeping.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/workspaces.hpp"
#include "kernel/guard/form_key_store.hpp"
#include "kernel/guard/operation.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/tenancy/context.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <algorithm>

namespace
{

constexpr db::Query age_all{"test.age_form_keys", R"sql(
    -- all workspaces: a test
    UPDATE form_key SET kept_until = kept_until - 90000000000 WHERE form_key <> 'recent'
)sql"};

} // namespace

TEST_CASE_ENGINES(
    "a form key is forgotten after a day, an operation's later, not before") // PLT-075
{
    const auto fresh = test_support::fresh_database(engine);
    auto& database = fresh->database();
    tenancy::Platform platform{database};
    platform.write([](tenancy::PlatformTransaction& tx) {
        guard::take_form_key(tx, "old");
        guard::take_form_key(tx, "operation", guard::operations_kept_for);
        guard::take_form_key(tx, "recent");
        tx.execute(age_all);
    });

    app::keep_house(database);

    const auto has = [&](std::string_view key) {
        return platform.read([&](tenancy::PlatformTransaction& tx) {
            return guard::form_key_location(tx, tenancy::WorkspaceId{}, key).has_value();
        });
    };
    CHECK_FALSE(has("old"));
    CHECK(has("operation"));
    CHECK(has("recent"));
}

TEST_CASE_ENGINES(
    "what a mail said is forgotten after twelve months, told 30 days before, and that "
    "it was sent is not")
{
    const auto fresh = test_support::fresh_database(engine); // AUD-025
    auto& database = fresh->database();
    tenancy::Workspace workspace{.id = database.ids().make<tenancy::WorkspaceId>(),
                                 .slug = "vigie",
                                 .name = "Vigie",
                                 .preset = "support-technique",
                                 .time_zone = "Europe/Paris"};
    workspace.is_demonstration = true; // its mail stays here
    tenancy::Context context{database, workspace, tenancy::Actor::system()};
    context.write([](tenancy::WorkspaceTransaction& tx) {
        auth::create_workspace(tx);
        const auto enora =
            auth::create_person(tx, {.name = "Enora Le Bihan", .email = "enora@vigie.example"});
        auth::add_membership(tx, {.person = enora, .role = "admin"}); // somebody is told
        mail::send(tx, {.to_name = "Malo Kervella",
                        .to_email = "malo@vigie.example",
                        .subject = "Votre demande",
                        .paragraphs = {"Bonjour Malo"},
                        .quote = {},
                        .button = {},
                        .small_print = {},
                        .template_name = "tickets.answered"});
    });
    const auto message = [&] {
        const auto all =
            context.read([](tenancy::WorkspaceTransaction& tx) { return mail::recent(tx); });
        const auto found =
            std::ranges::find(all, "malo@vigie.example", &mail::StoredMessage::to_email);
        REQUIRE(found != all.end());
        return *found;
    };
    base::set_test_clock("+364d");
    app::keep_house(database);
    CHECK(message().text.find("Bonjour Malo") != std::string::npos);
    base::set_test_clock("+393d");
    app::keep_house(database);
    CHECK(message().text.find("Bonjour Malo") != std::string::npos);
    base::set_test_clock("+395d");
    app::keep_house(database);
    base::set_test_clock("+0s");
    CHECK(message().text.empty());
    CHECK(message().html.empty());
    CHECK(message().subject == "Votre demande");
}
