#pragma once

#include "kernel/http/file_descriptor.hpp"
#include "kernel/http/message.hpp"

#include <cstdint>
#include <string>

namespace http
{

/// An answer ready to be written: status, headers and bytes are what goes on the wire.
struct Delivery {
    Response response;
    FileDescriptor file; ///< when open: `bytes` of it from `offset`, instead of response.body
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0; ///< of the content; Content-Length, also for HEAD
};

enum class Compress { No, Yes };

/// Applies the request's conditions: 304 for a known ETag, 206 or 416 for a range of a file,
/// compression. Opens the file: 404 when it has gone. ETags of files are strong, of bodies weak,
/// since a body may be compressed. Any thread.
Delivery prepare(const Request& request, Response response, Compress compress);

/// What the head says of the connection.
enum class After { Close, KeepAlive, KeepAliveHttp10 };

/// Status line and headers with the empty line. Date, Content-Length and Connection are the
/// server's own; the handler's are dropped.
std::string write_head(const Delivery& delivery, After after, std::string_view date);

/// "Sun, 06 Nov 1994 08:49:37 GMT", from seconds since 1970.
std::string http_date(std::int64_t seconds);

/// The standard phrase: "Not Found"; empty for an unknown status.
std::string_view reason_phrase(int status);

} // namespace http
