#include "app/demonstration/pictures.hpp"
#include "app/demonstration/writer.hpp"
#include "kernel/documents/rich_text.hpp"
#include "modules/progress/past.hpp"
#include "modules/progress/progress.hpp"

#include <algorithm>

namespace demonstration
{
namespace
{

using std::chrono::days;
using std::chrono::hours;

base::Date day(const tenancy::Context& context, int days_from_now)
{
    return base::date_in(context.now() + days{days_from_now}, context.workspace().time_zone);
}

/// Publications leave at the end of the day's work, not all at the same minute.
base::Instant evening(const tenancy::Context& context, int days_ago, std::size_t salt)
{
    constexpr int first_hour = 16;
    constexpr std::size_t spread = 120; // minutes
    const auto minute = static_cast<int>(salt * 37 % spread);
    const auto at = base::instant_of(
        {.date = day(context, -days_ago), .hour = first_hour + minute / 60, .minute = minute % 60},
        context.workspace().time_zone);
    return std::min(at, context.now());
}

} // namespace

tenancy::Workspace Writer::write(const std::optional<tenancy::Workspace>& existing,
                                 const std::vector<Worksite>& worksites)
{
    const auto workspace = existing ? *existing : found();
    tenancy::Context context{database_, workspace, tenancy::Actor::system()};
    write_members(context);
    write_clients(context);
    write_portal_users(context);
    const Pictures pictures;
    for (const auto& worksite : worksites)
        write_worksite(context, worksite, pictures);
    return workspace;
}

void Writer::write_worksite(tenancy::Context& context, const Worksite& worksite,
                            const Pictures& pictures)
{
    const auto sheet = context.write([&](tenancy::WorkspaceTransaction& tx) {
        return progress::add_sheet(
            tx, clients_[worksite.client],
            {.identifier = worksite.identifier,
             .title = worksite.title,
             .address = worksite.place.address,
             .postal_code = worksite.place.postal_code,
             .city = worksite.place.city,
             .starts_on = day(context, -worksite.started_days_ago),
             .ends_on = day(context, worksite.lasts_days - worksite.started_days_ago)});
    });
    for (const auto& publication : worksite.publications)
        write_publication(context, worksite, sheet.id, publication, pictures);
}

void Writer::write_publication(tenancy::Context& context, const Worksite& worksite,
                               progress::SheetId sheet, const Publication& publication,
                               const Pictures& pictures)
{
    const auto at =
        evening(context, publication.days_ago, worksite.title.size() + publication.html.size());
    progress::PastPost past{.sheet = sheet,
                            .author = members_[publication.member],
                            .text = {},
                            .written_at = at,
                            .cancelled_at = {},
                            .cancel_reason = publication.cancelled,
                            .is_draft = publication.is_draft};
    if (!publication.html.empty())
        past.text.body = documents::to_json(documents::read_html(publication.html));
    past.text.mark = publication.mark;
    if (publication.worked_days_before != 0)
        past.text.worked_on = day(context, -publication.days_ago - publication.worked_days_before);
    if (!publication.cancelled.empty()) past.cancelled_at = at + days{1};
    const auto post = context.write([&](tenancy::WorkspaceTransaction& tx) {
        const auto id = progress::add_past_post(tx, past);
        std::vector<progress::CommentId> last; // by level
        for (const auto& remark : publication.remarks) {
            const auto level = std::min(static_cast<std::size_t>(remark.level), last.size());
            last.resize(level);
            last.push_back(progress::add_past_comment(
                tx, {.sheet = sheet,
                     .post = id,
                     .reply_to = level == 0 ? std::nullopt : std::optional{last.back()},
                     .author = remark.member ? members_[*remark.member]
                                             : contacts_[worksite.client].front(),
                     .side = remark.member ? tenancy::Side::staff : tenancy::Side::portal,
                     .body = remark.text,
                     .written_at = std::min(at + hours{remark.after_hours}, context.now())}));
        }
        return id;
    });
    tenancy::Context as_author{
        database_, context.workspace(), {.membership = members_[publication.member]}};
    for (const auto& photo : publication.photos)
        pictures.attach(as_author, progress::photos_of_past_post(post), photo);
}

} // namespace demonstration
