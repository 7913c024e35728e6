#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace demonstration
{

/// Chance that comes out the same on every machine for a seed (SplitMix64; the distributions of the
/// standard library differ between implementations). Not for secrets.
class Draw
{
  public:
    explicit Draw(std::uint64_t seed) : state_(seed) {}

    /// In [0, bound); 0 for an empty range.
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : next() % bound; }
    /// In [least, most].
    std::int64_t between(std::int64_t least, std::int64_t most)
    {
        return least + static_cast<std::int64_t>(below(static_cast<std::size_t>(most - least + 1)));
    }
    bool chance(std::size_t percent) { return below(100) < percent; }

    template <class T>
    const T& pick(const std::vector<T>& from)
    {
        return from.at(below(from.size()));
    }
    template <class T>
    void shuffle(std::vector<T>& items)
    {
        for (auto left = items.size(); left > 1; --left)
            std::swap(items[left - 1], items[below(left)]);
    }

  private:
    std::uint64_t next()
    {
        auto mixed = state_ += 0x9E3779B97F4A7C15U;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    std::uint64_t state_;
};

} // namespace demonstration
