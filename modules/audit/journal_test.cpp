#include "kernel/audit/payload.hpp"
#include "modules/audit/journal.hpp"
#include "modules/audit/journal_forms.hpp"

#include <doctest.h>

#include <map>

namespace
{

audit::Typed typing(std::map<std::string, std::string, std::less<>> fields)
{
    return [fields = std::move(fields)](std::string_view name) {
        const auto found = fields.find(name);
        return found == fields.end() ? std::string{} : found->second;
    };
}

} // namespace

TEST_CASE("a line reads back the payload the audit wrote")
{
    audit::Line line;
    audit::read_payload(line, audit::payload_json({.address = "203.0.113.7", .request_id = "r1"},
                                                  "Yann Tanguy", {{"state", "new", "active"}}));
    CHECK(line.actor_name == "Yann Tanguy");
    CHECK(line.address == "203.0.113.7");
    REQUIRE(line.changes.size() == 1);
    CHECK(line.changes[0].before == "new");
    CHECK(line.changes[0].after == "active");
    CHECK_FALSE(line.is_erased);

    audit::Line erased;
    audit::read_payload(erased, "");
    CHECK(erased.is_erased);
}

TEST_CASE("a period is whole days of the workspace's time zone")
{
    const auto filter = audit::filter_of(typing({{"du", "2026-03-29"}, {"au", "2026-03-29"}}));
    const auto period = audit::period_of(filter, "Europe/Paris");
    CHECK(base::iso(period.from) == "2026-03-28T23:00:00.000Z");
    CHECK(base::iso(period.to) == "2026-03-29T22:00:00.000Z"); // 23 hours: summer time begins
}

TEST_CASE("what nobody could have chosen narrows nothing")
{
    const auto filter = audit::filter_of(typing({{"personne", "x"},
                                                 {"objet", "ticket' OR 1=1"},
                                                 {"id", "12"},
                                                 {"action", std::string(200, 'a')},
                                                 {"du", "hier"}}));
    CHECK(filter.is_empty());
}

TEST_CASE("the program itself is a person to look for")
{
    const auto filter = audit::filter_of(typing({{"personne", "programme"}}));
    REQUIRE(filter.actor);
    CHECK(filter.actor->value == 0);
}
