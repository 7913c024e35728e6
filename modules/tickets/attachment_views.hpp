#pragma once

#include "kernel/files/files.hpp"
#include "kernel/html/ui/files_field.hpp"
#include "modules/tickets/thread_views.hpp"

#include <string_view>
#include <vector>

namespace tickets
{

/// The files of a thread, as its reader sees them.
struct ThreadFiles {
    std::string_view slug;
    const Reading& reading;
    const std::vector<files::File>& files;
    html::Url back;       ///< of the thread
    bool may_open = true; ///< false: names only
};

/// Those of one part: pictures and videos as thumbnails, others as rows. One that was refused shows
/// to who sent it, with the reason. Nothing without files.
html::Html attachments(const ThreadFiles& all, std::int64_t part);

/// Under a reply box: the paper clip, and what has been chosen.
html::Html attach_tool();
/// What came with a form that is shown again.
struct HeldFiles {
    std::vector<ui::HeldFile> files;
    std::string refused; ///< one sentence for each that is not held
};
/// In a form: choose, take a photo, or drop.
html::Html attach_field(const HeldFiles& held);

} // namespace tickets
