#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace faults
{

using Words = std::vector<std::string>;
using Environment = std::map<std::string, std::string>;

/// The product's own binary: ETABLI_TEST_BINARY, or the one of this build.
std::filesystem::path product();

/// A program in an environment of its own, in test mode. Killed by its id when it still runs at the
/// end.
class Program
{
  public:
    /// The first of `words` is its path. What it prints goes into `log`. Throws std::runtime_error
    /// when it cannot be started.
    Program(Words words, const Environment& environment, std::filesystem::path log);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    /// The exit code; -1 when a signal ended it, or when it still ran after a minute.
    int wait();
    bool is_running();
    std::string last_words() const;

  private:
    pid_t process_ = -1;
    bool has_ended_ = false;
    int code_ = -1;
    std::filesystem::path log_;
};

/// A port of the loopback address that was free a moment ago.
std::uint16_t free_port();

} // namespace faults
