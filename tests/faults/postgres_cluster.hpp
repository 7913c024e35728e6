#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace faults
{

/// A PostgreSQL of this program alone, that it may stop; fsync is on. While it lives
/// test_support::postgres_url() names it. Needs the project folder as working folder.
class PostgresCluster
{
  public:
    /// AtOnce: the processes go without a word, and the next start recovers. Fast: clients are
    /// sent away first.
    enum class Stop { AtOnce, Fast };

    PostgresCluster();
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    void stop(Stop how);
    void start();
    void restart(Stop how);

  private:
    void run(const std::vector<std::string>& words) const;

    std::filesystem::path folder_;
    std::string cluster_; ///< the folder of tools/test_postgres
};

} // namespace faults
