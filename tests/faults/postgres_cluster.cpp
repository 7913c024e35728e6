#include "tests/faults/postgres_cluster.hpp"

#include "tests/faults/program.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace faults
{

namespace
{

const char* word_of(PostgresCluster::Stop how)
{
    return how == PostgresCluster::Stop::AtOnce ? "immediate" : "fast";
}

} // namespace

PostgresCluster::PostgresCluster() : cluster_((folder_.path() / "cluster").string())
{
    using std::filesystem::perms;
    // The server runs as another user, who must reach its folder.
    std::filesystem::permissions(folder_.path(),
                                 perms::owner_all | perms::group_exec | perms::others_exec);
    run({"start", cluster_, "--fsync"});
    std::string url;
    std::getline(std::ifstream{cluster_ + "/url"}, url);
    ::setenv("ETABLI_TEST_POSTGRES", url.c_str(), 1);
}

PostgresCluster::~PostgresCluster()
{
    try {
        run({"stop", cluster_});
    } catch (const std::exception&) {
        return; // The folder goes all the same.
    }
}

void PostgresCluster::run(const std::vector<std::string>& words) const
{
    std::vector<std::string> all{"tools/test_postgres"};
    all.insert(all.end(), words.begin(), words.end());
    Program command{all, {}, folder_.path() / "log"};
    if (command.wait() != 0)
        throw std::runtime_error{"tools/test_postgres " + words.front() +
                                 " failed: " + command.last_words()};
}

void PostgresCluster::stop(Stop how)
{
    run({"down", cluster_, word_of(how)});
}

void PostgresCluster::start()
{
    run({"up", cluster_});
}

void PostgresCluster::restart(Stop how)
{
    stop(how);
    start();
}

} // namespace faults
