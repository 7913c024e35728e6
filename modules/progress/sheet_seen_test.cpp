#include "modules/progress/sheet_seen.hpp"

#include <doctest.h>

TEST_CASE("who reads a sheet has seen the publications of the page and their comments, no draft")
{ // NTF-017
    progress::SheetPageView view{.reading = {.reader = {3}}, .head = {.sheet = {.id = {42}}}};
    view.posts.push_back(
        {.post = {.id = {7}}, .comments = {{.comment = {.id = {1}}}, {.comment = {.id = {2}}}}});
    view.posts.push_back({.post = {.id = {8}}});
    view.drafts.push_back({.post = {.id = {9}}});
    const auto seen = progress::seen_on(view);
    CHECK(seen.sheet == progress::SheetId{42});
    CHECK(seen.reader == tenancy::MembershipId{3});
    CHECK(seen.posts == std::vector<progress::PostId>{{7}, {8}});
    CHECK(seen.comments == std::vector<progress::CommentId>{{1}, {2}});
}
