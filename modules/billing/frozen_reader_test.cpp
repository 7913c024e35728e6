#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

using namespace billing;
using namespace billing_kit;
using base::Cents;

namespace
{

Figures all_kinds()
{
    auto option = piece(3, 500);
    option.presence = Presence::proposed;
    return figures_of({.currency = base::Currency::CAD,
                       .prices = Prices::gross,
                       .lines = {piece(1, 12'000, tps_and_tvq()),
                                 piece(2, 990, untaxed(Exemption::subcontracting)), option},
                       .adjustments = {{.size = Cents{150}, .treatment = tps_and_tvq()}}});
}

} // namespace

TEST_CASE("frozen figures are read back as they were, parts too")
{
    const auto whole = all_kinds();
    const auto deposit = deposit_of(whole, Cents{1'000}, {});
    for (const auto& figures :
         {whole, deposit, balance_of(whole, {deposit}), situation_of(whole, {{1, {500'000}}}, {}),
          credit_amount(whole, {}, Cents{700})}) {
        const auto read = figures_from(frozen(figures));
        CHECK(read == figures);
        CHECK(identity_of(read) == identity_of(figures));
    }
}

TEST_CASE("bytes of another version, or changed, are a fault and never figures")
{
    const auto bytes = frozen(all_kinds());
    const auto changed = [&](std::string_view from, std::string_view to) {
        auto text = bytes;
        return text.replace(text.find(from), from.size(), to);
    };
    CHECK_THROWS(figures_from(""));
    CHECK_THROWS(figures_from("[]"));
    CHECK_THROWS(figures_from("{}"));
    CHECK_THROWS(figures_from(bytes.substr(0, bytes.size() - 1)));
    CHECK_THROWS(figures_from(bytes + " "));
    CHECK_THROWS(figures_from(changed("figures-1", "figures-2")));
    CHECK_THROWS(figures_from(changed("\"CAD\"", "\"USD\"")));
    CHECK_THROWS(figures_from(changed("\"S\"", "\"X\"")));
    CHECK_THROWS(figures_from(changed("\"counted\":0", "\"counted\":2")));
    CHECK_THROWS(figures_from(changed("\"key\":1", "\"key\":1.5")));
    CHECK_THROWS(figures_from(std::string(frozen_bytes_max + 1, '[')));
}
