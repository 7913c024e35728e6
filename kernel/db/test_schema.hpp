#pragma once

#include "kernel/base/embedded.hpp"

#include <array>

/// A small schema with one table of each kind, for the tests of this folder and of tests/faults.
namespace db::test_schema
{

inline constexpr std::string_view lease_sql = R"sql(
-- table: process_lease platform
CREATE TABLE process_lease (
    number BIGINT NOT NULL PRIMARY KEY, token TEXT NOT NULL, expires_at BIGINT NOT NULL, high_water BIGINT NOT NULL
);
)sql";

inline constexpr std::string_view tables_sql = R"sql(
-- table: workspace platform
CREATE TABLE workspace (id BIGINT NOT NULL PRIMARY KEY, slug TEXT NOT NULL UNIQUE);
-- table: membership shared
CREATE TABLE membership (
    workspace_id BIGINT NOT NULL REFERENCES workspace (id),
    id           BIGINT NOT NULL,
    name         TEXT   NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
-- table: client business
CREATE TABLE client (
    workspace_id BIGINT  NOT NULL,
    id           BIGINT  NOT NULL,
    name         TEXT    NOT NULL,
    active       BOOLEAN NOT NULL DEFAULT TRUE,
    note         TEXT,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, name)
);
-- table: visit business
CREATE TABLE visit (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES client (workspace_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX visit_client ON visit (workspace_id, client_id);
CREATE VIEW published_client AS SELECT workspace_id, id, name FROM client;
)sql";

inline constexpr std::array files{
    base::EmbeddedFile{"kernel/db/migrations/20260101000000_db_process_lease.sql", lease_sql},
    base::EmbeddedFile{"modules/test/migrations/20260102000000_test_create.sql", tables_sql},
};

} // namespace db::test_schema
