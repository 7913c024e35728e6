#include "modules/quotes/quote.hpp"

namespace quotes
{
namespace
{

struct Passage {
    QuoteState from;
    QuoteMove move;
    QuoteState to;
};

constexpr Passage passages[] = {
    {QuoteState::draft, QuoteMove::send, QuoteState::sent},
    {QuoteState::sent, QuoteMove::accept, QuoteState::accepted},
    {QuoteState::sent, QuoteMove::decline, QuoteState::declined},
    {QuoteState::sent, QuoteMove::expire, QuoteState::expired},
    {QuoteState::expired, QuoteMove::extend, QuoteState::sent},
    {QuoteState::sent, QuoteMove::replace, QuoteState::replaced},
    {QuoteState::declined, QuoteMove::replace, QuoteState::replaced},
    {QuoteState::expired, QuoteMove::replace, QuoteState::replaced},
    {QuoteState::accepted, QuoteMove::cancel, QuoteState::cancelled},
};

} // namespace

std::optional<QuoteState> after(QuoteState state, QuoteMove move)
{
    for (const auto& passage : passages)
        if (passage.from == state && passage.move == move) return passage.to;
    return {};
}

bool is_editable(QuoteState state)
{
    return state == QuoteState::draft;
}

} // namespace quotes
