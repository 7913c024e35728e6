#include "modules/progress/comment.hpp"

#include "kernel/base/refusal.hpp"

#include <algorithm>
#include <map>

namespace progress
{
namespace
{

/// What answers what; the key of those that answer the publication is zero.
using Tree = std::map<CommentId, std::vector<const Comment*>>;

Tree tree_of(const std::vector<Comment>& comments)
{
    std::set<CommentId> known;
    for (const auto& comment : comments)
        known.insert(comment.id);
    Tree tree;
    for (const auto& comment : comments) {
        const bool is_answer = comment.reply_to && known.contains(*comment.reply_to);
        tree[is_answer ? *comment.reply_to : CommentId{}].push_back(&comment);
    }
    for (auto& [parent, answers] : tree)
        std::ranges::stable_sort(answers, {}, [](const Comment* comment) {
            return std::pair{comment->written_at, comment->id};
        });
    return tree;
}

/// Depth first with a stack of its own: replies may be a thousand deep.
struct Step {
    const Comment* comment;
    int depth;
    std::optional<tenancy::MembershipId> answers;
};

void put_answers(const Tree& tree, CommentId parent, const Step& under, std::vector<Step>& stack)
{
    const auto found = tree.find(parent);
    if (found == tree.end()) return;
    for (auto it = found->second.rbegin(); it != found->second.rend(); ++it)
        stack.push_back({*it, under.depth, under.answers});
}

void count_replies(std::vector<PlacedComment>& order)
{
    std::map<CommentId, std::size_t> place;
    for (std::size_t i = 0; i < order.size(); ++i)
        place[order[i].comment.id] = i;
    for (std::size_t i = order.size(); i-- > 0;) {
        if (order[i].depth == 0) continue;
        order[place.at(*order[i].comment.reply_to)].replies += 1 + order[i].replies;
    }
}

} // namespace

std::vector<PlacedComment> placed(std::vector<Comment> comments)
{
    const auto tree = tree_of(comments);
    std::vector<PlacedComment> order;
    std::vector<Step> stack;
    put_answers(tree, {}, {nullptr, 0, {}}, stack);
    while (!stack.empty()) {
        const auto step = stack.back();
        stack.pop_back();
        order.push_back(
            {.comment = *step.comment, .depth = step.depth, .replies = 0, .answers = step.answers});
        put_answers(tree, step.comment->id, {nullptr, step.depth + 1, step.comment->author_id},
                    stack);
    }
    count_replies(order);
    return order;
}

std::vector<CommentId> with_replies(const std::vector<Comment>& comments, CommentId id)
{
    std::vector<CommentId> found;
    const auto order = placed(comments);
    for (auto it = order.begin(); it != order.end(); ++it) {
        if (it->comment.id != id) continue;
        for (int i = 0; i <= it->replies; ++i)
            found.push_back((it + i)->comment.id);
        break;
    }
    return found;
}

bool is_correctable(const Comment& comment, int replies, tenancy::MembershipId reader,
                    base::Instant now)
{
    return comment.author_id == reader && replies == 0 &&
           now - comment.written_at <= correction_window;
}

void correct(Comment& comment, int replies, tenancy::MembershipId reader, std::string body,
             base::Instant now)
{
    base::refuse_unless(comment.author_id == reader, "progress.refusal.not_author");
    base::refuse_unless(replies == 0, "progress.refusal.answered");
    base::refuse_unless(is_correctable(comment, replies, reader, now),
                        "progress.refusal.correction_too_late");
    comment.body = std::move(body);
    comment.edited_at = now;
}

} // namespace progress
