#pragma once

#include "kernel/base/refusal.hpp"
#include "modules/billing/billing.hpp"

#include <array>
#include <cstdint>
#include <string>

/// Documents for tests: by hand in few words, or by dice of a printed seed.
namespace billing_kit
{

inline billing::Treatment taxed(std::int64_t rate)
{
    return {.taxes = {{"TVA", {rate}}}};
}
inline billing::Treatment tva_20()
{
    return taxed(200'000);
}
inline billing::Treatment tva_10()
{
    return taxed(100'000);
}
inline billing::Treatment tva_55()
{
    return taxed(55'000);
}
inline billing::Treatment tps_and_tvq()
{
    return {.taxes = {{"TPS", {50'000}}, {"TVQ", {99'750}}}};
}
inline billing::Treatment untaxed(billing::Exemption exemption)
{
    return {.category = billing::facts_of(exemption).category, .exemption = exemption};
}

/// A line of whole numbers: 15'000 is 1,5 piece, 600'000 is 60,00.
inline billing::Line line(std::int64_t key, std::int64_t quantity, std::int64_t price,
                          billing::Treatment treatment = tva_20())
{
    return {.key = key,
            .quantity = {quantity},
            .unit_price = {price},
            .treatment = std::move(treatment)};
}
/// One piece at that price, in cents.
inline billing::Line piece(std::int64_t key, std::int64_t cents,
                           billing::Treatment treatment = tva_20())
{
    return line(key, base::one_whole, cents * 100, std::move(treatment));
}

/// 131,40 € before taxes, 157,68 € with them.
inline billing::Figures trade_quote()
{
    return billing::figures_of(
        {.lines = {piece(1, 2940), piece(2, 8100), piece(3, 600), piece(4, 1500)}});
}
inline billing::Figures two_rates()
{
    return billing::figures_of({.lines = {piece(1, 10'000), piece(2, 3'333, tva_10())}});
}

template <class Deed>
std::string refusal_of(Deed deed)
{
    try {
        deed();
    } catch (const base::Refusal& refusal) {
        return refusal.code;
    }
    return "nothing was refused";
}

class Dice
{
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::int64_t below(std::int64_t bound)
    {
        return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(bound));
    }
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + below(high - low + 1);
    }
    bool one_in(std::int64_t count) { return below(count) == 0; }
    /// As many small ones as large ones: up to 10^digits.
    std::int64_t of_any_size(int digits)
    {
        std::int64_t bound = 1;
        for (auto left = between(1, digits); left > 0; --left)
            bound *= 10;
        return below(bound);
    }
    template <class Items>
    void shuffle(Items& items)
    {
        for (std::size_t i = items.size(); i > 1; --i)
            std::swap(items[i - 1],
                      items[static_cast<std::size_t>(below(static_cast<std::int64_t>(i)))]);
    }

  private:
    /// splitmix64: one word of state, so that each document has a seed of its own.
    std::uint64_t next()
    {
        auto mixed = state_ += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    std::uint64_t state_;
};

inline billing::Treatment french_treatment(Dice& dice)
{
    using billing::Category;
    using billing::Exemption;
    constexpr std::array rates{200'000, 200'000, 100'000, 55'000, 21'000, 85'000};
    constexpr std::array exemptions{Exemption::franchise, Exemption::subcontracting,
                                    Exemption::goods_in_union, Exemption::exported_goods,
                                    Exemption::services_abroad};
    if (dice.one_in(15)) return {.category = Category::zero};
    if (dice.one_in(10)) return untaxed(exemptions[static_cast<std::size_t>(dice.below(5))]);
    return taxed(rates[static_cast<std::size_t>(dice.below(6))]);
}

inline billing::Treatment canadian_treatment(Dice& dice)
{
    if (dice.one_in(6)) return {.taxes = {{"TPS", {50'000}}}};
    if (dice.one_in(6)) return {.taxes = {{"TVH", {130'000}}}};
    if (dice.one_in(10)) return {.category = billing::Category::zero};
    if (dice.one_in(15)) return untaxed(billing::Exemption::small_supplier);
    return tps_and_tvq();
}

inline billing::Size any_size(Dice& dice, int digits)
{
    if (dice.one_in(2)) return base::Cents{dice.of_any_size(digits)};
    return base::Rate{dice.one_in(2) ? dice.between(0, 100) * 10'000 : dice.between(0, 1'000'000)};
}

inline billing::Line any_line(Dice& dice, std::int64_t key, billing::Treatment treatment)
{
    auto made = line(key, dice.of_any_size(7) + 1, dice.of_any_size(8), std::move(treatment));
    if (dice.one_in(2)) made.quantity.value = dice.between(1, 20) * base::one_whole;
    if (dice.one_in(20)) made.quantity.value = -made.quantity.value;
    if (dice.one_in(5)) made.discount = any_size(dice, 2);
    if (dice.one_in(12)) made.presence = billing::Presence::proposed;
    return made;
}

/// Many are refused (a discount larger than its line, two reasons of exemption): that is part of
/// it.
inline billing::Document any_document(Dice& dice)
{
    const bool is_canadian = dice.one_in(3);
    billing::Document document{.currency = is_canadian ? base::Currency::CAD : base::Currency::EUR,
                               .prices =
                                   dice.one_in(3) ? billing::Prices::gross : billing::Prices::net};
    std::vector<billing::Treatment> treatments;
    for (auto count = dice.between(1, 3); count > 0; --count)
        treatments.push_back(is_canadian ? canadian_treatment(dice) : french_treatment(dice));
    const auto any_treatment = [&] {
        return treatments[static_cast<std::size_t>(
            dice.below(static_cast<std::int64_t>(treatments.size())))];
    };
    const auto lines = dice.one_in(50) ? 60 : dice.between(1, 8);
    for (std::int64_t key = 1; key <= lines; ++key)
        document.lines.push_back(any_line(dice, key * 3 + 1, any_treatment()));
    for (auto count = dice.one_in(2) ? 0 : dice.between(1, 3); count > 0; --count) {
        billing::Adjustment adjustment{.direction = dice.one_in(3) ? billing::Direction::charge
                                                                   : billing::Direction::discount,
                                       .size = any_size(dice, 4),
                                       .treatment = {}};
        if (dice.one_in(2)) adjustment.treatment = any_treatment();
        document.adjustments.push_back(std::move(adjustment));
    }
    return document;
}

} // namespace billing_kit
