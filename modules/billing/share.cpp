#include "kernel/base/refusal.hpp"
#include "modules/billing/apportion.hpp"
#include "modules/billing/parts.hpp"

#include <algorithm>

namespace billing
{
namespace
{

using base::Cents;

/// Treatments with a tax in common, and the rows of their taxes.
struct Family {
    std::vector<std::size_t> treatments;
    std::vector<std::size_t> rows;
};

bool meets(const Family& family, const Figures& whole, const Treatment& treatment)
{
    return std::ranges::any_of(family.rows,
                               [&](std::size_t row) { return counts(whole.rows[row], treatment); });
}

void join(Family& into, const Family& other)
{
    into.treatments.insert(into.treatments.end(), other.treatments.begin(), other.treatments.end());
    for (const auto row : other.rows)
        if (std::ranges::find(into.rows, row) == into.rows.end()) into.rows.push_back(row);
}

std::vector<Family> families_of(const Figures& whole)
{
    std::vector<Family> families;
    for (std::size_t i = 0; i < whole.treatments.size(); ++i) {
        const auto& treatment = whole.treatments[i];
        Family own{.treatments = {i}, .rows = {}};
        for (std::size_t row = 0; row < whole.rows.size(); ++row)
            if (counts(whole.rows[row], treatment)) own.rows.push_back(row);
        std::erase_if(families, [&](const Family& family) {
            const bool is_kin = meets(family, whole, treatment);
            if (is_kin) join(own, family);
            return is_kin;
        });
        families.push_back(std::move(own));
    }
    for (auto& family : families) {
        std::ranges::sort(family.treatments);
        std::ranges::sort(family.rows);
    }
    std::ranges::sort(families, {}, &Family::treatments);
    return families;
}

/// The amounts a share is made of: the nets of a family, then its taxes.
std::vector<Cents> atoms_of(const Family& family, const Taken& available)
{
    std::vector<Cents> atoms;
    for (const auto treatment : family.treatments)
        atoms.push_back(available.nets[treatment]);
    for (const auto row : family.rows)
        atoms.push_back(available.taxes[row]);
    return atoms;
}

void give(Taken& share, const Family& family, const std::vector<Cents>& parts)
{
    auto part = parts.begin();
    for (const auto treatment : family.treatments)
        share.nets[treatment] = *part++;
    for (const auto row : family.rows)
        share.taxes[row] = *part++;
}

} // namespace

bool is_shareable(const Taken& available)
{
    const auto is_positive = [](Cents amount) { return amount >= Cents{}; };
    return std::ranges::all_of(available.nets, is_positive) &&
           std::ranges::all_of(available.taxes, is_positive);
}

Taken share_of(const Figures& whole, const Taken& available, Cents gross)
{
    base::refuse_unless(is_shareable(available), "billing.refusal.mixed_signs");
    auto share = nothing_of(whole);
    share.gross = gross;
    if (gross == Cents{}) return share;

    const auto families = families_of(whole);
    std::vector<Cents> weights;
    for (const auto& family : families)
        weights.push_back(base::sum(atoms_of(family, available)));
    const auto parts = apportion(gross, weights);
    for (std::size_t i = 0; i < families.size(); ++i)
        if (parts[i] > Cents{})
            give(share, families[i], apportion(parts[i], atoms_of(families[i], available)));
    return share;
}

Taken next_share(const Figures& whole, const Taken& available, const Taken& taken, Cents gross)
{
    auto next = left_of(share_of(whole, available, taken.gross + gross), taken);
    if (is_shareable(next)) return next;
    return share_of(whole, left_of(available, taken), gross);
}

} // namespace billing
