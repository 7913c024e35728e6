#include "modules/billing/apportion.hpp"

#include "kernel/base/assert.hpp"

#include <algorithm>

namespace billing
{
namespace
{

using base::Wide;

/// (2 × part ± 1) / weight: which part is next to gain or to lose a cent, compared without
/// division.
bool is_smaller(Wide part_a, std::int64_t weight_a, Wide part_b, std::int64_t weight_b)
{
    return part_a * weight_b < part_b * weight_a;
}

std::size_t next_to_gain(const std::vector<std::int64_t>& parts,
                         const std::vector<base::Cents>& weights)
{
    std::size_t best = weights.size();
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (weights[i].value > 0 &&
            (best == weights.size() || is_smaller(2 * Wide{parts[i]} + 1, weights[i].value,
                                                  2 * Wide{parts[best]} + 1, weights[best].value)))
            best = i;
    return best;
}

std::size_t next_to_lose(const std::vector<std::int64_t>& parts,
                         const std::vector<base::Cents>& weights)
{
    std::size_t best = weights.size();
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (parts[i] > 0 &&
            (best == weights.size() || !is_smaller(2 * Wide{parts[i]} - 1, weights[i].value,
                                                   2 * Wide{parts[best]} - 1, weights[best].value)))
            best = i;
    return best;
}

} // namespace

std::vector<base::Cents> apportion(base::Cents total, const std::vector<base::Cents>& weights)
{
    Wide whole = 0;
    for (const auto weight : weights) {
        KERNEL_ASSERT(weight >= base::Cents{});
        whole += weight.value;
    }
    KERNEL_ASSERT(whole > 0 && total >= base::Cents{});

    std::vector<std::int64_t> parts;
    std::int64_t missing = total.value;
    for (const auto weight : weights) {
        const auto part = base::nearest(Wide{total.value} * weight.value, whole);
        parts.push_back(static_cast<std::int64_t>(part));
        missing -= parts.back();
    }
    for (; missing > 0; --missing)
        ++parts[next_to_gain(parts, weights)];
    for (; missing < 0; ++missing)
        --parts[next_to_lose(parts, weights)];

    std::vector<base::Cents> shares;
    for (const auto part : parts)
        shares.push_back({part});
    return shares;
}

} // namespace billing
