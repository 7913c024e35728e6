#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/progress/post.hpp"

#include <optional>
#include <vector>

namespace progress
{

/// A page of a sheet: publications before or after a moment.
struct PostSpan {
    SheetId sheet;
    std::optional<base::Instant> before; ///< none: from the newest on
    int limit = 0;
};

class PostStore
{
  public:
    explicit PostStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Post& post);
    /// False when somebody saved another version meanwhile.
    bool update(const Post& post, std::int64_t seen_version);
    std::optional<Post> find(PostId id);
    /// Until the end of the transaction nobody else changes it or what is answered to it.
    void hold(PostId id);

    /// What clients see, the newest first.
    std::vector<Post> shown(const PostSpan& span);
    /// All that clients see, the oldest first, at most `limit`.
    std::vector<Post> all_shown(SheetId sheet, int limit);
    /// Not published yet, the oldest first.
    std::vector<Post> drafts(SheetId sheet);
    /// The last publication that says the worksite is finished or resumed; cancelled ones say
    /// nothing.
    std::optional<Post> last_marked(SheetId sheet);

    void insert(const PostVersion& version);
    /// The newest first.
    std::vector<PostVersion> versions(PostId post);

    /// Deleted before that moment, at most `limit`.
    std::vector<PostId> deleted_before(base::Instant moment, int limit);
    /// With its versions and comments.
    void purge(PostId post);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace progress
