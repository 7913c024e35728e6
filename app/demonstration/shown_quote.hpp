#pragma once

#include "app/demonstration/worksite.hpp"
#include "modules/quotes/quote.hpp"

#include <span>
#include <string>
#include <vector>

namespace demonstration
{

/// A quote of the demonstration: `presets/<preset>/demo/quotes.toml`.
struct ShownQuote {
    std::size_t client = 0; ///< positions in the material
    std::size_t member = 0;
    quotes::Quote quote; ///< its words and its deposit
    std::vector<quotes::Line> lines;
    std::string reason; ///< why it was declined
};

/// None when the preset shows none. Throws std::runtime_error that names the wrong place.
std::vector<ShownQuote> read_quotes(std::span<const base::EmbeddedFile> files,
                                    const std::string& preset, const Material& people);

} // namespace demonstration
