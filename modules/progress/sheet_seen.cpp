#include "modules/progress/sheet_seen.hpp"

#include <algorithm>

namespace progress
{

base::Instant last_said(const std::vector<ShownPost>& posts)
{
    base::Instant last;
    for (const auto& shown : posts) {
        last = std::max(last, shown.post.published_at.value_or(last));
        for (const auto& placed : shown.comments)
            last = std::max(last, placed.comment.written_at);
    }
    return last;
}

SheetSeen seen_on(const SheetPageView& view)
{
    SheetSeen seen{
        .sheet = view.head.sheet.id, .reader = view.reading.reader, .posts = {}, .comments = {}};
    for (const auto& shown : view.posts) {
        seen.posts.push_back(shown.post.id);
        for (const auto& placed : shown.comments)
            seen.comments.push_back(placed.comment.id);
    }
    return seen;
}

} // namespace progress
