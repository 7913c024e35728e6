#pragma once

#include "kernel/guard/call.hpp"
#include "modules/progress/sheet_views.hpp"

namespace progress
{

/// 303 to the page of the sheet that shows it.
http::Response show_post(guard::Call& call);
http::Response new_post(guard::Call& call);
http::Response create_post(guard::Call& call);
http::Response edit_post_page(guard::Call& call);
http::Response update_post(guard::Call& call);
http::Response create_publication(guard::Call& call);
http::Response create_cancellation(guard::Call& call);
http::Response create_restoration(guard::Call& call);
http::Response confirm_removal(guard::Call& call);
http::Response delete_post(guard::Call& call);
http::Response list_versions(guard::Call& call);

/// The publication of the path, if the visitor may see it.
Post post_here(guard::Call& call);
std::vector<files::File> photos_of_post(guard::Call& call, PostId post);
html::Url here(const guard::Call& call, PostId post);

/// Of a form of photos and words. Bytes.
inline constexpr std::uint64_t post_bytes_max = 320'000'000;

} // namespace progress
