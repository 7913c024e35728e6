#include "kernel/db/postgres_connection.hpp"
#include "kernel/db/sqlite_connection.hpp"
#include "tests/load/seed_store.hpp"

#include <stdexcept>

namespace load
{
namespace
{

constexpr db::Query longest_sheet{"load.longest_sheet", R"sql(
    SELECT s.id, s.identifier FROM progress_sheet s
      JOIN progress_post p ON p.workspace_id = s.workspace_id AND p.sheet_id = s.id
     WHERE s.workspace_id = (SELECT id FROM workspace WHERE slug = :slug) AND p.state = 'published'
     GROUP BY s.id, s.identifier ORDER BY count(*) DESC, s.id LIMIT 1
)sql"};
constexpr db::Query size_of_sheet{"load.sheet_size", R"sql(
    SELECT count(*),
           (SELECT count(*) FROM progress_comment c
             WHERE c.workspace_id = p.workspace_id AND c.sheet_id = p.sheet_id),
           (SELECT count(*) FROM files_file f JOIN progress_post o
                ON o.workspace_id = f.workspace_id AND o.id = f.owner_id
             WHERE f.workspace_id = p.workspace_id AND f.owner_kind = 'progress_post'
               AND f.state = 'ready' AND o.sheet_id = p.sheet_id)
      FROM progress_post p
     WHERE p.workspace_id = (SELECT id FROM workspace WHERE slug = :slug) AND p.sheet_id = :sheet
       AND p.state = 'published'
     GROUP BY p.workspace_id, p.sheet_id
)sql"};

/// Numbered from 0: what is copied (`_origin`), and the publications it is spread over.
void keep(auto& connection, const std::string& name, const std::string& from_where)
{
    connection.script("CREATE TEMP TABLE " + name +
                      " AS SELECT row_number() OVER (ORDER BY id) - 1 AS place, o.* FROM " +
                      from_where);
}

/// `n.i` runs from 1 to `count`; an id that small is no one's.
std::string numbers(std::int64_t count)
{
    return " WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n "
           "WHERE i < " +
           std::to_string(count) + ") ";
}

void add_posts(auto& connection, const std::string& sheet, std::int64_t count)
{
    if (count <= 0) return;
    keep(connection, "post_origin",
         "progress_post o WHERE state = 'published' AND sheet_id = " + sheet);
    connection.script(
        "INSERT INTO progress_post (workspace_id, id, sheet_id, author_id, state, mark, body, "
        "written_at, published_at, cancel_reason, version)" +
        numbers(count) +
        "SELECT o.workspace_id, n.i, o.sheet_id, o.author_id, o.state, 'none', o.body, "
        "o.written_at - n.i * 60000000, o.published_at - n.i * 60000000, '', 1 "
        "FROM n JOIN post_origin o ON o.place = n.i % (SELECT count(*) FROM post_origin)");
}

/// Two of three answer the one before them on the same publication.
void add_comments(auto& connection, const std::string& sheet, std::int64_t count)
{
    if (count <= 0) return;
    keep(connection, "comment_origin", "progress_comment o WHERE sheet_id = " + sheet);
    connection.script(
        "INSERT INTO progress_comment (workspace_id, id, sheet_id, post_id, reply_to, author_id, "
        "author_side, body, written_at)" +
        numbers(count) +
        "SELECT o.workspace_id, n.i, o.sheet_id, p.id, CASE WHEN n.i > t.posts AND n.i / t.posts % "
        "3 <> 0 THEN n.i - t.posts END, o.author_id, o.author_side, o.body, o.written_at "
        "FROM n CROSS JOIN (SELECT count(*) AS posts FROM place_of_post) t "
        "JOIN comment_origin o ON o.place = n.i % (SELECT count(*) FROM comment_origin) "
        "JOIN place_of_post p ON p.place = n.i % t.posts");
}

void add_photos(auto& connection, const std::string& sheet, std::int64_t count)
{
    if (count <= 0) return;
    keep(connection, "photo_origin",
         "files_file o WHERE owner_kind = 'progress_post' AND state = 'ready' AND workspace_id = "
         "(SELECT workspace_id FROM progress_sheet WHERE id = " +
             sheet + ")");
    connection.script(
        "INSERT INTO files_file (workspace_id, id, owner_kind, owner_id, part_id, name, type, "
        "kind, "
        "bytes, sha256, state, refusal, refused_value, caption, alternative, width, height, "
        "duration_ms, uploaded_by, uploaded_at)" +
        numbers(count) +
        "SELECT o.workspace_id, n.i, o.owner_kind, p.id, 0, o.name, o.type, o.kind, o.bytes, "
        "o.sha256, o.state, '', '', o.caption, o.alternative, o.width, o.height, 0, o.uploaded_by, "
        "o.uploaded_at FROM n "
        "JOIN photo_origin o ON o.place = n.i % (SELECT count(*) FROM photo_origin) "
        "JOIN place_of_post p ON p.place = n.i % (SELECT count(*) FROM place_of_post);"
        "INSERT INTO files_variant (workspace_id, file_id, variant, sha256, bytes, width, height)" +
        numbers(count) +
        "SELECT v.workspace_id, n.i, v.variant, v.sha256, v.bytes, v.width, v.height FROM n "
        "JOIN photo_origin o ON o.place = n.i % (SELECT count(*) FROM photo_origin) "
        "JOIN files_variant v ON v.workspace_id = o.workspace_id AND v.file_id = o.id");
}

std::string grow(auto& connection, const std::string& slug, const SheetSize& total)
{
    std::string sheet;
    std::string identifier;
    if (const auto rows = connection.open(longest_sheet, {{"slug", slug}}); rows->next()) {
        sheet = std::to_string(rows->integer(0));
        identifier = rows->text(1);
    }
    if (sheet.empty()) throw std::runtime_error{"no sheet to grow"};
    SheetSize there;
    if (const auto rows =
            connection.open(size_of_sheet, {{"slug", slug}, {"sheet", std::stoll(sheet)}});
        rows->next())
        there = {
            .posts = rows->integer(0), .comments = rows->integer(1), .photos = rows->integer(2)};
    add_posts(connection, sheet, total.posts - there.posts);
    keep(connection, "place_of_post",
         "progress_post o WHERE state = 'published' AND sheet_id = " + sheet);
    add_comments(connection, sheet, total.comments - there.comments);
    add_photos(connection, sheet, total.photos - there.photos);
    connection.script("ANALYZE");
    return identifier;
}

} // namespace

std::string grow_sheet(const Installation& installation, const std::string& slug,
                       const SheetSize& total)
{
    if (installation.engine() == db::Engine::Postgres) {
        db::PostgresConnection connection{db::postgres_parameters(installation.postgres_url())};
        return grow(connection, slug, total);
    }
    db::SqliteConnection connection{{.file = installation.database(),
                                     .role = db::SqliteConnection::Role::Migration,
                                     .kinds = nullptr}};
    return grow(connection, slug, total);
}

} // namespace load
