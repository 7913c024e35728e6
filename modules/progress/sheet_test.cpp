#include "kernel/base/refusal.hpp"
#include "modules/progress/comment.hpp"

#include <doctest.h>

using progress::Comment;
using progress::CommentId;
using progress::identifier_key_of;
using progress::identifier_of;

namespace
{

base::Instant minute(int number)
{
    return {number * 60'000'000LL};
}

Comment said(std::int64_t id, std::int64_t reply_to, int at)
{
    Comment comment{.id = CommentId{id}, .author_id = tenancy::MembershipId{id % 3 + 1}};
    if (reply_to != 0) comment.reply_to = CommentId{reply_to};
    comment.written_at = minute(at);
    return comment;
}

} // namespace

TEST_CASE("an identifier has 1 to 30 characters and is found however it is typed") // PRG-002
{
    CHECK(identifier_of("  ch-118 ") == "CH-118");
    CHECK(identifier_of("a  b") == "A B");
    CHECK(identifier_key_of("ch 118") == identifier_key_of("CH-118"));
    CHECK(identifier_key_of("Ch.118") == identifier_key_of("CH118"));
    CHECK(identifier_key_of("CH-119") != identifier_key_of("CH-118"));
    CHECK_FALSE(identifier_of(""));
    CHECK_FALSE(identifier_of(".."));
    CHECK_FALSE(identifier_of("a/b"));
    CHECK(identifier_of(std::string(30, 'a')));
    CHECK_FALSE(identifier_of(std::string(31, 'a')));
}

TEST_CASE("a planned end before the start is refused") // PRG-002
{
    const auto start = *base::Date::parse("2026-03-02");
    CHECK_NOTHROW(progress::require_in_order(start, start));
    CHECK_NOTHROW(progress::require_in_order(start, {}));
    CHECK_THROWS_AS(progress::require_in_order(start, base::Date::parse("2026-03-01")),
                    base::Refusal);
}

TEST_CASE("replies stand under what they answer, at any depth, in order of time") // PRG-021
{
    const auto order = progress::placed(
        {said(1, 0, 1), said(2, 0, 2), said(3, 1, 5), said(4, 1, 3), said(5, 4, 9)});
    std::vector<std::int64_t> ids;
    for (const auto& placed : order)
        ids.push_back(placed.comment.id.value);
    CHECK(ids == std::vector<std::int64_t>{1, 4, 5, 3, 2});
    CHECK(order[0].replies == 3);
    CHECK(order[2].depth == 2);
    CHECK(order[2].answers == order[1].comment.author_id);
    CHECK(progress::with_replies({said(1, 0, 1), said(2, 1, 2), said(3, 2, 3), said(4, 0, 4)},
                                 CommentId{1})
              .size() == 3);
}

TEST_CASE("a thousand replies in a row are placed")
{
    std::vector<Comment> chain;
    for (int i = 1; i <= 1'000; ++i)
        chain.push_back(said(i, i - 1, i));
    const auto order = progress::placed(chain);
    CHECK(order.back().depth == 999);
    CHECK(order.front().replies == 999);
}

TEST_CASE("a comment is corrected by its author within 15 minutes, as long as nobody answered")
{
    auto comment = said(3, 0, 0); // PRG-024
    const auto author = comment.author_id;
    CHECK(progress::is_correctable(comment, 0, author, minute(15)));
    CHECK_FALSE(progress::is_correctable(comment, 0, author, minute(16)));
    CHECK_FALSE(progress::is_correctable(comment, 1, author, minute(1)));
    CHECK_FALSE(progress::is_correctable(comment, 0, tenancy::MembershipId{99}, minute(1)));
    CHECK_THROWS_AS(progress::correct(comment, 0, author, "x", minute(16)), base::Refusal);
}

TEST_CASE("a publication moves as its states say and no other way") // PRG-014
{
    progress::Post post;
    CHECK_THROWS_AS(progress::cancel(post, "", minute(1)), base::Refusal);
    progress::publish(post, minute(1));
    CHECK_THROWS_AS(progress::publish(post, minute(2)), base::Refusal);
    CHECK_THROWS_AS(progress::restore(post), base::Refusal);
    progress::rewrite(post, {.body = "x"}, minute(3));
    CHECK(post.edited_at == minute(3));
    progress::cancel(post, "défait", minute(4));
    CHECK_THROWS_AS(progress::rewrite(post, {}, minute(5)), base::Refusal);
    progress::restore(post);
    CHECK(post.state == progress::PostState::published);
    CHECK_FALSE(post.cancelled_at);
    progress::remove(post, minute(6));
    CHECK_THROWS_AS(progress::remove(post, minute(7)), base::Refusal);
    CHECK_THROWS_AS(progress::cancel(post, "", minute(7)), base::Refusal);
}
