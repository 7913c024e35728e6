#include "modules/progress/sheet_pages.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/route.hpp"
#include "kernel/guard/shells.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/progress/comment_store.hpp"
#include "modules/progress/post_store.hpp"
#include "modules/progress/progress_policy.hpp"
#include "modules/progress/sheet_actions.hpp"
#include "modules/progress/sheet_forms.hpp"
#include "modules/progress/sheet_seen.hpp"
#include "modules/projects/projects.hpp"

#include <algorithm>
#include <charconv>

namespace progress
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::Side;
using tenancy::WorkspaceTransaction;

constexpr int page_posts = 20;
/// A sheet looked at again within it is not noted again.
constexpr std::chrono::minutes opening_noted_for{10};

std::optional<base::Instant> before_of(const Call& call)
{
    const auto text = call.query("avant");
    base::Instant before;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), before.micros);
    if (text.empty() || read.ec != std::errc{}) return {};
    return before;
}

std::vector<ShownPost> shown_posts(WorkspaceTransaction& tx, Reading& reading,
                                   std::vector<Post> posts)
{
    std::vector<PostId> ids;
    std::vector<std::int64_t> owners;
    for (const auto& post : posts) {
        ids.push_back(post.id);
        owners.push_back(post.id.value);
    }
    auto comments = CommentStore{tx}.of_posts(ids);
    auto photos = files::files_of_each(tx, post_photos, owners);
    learn_drawings(tx, reading, owners);
    const auto& actor = tx.actor();
    std::vector<ShownPost> shown;
    for (auto& post : posts) {
        ShownPost one{.photos = std::move(photos[post.id.value]),
                      .comments = placed(std::move(comments[post.id])),
                      .may_edit = post.state != PostState::cancelled && may_edit(actor, post),
                      .may_comment =
                          actor.may("progress.comment") && is_open_to_comments(tx, post)};
        one.post = std::move(post);
        shown.push_back(std::move(one));
    }
    return shown;
}

/// Those of one page; the one beyond says that there are older ones.
void read_posts(WorkspaceTransaction& tx, SheetPageView& view,
                const std::optional<base::Instant>& before)
{
    auto posts = PostStore{tx}.shown(
        {.sheet = view.head.sheet.id, .before = before, .limit = page_posts + 1});
    if (posts.size() > page_posts) {
        posts.pop_back();
        view.older = posts.back().published_at;
    }
    if (view.order == ReadingOrder::oldest_first) std::ranges::reverse(posts);
    view.is_past = before.has_value();
    view.posts = shown_posts(tx, view.reading, std::move(posts));
    if (view.reading.side == Side::staff && !view.is_past)
        view.drafts = shown_posts(tx, view.reading, PostStore{tx}.drafts(view.head.sheet.id));
}

void learn_all(WorkspaceTransaction& tx, SheetPageView& view)
{
    std::vector<tenancy::MembershipId> people;
    for (const auto* list : {&view.posts, &view.drafts})
        for (const auto& shown : *list) {
            people.push_back(shown.post.author_id);
            for (const auto& placed : shown.comments)
                people.push_back(placed.comment.author_id);
        }
    learn(tx, view.reading, people);
}

/// An older page shows nothing new.
bool is_news_for(WorkspaceTransaction& tx, const SheetPageView& view)
{
    if (view.is_past || !tx.actor().membership) return false;
    const auto last = SheetStore{tx}.opened_at(view.head.sheet.id, tx.actor().membership);
    return !last || view.reading.now - *last > opening_noted_for || last_said(view.posts) >= *last;
}

html::Html crumbs(const Reading& reading, const SheetHead& head)
{
    return ui::breadcrumbs({{t("progress.nav"), sheets_path(reading)},
                            {head.sheet.identifier + " · " + head.title, {}}});
}

} // namespace

SheetHead head_of_sheet(WorkspaceTransaction& tx, const Sheet& sheet)
{
    const auto project = projects::project(tx, sheet.project_id);
    return {.sheet = sheet,
            .title = project.name,
            .address = project.address,
            .client_name = crm::client(tx, sheet.client_id).name,
            .client_address = crm::address_line_of(tx, sheet.client_id),
            .last_marked = PostStore{tx}.last_marked(sheet.id)};
}

html::Html crumbs_under(const Call& call, const std::string& title)
{
    const auto reading = reading_of(call);
    if (reading.side != Side::staff) return html::none;
    return ui::breadcrumbs({{t("progress.nav"), sheets_path(reading)},
                            {call.path("sheet"), sheet_path(reading, call.path("sheet"))},
                            {title, {}}});
}

Reading reading_of(const Call& call)
{
    const auto& context = call.context();
    return {.slug = context.workspace().slug,
            .side = context.actor().side,
            .reader = context.actor().membership,
            .now = context.now(),
            .zone = context.workspace().time_zone,
            .business = context.workspace().name,
            .names = {{context.actor().membership, context.actor().name}},
            .path = call.request().path,
            .may_draw = context.actor().side == Side::staff && call.may("progress.write")};
}

void learn(WorkspaceTransaction& tx, Reading& reading,
           const std::vector<tenancy::MembershipId>& people)
{
    std::vector<tenancy::MembershipId> wanted;
    for (const auto& id : people)
        if (!reading.names.contains(id)) wanted.push_back(id);
    std::ranges::sort(wanted);
    wanted.erase(std::ranges::unique(wanted).begin(), wanted.end());
    for (auto& member : auth::members(tx, wanted))
        reading.names.emplace(member.id, std::move(member.name));
}

void learn_drawings(WorkspaceTransaction& tx, Reading& reading,
                    const std::vector<std::int64_t>& posts)
{
    reading.drawings.merge(files::drawings_of_each(tx, post_photos, posts));
}

Sheet sheet_of(Call& call)
{
    return call.context().read(
        [&](WorkspaceTransaction& tx) { return sheet_by_identifier(tx, call.path("sheet")); });
}

http::Response sheet_answer(Call& call, const Beside& beside)
{
    SheetPageView view{.reading = reading_of(call),
                       .may_write = call.may("progress.write"),
                       .may_manage = call.may("progress.manage"),
                       .may_export = call.may("progress.export"),
                       .guard = guard::form_guard(call),
                       .refused = beside.words,
                       .notice = beside.notice};
    const auto& workspace = call.context().workspace();
    view.logo = guard::icon_url(call, guard::brand_of(workspace), "192.png");
    const bool is_news = call.context().read([&](WorkspaceTransaction& tx) {
        view.head = head_of_sheet(tx, sheet_by_identifier(tx, call.path("sheet")));
        view.order = SheetStore{tx}.reading_order(tx.actor().membership);
        read_posts(tx, view, before_of(call));
        learn_all(tx, view);
        return is_news_for(tx, view);
    });
    if (is_news)
        call.context().write(
            [&](WorkspaceTransaction& tx) { mark_seen(tx, seen_on(view), view.reading.now); });
    const auto id = view.head.sheet.id.text();
    std::vector<std::string> topics{"sheet:" + id};
    if (view.reading.side == Side::staff) topics = {"sheet_team:" + id};
    return guard::render(call, guard::Page{.title = view.head.title,
                                           .body = sheet_page(view),
                                           .breadcrumbs = view.reading.side == Side::staff
                                                              ? crumbs(view.reading, view.head)
                                                              : html::none,
                                           .status = beside.status,
                                           .is_data_only = true,
                                           .topics = topics});
}

bool has_script(const Call& call)
{
    return !call.request().headers.get("X-Turbo-Request-Id").empty();
}

http::Response to_sheet(const Call& call, std::string_view notice)
{
    const auto to = sheet_path(reading_of(call), call.path("sheet")).text();
    const bool names_post =
        !has_script(call) && call.route().path.find("{post}") != std::string::npos;
    return call.redirect(names_post ? to + "#publication-" + call.path("post") : to, notice);
}

http::Response show_sheet(Call& call)
{
    return sheet_answer(call, {});
}

http::Response choose_reading_order(Call& call)
{
    const auto form = call.form<ChooseOrder>();
    if (!form.is_valid()) throw base::NotFound{};
    sheet_of(call);
    call.context().write([&](WorkspaceTransaction& tx) { choose_order(tx, form.command.order); });
    return to_sheet(call, "progress.notice.order");
}

} // namespace progress
