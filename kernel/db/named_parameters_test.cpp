#include "kernel/db/named_parameters.hpp"

#include <doctest.h>

using db::parse_statement;

TEST_CASE("A name used twice is one parameter")
{
    const auto statement = parse_statement("SELECT :b, :a, :b");
    CHECK(statement.names == std::vector<std::string>{"b", "a"});
    CHECK(statement.numbered == "SELECT $1, $2, $1");
    CHECK(statement.sql == "SELECT :b, :a, :b");
}

TEST_CASE("A colon in quotes, comments and casts names nothing")
{
    for (const auto* sql : {"SELECT ':a'", "SELECT 'it''s :a'", "SELECT \":a\"", "SELECT 1 -- :a\n",
                            "SELECT /* :a */ 1", "SELECT x::bigint", "SELECT '10:30'",
                            "SELECT a[1:2]", "SELECT 1 -- :a"}) {
        CAPTURE(sql);
        CHECK(parse_statement(sql).names.empty());
        CHECK(parse_statement(sql).numbered == sql);
    }
}

TEST_CASE("A parameter right after a quote, a comment or a cast is found")
{
    CHECK(parse_statement("SELECT 'x':a").numbered == "SELECT 'x'$1");
    CHECK(parse_statement("-- :b\nSELECT :a").numbered == "-- :b\nSELECT $1");
    CHECK(parse_statement("SELECT x::bigint + :a::bigint").numbered ==
          "SELECT x::bigint + $1::bigint");
}

TEST_CASE("The reason for all workspaces must be a comment and be given")
{
    CHECK(parse_statement("-- all workspaces: leases\nSELECT 1").all_workspaces);
    CHECK_FALSE(parse_statement("-- all workspaces:\nSELECT 1").all_workspaces);
    CHECK_FALSE(parse_statement("-- all workspaces: \nSELECT 1").all_workspaces);
    CHECK_FALSE(parse_statement("SELECT '-- all workspaces: no'").all_workspaces);
}

TEST_CASE("Only statements on rows are data, whatever comes before their first word")
{
    for (const auto* sql : {"SELECT 1", "  \n-- why\n/* and */ insert INTO t VALUES (1)",
                            "WITH x AS (SELECT 1) SELECT 1"})
        CHECK(parse_statement(sql).is_data);
    for (const auto* sql :
         {"COMMIT", "-- SELECT\nCOPY t TO STDOUT", "TRUNCATE t", "SET ROLE x", "", "/* SELECT"})
        CHECK_FALSE(parse_statement(sql).is_data);
}

TEST_CASE("A text holding a NUL byte is refused on both engines")
{
    const db::Query query{"test.nul", "SELECT :a"};
    const auto statement = db::statement_of(query.sql);
    const std::string text{"a\0b", 3};
    CHECK_THROWS_WITH_AS(db::arrange_binds(*statement, query, {{"a", text}}),
                         doctest::Contains("test.nul"), std::logic_error);
}
