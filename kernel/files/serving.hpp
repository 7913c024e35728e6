#pragma once

#include "kernel/files/file_store.hpp"
#include "kernel/http/message.hpp"

namespace files
{

/// The file itself, to who was found to may read it. Pictures and videos show in the page, anything
/// else is saved; nothing in it runs: no type is guessed, the content is in a sandbox. Throws
/// base::Refusal « files.refusal.waiting » (409) while the media worker has not judged it.
http::Response serve(tenancy::WorkspaceId workspace, const File& file);
/// A copy of it.
http::Response serve(tenancy::WorkspaceId workspace, const File& file,
                     const StoredVariant& variant);

/// RFC 6266, with the name in UTF-8 and in ASCII.
std::string content_disposition(std::string_view how, std::string_view name);

} // namespace files
