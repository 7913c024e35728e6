#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/progress/comment.hpp"

#include <map>
#include <optional>
#include <vector>

namespace progress
{

class CommentStore
{
  public:
    explicit CommentStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    void insert(const Comment& comment);
    void save_correction(const Comment& comment);
    void remove(CommentId id);
    std::optional<Comment> find(CommentId id);
    int count(PostId post);

    /// In order of time, at most comments_max of each publication.
    std::vector<Comment> of_post(PostId post);
    std::map<PostId, std::vector<Comment>> of_posts(const std::vector<PostId>& posts);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace progress
