#include "modules/quotes/reached_quote_pages.hpp"

#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_link.hpp"
#include "modules/quotes/quote_policy.hpp"

#include <charconv>

namespace quotes
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

std::vector<std::int64_t> options_asked(const Call& call)
{
    std::vector<std::int64_t> places;
    for (const auto& [name, text] : call.request().query.all()) {
        std::int64_t place = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), place);
        if (name == "option" && read.ec == std::errc{} && places.size() < lines_max)
            places.push_back(place);
    }
    return places;
}

} // namespace

bool has_link(const Call& call)
{
    return !call.actor().membership;
}

std::string client_path(const Call& call)
{
    const auto slug = "/p/" + call.context().workspace().slug;
    return has_link(call) ? slug + "/offre/" + call.path("token")
                          : slug + "/devis/" + call.path("quote");
}

Quote reached(Call& call)
{
    const auto id = has_link(call) ? quote_of_link(call.context().workspace(), call.path("token"))
                                   : std::optional{call.path_id<QuoteId>("quote")};
    if (!id) throw base::NotFound{};
    return call.context().read([&](WorkspaceTransaction& tx) {
        auto quote = quote_by_id(tx, *id);
        if (quote.state == QuoteState::draft) throw base::NotFound{};
        if (has_link(call))
            require_live_link(tx, quote);
        else
            require_own(tx, quote);
        return quote;
    });
}

bool is_over(const Call& call, const Quote& quote)
{
    return quote.state == QuoteState::expired ||
           (quote.state == QuoteState::sent && quote.valid_until < call.context().today());
}

bool is_answerable(const Call& call, const Quote& quote)
{
    return quote.state == QuoteState::sent && !is_over(call, quote);
}

std::vector<Line> lines_chosen(const Call& call, std::vector<Line> lines)
{
    if (call.query("choix").empty()) return lines;
    auto places = options_asked(call);
    std::erase_if(places, [&](std::int64_t place) {
        const bool is_there = place >= 1 && place <= std::ssize(lines);
        return !is_there || lines[static_cast<std::size_t>(place) - 1].kind != LineKind::option;
    });
    return with_options(std::move(lines), places);
}

std::vector<std::int64_t> options_of(const std::vector<Line>& lines)
{
    std::vector<std::int64_t> places;
    for (std::size_t at = 0; at < lines.size(); ++at)
        if (lines[at].kind == LineKind::option && lines[at].is_ticked)
            places.push_back(static_cast<std::int64_t>(at) + 1);
    return places;
}

html::Url with_choice(html::Url path, const std::vector<Line>& lines)
{
    path = path.with("choix", "1");
    for (const auto place : options_of(lines))
        path = path.with("option", std::to_string(place));
    return path;
}

} // namespace quotes
