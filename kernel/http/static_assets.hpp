#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/http/message.hpp"

#include <map>
#include <optional>
#include <span>
#include <string_view>

namespace http
{

inline constexpr std::string_view assets_prefix = "/assets/";

/// The built web assets, served from the binary on the I/O thread. Only names that carry the hash
/// of their content ("app.a58a3e3b3596a7d8.css") are served, so every answer may be kept for ever;
/// a
/// `.br` or `.gz` twin is sent to clients that take it.
class StaticAssets
{
  public:
    /// `folder` is where the build left them ("web/dist/"). The files must outlive this object.
    StaticAssets(std::span<const base::EmbeddedFile> files, std::string_view folder);

    /// The answer to any request below assets_prefix, 404 and 405 included; nothing for others.
    std::optional<Response> answer(const Request& request) const;

  private:
    struct Asset {
        std::string_view type;
        std::string_view hash;
        std::string_view plain;
        std::string_view brotli;
        std::string_view gzip;
    };
    static Response send(const Asset& asset, std::string_view accept_encoding);

    std::map<std::string_view, Asset> assets_;
};

/// By the extension of a name; "application/octet-stream" for an unknown one.
std::string_view content_type_of(std::string_view file_name);

} // namespace http
