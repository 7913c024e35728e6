#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace load
{

/// Connections that each send the same request again as soon as it has been answered.
struct Visits {
    std::uint16_t port = 0;
    std::string request; ///< the bytes, keep-alive
    int connections = 1;
    std::chrono::milliseconds lasts{1'000};
};

struct Answers {
    std::int64_t count = 0;
    std::int64_t bytes = 0; ///< heads and bodies
    double seconds = 0;
    std::map<int, std::int64_t> by_status;
    std::vector<double> first_byte_ms;

    double per_second() const { return static_cast<double>(count) / seconds; }
};

/// One thread, at most 1 000 connections, loopback. Throws std::runtime_error when the server
/// closes a connection or stays silent for 10 s.
Answers visit(const Visits& visits);

struct Header {
    std::string name;
    std::string value;
};

/// "GET path HTTP/1.1" with Host: localhost, uncompressed unless asked otherwise.
std::string get(const std::string& path, const std::vector<Header>& headers = {},
                const std::string& encodings = "identity");

} // namespace load
