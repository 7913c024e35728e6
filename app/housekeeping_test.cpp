#include "app/housekeeping.hpp"
#include "kernel/guard/form_key_store.hpp"
#include "kernel/tenancy/context.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

namespace
{

constexpr db::Query age_all{"test.age_form_keys", R"sql(
    -- all workspaces: a test
    UPDATE form_key SET at = at - 90000000000 WHERE form_key = 'old'
)sql"};

} // namespace

TEST_CASE_ENGINES("a form key is forgotten after a day, not before")
{
    const auto fresh = test_support::fresh_database(engine);
    auto& database = fresh->database();
    tenancy::Platform platform{database};
    platform.write([](tenancy::PlatformTransaction& tx) {
        guard::take_form_key(tx, "old");
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
    CHECK(has("recent"));
}
