#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

using namespace billing;
using namespace billing_kit;
using base::Cents;

TEST_CASE("a margin is kept apart from what a client reads") // QUO-004
{
    const auto quote = trade_quote();
    const auto margin = margin_of(quote, {{1, {210'000}}, {2, {675'000}}, {3, {60'000}}});
    CHECK(margin.cost == Cents{9450});
    CHECK(margin.margin == Cents{3690});
    CHECK(margin.rate == base::Rate{280'822}); // 28,0822 %
    CHECK(frozen(quote).find("cost") == std::string::npos);
    CHECK_FALSE(margin_of(figures_of({.lines = {piece(1, 0)}}), {}).rate.has_value());
}
