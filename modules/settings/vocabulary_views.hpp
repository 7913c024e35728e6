#pragma once

#include "modules/settings/vocabulary_actions.hpp"
#include "modules/settings/word_views.hpp"

#include <optional>

namespace settings
{

struct VocabularyView {
    WordPaths paths;
    html::Html guard;
    std::string in_use;                 ///< its name
    std::string asked;                  ///< the one looked at; empty = none
    std::optional<Switching> switching; ///< what choosing it would do
    html::Html summary;
};
html::Html vocabulary_page(const VocabularyView& view);

} // namespace settings
