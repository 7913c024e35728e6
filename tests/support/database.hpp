#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/db/database.hpp"

#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace test_support
{

/// A migrated database of one test, removed with it. Cheap: a copy of a template made once.
class FreshDatabase
{
  public:
    virtual ~FreshDatabase() = default;
    /// For Database::open, for a second process or another pool size.
    virtual const db::DatabaseOptions& options() const = 0;
    /// Opened at the first use.
    virtual db::Database& database() = 0;

    db::Database& operator*() { return database(); }
    db::Database* operator->() { return &database(); }
};

/// With every migration of the kernel and of the modules.
std::unique_ptr<FreshDatabase> fresh_database(db::Engine engine);
/// With those of the test only.
std::unique_ptr<FreshDatabase> fresh_database(db::Engine engine,
                                              std::span<const base::EmbeddedFile> migrations);

/// What somebody does who holds the file, or the password of the database's owner: any statements,
/// past every rule of the program.
void run_as_owner(const FreshDatabase& database, const std::string& sql);

/// An empty folder of the test, in memory where the machine has such a place, removed with it.
class TemporaryFolder
{
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace test_support

/// TEST_CASE_ENGINES("a fact") { auto database = test_support::fresh_database(engine); … }
/// registers the case twice, once on each engine.
#define TEST_CASE_ENGINES(sentence) TEST_CASE_ENGINES_AS(sentence, DOCTEST_ANONYMOUS(on_engine_))
#define TEST_CASE_ENGINES_AS(sentence, function)                                                   \
    static void function(db::Engine engine);                                                       \
    TEST_CASE(sentence " [sqlite]")                                                                \
    {                                                                                              \
        function(db::Engine::Sqlite);                                                              \
    }                                                                                              \
    TEST_CASE(sentence " [postgres]")                                                              \
    {                                                                                              \
        function(db::Engine::Postgres);                                                            \
    }                                                                                              \
    static void function([[maybe_unused]] db::Engine engine)
