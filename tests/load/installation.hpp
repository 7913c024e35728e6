#pragma once

#include "kernel/db/database.hpp"

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace load
{

/// An empty folder on the disk of the temporary folder, never in memory: what is measured must
/// reach a disk. Removed with its owner.
class DiskFolder
{
  public:
    DiskFolder();
    ~DiskFolder();
    DiskFolder(const DiskFolder&) = delete;
    DiskFolder& operator=(const DiskFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// A running `etabli serve`. Stopped by its id, killed when it has not ended after 10 s.
class Server
{
  public:
    Server(pid_t process, std::uint16_t port) : process_(process), port_(port) {}
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const { return port_; }
    pid_t process() const { return process_; }
    /// Of all its threads, user and kernel, since it started.
    std::chrono::nanoseconds cpu() const;
    /// What it holds in memory now, in MB of 10^6 bytes.
    double resident_mb() const;

  private:
    pid_t process_;
    std::uint16_t port_;
};

/// The product in a folder of its own, in test mode without limits: the binary `etabli` beside this
/// program. On PostgreSQL in a database of its own of the private cluster, dropped with it.
class Installation
{
  public:
    explicit Installation(db::Engine engine);
    ~Installation();
    Installation(const Installation&) = delete;
    Installation& operator=(const Installation&) = delete;

    db::Engine engine() const { return engine_; }
    /// The owner's URL of the database; PostgreSQL only.
    const std::string& postgres_url() const { return postgres_url_; }
    /// SQLite only.
    std::filesystem::path database() const { return folder_.path() / "etabli.sqlite"; }
    /// Runs a command to its end and gives what it printed. Throws std::runtime_error with its last
    /// words when it fails or takes more than 10 minutes.
    std::string run(const std::vector<std::string>& words) const;
    /// Starts `serve` on a free port; it may not answer yet.
    std::unique_ptr<Server> launch() const;
    /// The same, once `/readyz` has answered; throws std::runtime_error after 30 s.
    std::unique_ptr<Server> start() const;

  private:
    std::vector<std::string> environment(std::uint16_t port) const;

    DiskFolder folder_;
    std::filesystem::path binary_;
    db::Engine engine_;
    std::string postgres_url_;
};

} // namespace load
