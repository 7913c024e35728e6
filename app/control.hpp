#pragma once

#include "kernel/base/configuration.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app
{

/// The arguments of a command, program name left out, and what it answers.
using Arguments = std::vector<std::string>;
struct Reply {
    int exit_code = 0;
    std::string output;
};

inline constexpr std::size_t control_message_bytes_max = 1024 * 1024;

/// Lets commands that write run inside the process that holds the database: a Unix
/// socket of mode 0600 in ETABLI_DATA. One command at a time, on a thread of its own.
class ControlServer
{
  public:
    using Run = std::function<Reply(const Arguments&)>;

    /// Throws std::runtime_error when the socket cannot be made. An abandoned one is replaced.
    ControlServer(const std::filesystem::path& socket, Run run);
    ~ControlServer();
    ControlServer(const ControlServer&) = delete;
    ControlServer& operator=(const ControlServer&) = delete;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// Where the server of this installation listens.
std::filesystem::path control_socket(const base::Configuration& configuration);

/// Runs the command in the server that listens there; nothing when none does.
std::optional<Reply> run_in_server(const std::filesystem::path& socket, const Arguments& arguments);

} // namespace app
