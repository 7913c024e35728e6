#include "modules/progress/sheet_paper.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/progress/post_views.hpp"

namespace progress
{
namespace
{

using documents::Tone;
using i18n::t;

documents::Facts facts_of(const SheetPaper& paper)
{
    const auto& head = paper.head;
    documents::Facts facts{
        {{t("progress.head.client"), head.client_name},
         {t("progress.head.worksite"), head.sheet.identifier},
         {t("progress.paper.client_address"), head.client_address},
         {t("progress.paper.worksite_address"), head.address},
         {t("progress.head.starts_on"), i18n::long_date(head.sheet.starts_on)},
         {t("progress.head.ends_on"),
          head.sheet.ends_on ? i18n::long_date(*head.sheet.ends_on) : std::string{}}}};
    if (head.last_marked && head.last_marked->mark == Mark::finished)
        facts.facts.push_back({t("progress.paper.state"), t("progress.mark.finished")});
    std::erase_if(facts.facts, [](const auto& fact) { return fact.value.empty(); });
    return facts;
}

/// « Annulée le …, motif : … », « Chantier terminé ».
std::string mention_of(const Reading& reading, const Post& post)
{
    std::vector<std::string> words;
    if (post.mark != Mark::none)
        words.push_back(
            t(post.mark == Mark::finished ? "progress.mark.finished" : "progress.mark.resumed"));
    if (post.state == PostState::cancelled && post.cancelled_at) {
        words.push_back(t("progress.state.cancelled",
                          {{"when", i18n::date_and_time(*post.cancelled_at, reading.zone)}}));
        if (!post.cancel_reason.empty())
            words.push_back(t("progress.post.reason", {{"reason", post.cancel_reason}}));
    }
    return base::join(words, " · ");
}

documents::Remark remark_of(const Reading& reading, const PlacedComment& placed, Tone tone)
{
    const auto& comment = placed.comment;
    const bool is_client = comment.author_side == tenancy::Side::portal;
    const bool is_deep = placed.depth > depth_shown_max && placed.answers.has_value();
    auto when = i18n::date_and_time(comment.written_at, reading.zone);
    if (comment.edited_at) when += " · " + t("progress.comment.edited");
    return {.author = reading.name_of(comment.author_id) + " (" +
                      (is_client ? t("progress.comment.client") : reading.business) + ")",
            .when = when,
            .answering = is_deep ? t("progress.comment.answers",
                                     {{"name", reading.name_of(*placed.answers)}})
                                 : std::string{},
            .words = comment.body,
            .level = placed.depth,
            .tone = tone};
}

void add_post(std::vector<documents::Block>& body, const Reading& reading, PaperPost& shown)
{
    const auto& post = shown.post;
    const auto tone = post.state == PostState::cancelled ? Tone::Greyed : Tone::Plain;
    body.emplace_back(documents::Entry{
        .title = t("progress.post.by", {{"name", reading.name_of(post.author_id)}}),
        .note = base::join(date_sentences(reading, post), " · "),
        .mention = mention_of(reading, post),
        .tone = tone});
    if (!post.body.empty())
        body.emplace_back(documents::Written{documents::from_json(post.body), tone});
    if (!shown.photos.empty()) body.emplace_back(documents::Photos{std::move(shown.photos), tone});
    for (const auto& placed : shown.comments)
        body.emplace_back(remark_of(reading, placed, tone));
}

} // namespace

documents::Document paper_of(SheetPaper paper)
{
    const auto& reading = paper.reading;
    documents::Document document{
        .title = t("progress.paper.title", {{"identifier", paper.head.sheet.identifier}}),
        .subtitle = paper.head.title,
        .from = std::move(paper.from),
        .foot =
            t("progress.paper.foot", {{"when", i18n::date_and_time(reading.now, reading.zone)}}),
        .made_at = reading.now};
    if (!paper.colour.empty()) document.colour = paper.colour;
    document.body.emplace_back(facts_of(paper));
    for (auto& shown : paper.posts)
        add_post(document.body, reading, shown);
    if (paper.posts.empty())
        document.body.emplace_back(documents::Paragraph{"\n" + t("progress.empty")});
    return document;
}

} // namespace progress
