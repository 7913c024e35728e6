#include "kernel/base/sha256.hpp"
#include "kernel/db/engine_snapshots.hpp"
#include "kernel/db/url.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <thread>

namespace db
{
namespace
{

constexpr std::size_t digest_block_bytes = 256UL * 1024;
constexpr int copy_attempts = 50;
constexpr auto between_attempts = std::chrono::milliseconds{100};
constexpr int busy_ms = 5'000;

class File
{
  public:
    File(const std::filesystem::path& path, int mode)
    {
        const int code =
            sqlite3_open_v2(path.c_str(), &handle_, mode | SQLITE_OPEN_NOMUTEX, nullptr);
        if (code != SQLITE_OK) {
            const std::string why = sqlite3_errmsg(handle_);
            sqlite3_close_v2(handle_);
            throw Unavailable{path.string() + ": " + why};
        }
        sqlite3_busy_timeout(handle_, busy_ms);
    }
    ~File() { sqlite3_close_v2(handle_); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    sqlite3* handle() const { return handle_; }
    void script(const char* sql) const
    {
        if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail();
    }
    [[noreturn]] void fail() const { throw Unavailable{sqlite3_errmsg(handle_)}; }

  private:
    sqlite3* handle_ = nullptr;
};

class Statement
{
  public:
    Statement(const File& file, const std::string& sql) : file_(file)
    {
        if (sqlite3_prepare_v2(file.handle(), sql.c_str(), -1, &handle_, nullptr) != SQLITE_OK)
            file.fail();
    }
    ~Statement() { sqlite3_finalize(handle_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    bool step() const
    {
        const int code = sqlite3_step(handle_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) file_.fail();
        return code == SQLITE_ROW;
    }
    std::string text(int column) const
    {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
        const auto length = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
        return bytes == nullptr ? std::string{} : std::string(bytes, length);
    }
    sqlite3_stmt* handle() const { return handle_; }

  private:
    const File& file_;
    sqlite3_stmt* handle_ = nullptr;
};

std::vector<std::string> texts(const File& file, const std::string& sql)
{
    const Statement statement{file, sql};
    std::vector<std::string> found;
    while (statement.step())
        found.push_back(statement.text(0));
    return found;
}

/// Type and length before the bytes: no two rows read alike.
void append_value(std::string& line, sqlite3_stmt* row, int column)
{
    constexpr std::string_view letters = "?IFTBN";
    const auto type = static_cast<std::size_t>(sqlite3_column_type(row, column));
    line += letters[type];
    if (type == SQLITE_NULL) return;
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row, column));
    const auto length = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
    line += std::to_string(length) + ':';
    if (bytes != nullptr) line.append(bytes, length);
}

std::string joined_quoted(const std::vector<std::string>& names)
{
    std::string list;
    for (const auto& name : names)
        list.append(list.empty() ? "\"" : ",\"").append(name).append("\"");
    return list;
}

class SqliteSnapshot final : public Snapshot
{
  public:
    explicit SqliteSnapshot(const std::filesystem::path& path) : file_(path, SQLITE_OPEN_READONLY)
    {
        file_.script("BEGIN");
        texts(file_, "SELECT name FROM sqlite_schema LIMIT 1");
    }

    Engine engine() const override { return Engine::Sqlite; }

    AppliedMigrations migrations() override
    {
        AppliedMigrations applied;
        const Statement rows{file_, "SELECT name, checksum FROM schema_migration"};
        while (rows.step())
            applied.emplace(rows.text(0), rows.text(1));
        return applied;
    }

    std::vector<std::string> tables() override
    {
        return texts(file_, "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
                            "name NOT GLOB 'sqlite_*' ORDER BY name");
    }

    TableContents read(const std::string& table, const ByteSink& sink) override
    {
        const auto of_table = [&](const std::string& rest) {
            return texts(file_, "SELECT name FROM pragma_table_info('" + table + "') " + rest);
        };
        TableContents contents{.name = table, .columns = of_table("ORDER BY cid")};
        const auto key = of_table("WHERE pk > 0 ORDER BY pk");
        const Statement rows{file_, "SELECT " + joined_quoted(contents.columns) + " FROM \"" +
                                        table + "\" ORDER BY " +
                                        (key.empty() ? "rowid" : joined_quoted(key))};
        base::Sha256 digest;
        std::string block;
        const auto pass_on = [&] {
            digest.add(block);
            if (sink) sink(block);
            block.clear();
        };
        while (rows.step()) {
            for (int column = 0; column < sqlite3_column_count(rows.handle()); ++column)
                append_value(block, rows.handle(), column);
            block += '\n';
            ++contents.rows;
            if (block.size() >= digest_block_bytes) pass_on();
        }
        pass_on();
        contents.sha256 = digest.hex_digest();
        return contents;
    }

    TableLayout layout(const std::string& table) override
    {
        const Statement rows{file_, "SELECT name, type, \"notnull\" = 0, pk FROM "
                                    "pragma_table_info('" +
                                        table + "') ORDER BY cid"};
        std::vector<DescribedColumn> columns;
        while (rows.step())
            columns.push_back({.name = rows.text(0),
                               .type = rows.text(1),
                               .is_nullable = sqlite3_column_int(rows.handle(), 2) != 0,
                               .key = sqlite3_column_int(rows.handle(), 3)});
        return layout_of(table, columns);
    }

  private:
    File file_;
};

void make_durable(const std::filesystem::path& file)
{
    const int number = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool is_durable = number >= 0 && ::fsync(number) == 0;
    if (number >= 0) ::close(number);
    if (!is_durable) throw Unavailable{file.string() + ": cannot be made durable"};
}

/// The whole copy is one step: the reader's snapshot of a WAL database, which no writer restarts.
void copy_pages(const File& source, const File& target)
{
    auto* copy = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (copy == nullptr) target.fail();
    int code = SQLITE_BUSY;
    for (int n = 0; n < copy_attempts && (code == SQLITE_BUSY || code == SQLITE_LOCKED); ++n) {
        if (n > 0) std::this_thread::sleep_for(between_attempts);
        code = sqlite3_backup_step(copy, -1);
    }
    const int finished = sqlite3_backup_finish(copy);
    if (code != SQLITE_DONE || finished != SQLITE_OK)
        throw Unavailable{std::string{"copy of the database: "} +
                          sqlite3_errstr(code == SQLITE_DONE ? finished : code)};
}

} // namespace

std::unique_ptr<Snapshot> open_sqlite_snapshot(const DatabaseOptions& options)
{
    return std::make_unique<SqliteSnapshot>(sqlite_file_of(options.url));
}

void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to)
{
    {
        const File source{from, SQLITE_OPEN_READONLY};
        const File target{to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
        target.script("PRAGMA synchronous=OFF");
        copy_pages(source, target);
        target.script("PRAGMA journal_mode=DELETE");
    }
    make_durable(to);
}

std::string check_sqlite(const std::filesystem::path& file)
{
    const File opened{file, SQLITE_OPEN_READONLY};
    const auto lines = texts(opened, "PRAGMA integrity_check(1)");
    return lines.empty() ? "nothing" : lines.front();
}

} // namespace db
