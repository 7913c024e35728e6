#pragma once

#include "kernel/db/value.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace db
{

/// Rows asked for by their ids, a lot at a time: the statement says « id IN (:i00, :i01, … :i49) »,
/// a page of fifty rows is one trip to the database.
inline constexpr std::size_t lot_max = 50; // ids

namespace detail
{

inline constexpr auto lot_places = [] {
    std::array<std::array<char, 3>, lot_max> places{};
    for (std::size_t i = 0; i < lot_max; ++i)
        places.at(i) = {'i', static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
    return places;
}();

} // namespace detail

/// The places :i00 to :i49 filled from ids[first] on; those left over hold 0, which is nobody's id.
/// An id is a base::Id or its number.
template <typename Id>
Binds lot_binds(const std::vector<Id>& ids, std::size_t first)
{
    Binds binds;
    binds.reserve(lot_max);
    for (std::size_t i = 0; i < lot_max; ++i) {
        const auto& place = detail::lot_places.at(i);
        binds.emplace_back(std::string_view{place.data(), place.size()},
                           first + i < ids.size() ? ids[first + i] : Id{});
    }
    return binds;
}

} // namespace db
