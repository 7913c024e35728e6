#include "modules/tickets/client_rating_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::size_t ratings_shown = 5;
constexpr std::int64_t good_score = 4;

ui::Tone tone_of(std::int64_t score)
{
    if (score >= good_score) return ui::Tone::Green;
    return score == good_score - 1 ? ui::Tone::Amber : ui::Tone::Red;
}

std::string points(std::int64_t tenths)
{
    return t("tickets.rating.score", {{"score", i18n::decimal(tenths, 1)}});
}

Html line_of(const ClientRatingsView& view, const ClientRating& rating)
{
    const auto day = i18n::short_date(base::date_in(rating.rated_at, view.zone));
    return ui::row_link(
        route("/e/{}/tickets/{}", view.slug, rating.number),
        {.lead = none,
         .title = rating.comment.empty() ? rating.title : rating.comment,
         .detail = rating.number + " · " + day,
         .aside = ui::badge(t("tickets.rating.score", {{"score", std::to_string(rating.score)}}),
                            tone_of(rating.score))});
}

std::string trend_sentence(const RatingHistory& history)
{
    return t("tickets.satisfaction.trend." + std::string{forms::enum_name(history.trend)},
             {{"recent", points(history.recent)},
              {"earlier", points(history.earlier)},
              {"last", std::to_string(recent_ratings)}});
}

} // namespace

Html client_ratings(const ClientRatingsView& view)
{
    if (view.ratings.empty()) return none;
    const auto history = history_of(view.ratings);
    std::vector<ClientRating> shown{view.ratings};
    if (shown.size() > ratings_shown) shown.resize(ratings_shown);
    return ui::card(
        {.title = t("tickets.satisfaction.title"),
         .id = "client-ratings",
         .count = static_cast<int>(history.count)},
        group(ui::card_body(
                  div(cls("grid gap-1"),
                      p(cls("text-13 font-medium"),
                        t("tickets.satisfaction.average", {{"average", points(history.average)}})),
                      p(cls("text-13 text-fg-3"), trend_sentence(history)))),
              div(cls("rule"),
                  each(shown, [&](const ClientRating& one) { return line_of(view, one); }))));
}

} // namespace tickets
