#pragma once

#include "kernel/http/message.hpp"
#include "kernel/http/multipart.hpp"
#include "kernel/http/server.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace http
{

/// Receives the decoded body of one request and gives it the form its content type announces.
/// `take` and `finish` may write files and parse: they are called on a worker.
class BodyReader
{
  public:
    /// Throws BadRequest{400} for a multipart type without boundary.
    BodyReader(const Headers& headers, BodyPolicy policy, const std::filesystem::path& folder);

    /// Pieces should be handed over as they come instead of being gathered first.
    bool is_streaming() const { return multipart_.has_value(); }
    void take(std::string_view bytes);
    /// Fills form and files, or body. Throws BadRequest.
    void finish(Request& request);

  private:
    bool is_urlencoded_ = false;
    std::optional<MultipartParser> multipart_;
    std::string gathered_;
};

} // namespace http
