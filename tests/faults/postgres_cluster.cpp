#include "tests/faults/postgres_cluster.hpp"

#include "tests/faults/program.hpp"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace faults
{

namespace
{

constexpr std::uintmax_t cluster_bytes = 512'000'000; // with room for its log

/// In memory where it has the room: the processes are stopped, not the machine.
std::filesystem::path make_folder()
{
    const std::filesystem::path memory{"/dev/shm"};
    std::error_code absent;
    const auto room = std::filesystem::space(memory, absent);
    const auto parent = !absent && room.available >= cluster_bytes
                            ? memory
                            : std::filesystem::temp_directory_path();
    auto name = (parent / "etabli-cluster.XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"cannot make " + name};
    // The server runs as another user, who must reach its folder.
    using std::filesystem::perms;
    std::filesystem::permissions(name, perms::owner_all | perms::group_exec | perms::others_exec);
    return name;
}

const char* word_of(PostgresCluster::Stop how)
{
    return how == PostgresCluster::Stop::AtOnce ? "immediate" : "fast";
}

} // namespace

PostgresCluster::PostgresCluster()
    : folder_(make_folder()), cluster_((folder_ / "cluster").string())
{
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
        // The folder goes all the same.
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void PostgresCluster::run(const std::vector<std::string>& words) const
{
    std::vector<std::string> all{"tools/test_postgres"};
    all.insert(all.end(), words.begin(), words.end());
    Program command{all, {}, folder_ / "log"};
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
