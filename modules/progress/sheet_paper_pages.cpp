#include "modules/progress/sheet_paper_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/documents/letterhead.hpp"
#include "kernel/files/paper_photo.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "modules/progress/comment_store.hpp"
#include "modules/progress/post_store.hpp"
#include "modules/progress/progress.hpp"
#include "modules/progress/progress_policy.hpp"
#include "modules/progress/sheet_pages.hpp"
#include "modules/progress/sheet_paper.hpp"

#include <semaphore>

namespace progress
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

constexpr int posts_on_paper_max = 2'000;
/// Made at once by this process: a sheet of 500 photos takes 300 MB while it is drawn.
constexpr std::ptrdiff_t papers_at_once = 2;

/// Room for one paper while it lives. Refuses "progress.refusal.paper_busy".
class PaperRoom
{
  public:
    PaperRoom() { base::refuse_unless(rooms().try_acquire(), "progress.refusal.paper_busy"); }
    ~PaperRoom() { rooms().release(); }
    PaperRoom(const PaperRoom&) = delete;
    PaperRoom& operator=(const PaperRoom&) = delete;

  private:
    static std::counting_semaphore<papers_at_once>& rooms()
    {
        static std::counting_semaphore<papers_at_once> the_rooms{papers_at_once};
        return the_rooms;
    }
};

std::vector<documents::Photos::Photo> photos_of_paper(WorkspaceTransaction& tx, Reading& reading,
                                                      const std::vector<files::File>& photos)
{
    std::vector<documents::Photos::Photo> made;
    for (const auto& photo : photos)
        if (auto jpeg = files::paper_photo(tx, photo))
            made.push_back({.caption = photo.caption,
                            .width = photo.width,
                            .height = photo.height,
                            .jpeg = std::move(jpeg),
                            .drawing = std::move(reading.drawings[photo.id])});
    return made;
}

void read_posts(WorkspaceTransaction& tx, SheetPaper& paper)
{
    auto posts = PostStore{tx}.all_shown(paper.head.sheet.id, posts_on_paper_max);
    std::vector<PostId> ids;
    std::vector<std::int64_t> owners;
    for (const auto& post : posts) {
        ids.push_back(post.id);
        owners.push_back(post.id.value);
    }
    auto comments = CommentStore{tx}.of_posts(ids);
    const auto photos = files::files_of_each(tx, post_photos, owners);
    learn_drawings(tx, paper.reading, owners);
    std::vector<tenancy::MembershipId> people;
    for (auto& post : posts) {
        PaperPost shown{.comments = placed(std::move(comments[post.id]))};
        if (const auto found = photos.find(post.id.value); found != photos.end())
            shown.photos = photos_of_paper(tx, paper.reading, found->second);
        people.push_back(post.author_id);
        for (const auto& one : shown.comments)
            people.push_back(one.comment.author_id);
        shown.post = std::move(post);
        paper.posts.push_back(std::move(shown));
    }
    learn(tx, paper.reading, people);
}

} // namespace

http::Response export_sheet(Call& call)
{
    SheetPaper paper{.reading = reading_of(call)};
    call.context().read([&](WorkspaceTransaction& tx) {
        paper.head = head_of_sheet(tx, sheet_by_identifier(tx, call.path("sheet")));
        read_posts(tx, paper);
    });
    guard::trace_reading(call, "progress.sheet_exported");
    paper.from = documents::letterhead_of(call.context());
    paper.colour = documents::paper_colour(call.context().workspace());
    const auto name = "fiche-" + paper.head.sheet.identifier + ".pdf";
    auto response = http::Response::text({});
    response.headers.set("Content-Type", "application/pdf");
    response.headers.set("Content-Disposition", files::content_disposition("attachment", name));
    response.headers.set("Cache-Control", "no-store");
    const PaperRoom room;
    response.body = documents::pdf_of(paper_of(std::move(paper)));
    return response;
}

} // namespace progress
