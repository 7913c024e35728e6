#pragma once

#include "kernel/base/ids.hpp"
#include "modules/letters/content.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace letters
{

using ModelId = base::Id<struct LetterModelTag>;

inline constexpr std::size_t model_name_max = 60;
inline constexpr int models_max = 50; ///< own ones of a workspace
inline constexpr int model_versions_shown = 30;

/// What a letter begins with.
struct Model {
    std::string code; ///< of a ready one "simple", of an own one its id
    std::string name;
    LetterKind kind = LetterKind::letter;
    std::int64_t version = 0; ///< 0: of a ready one, which never changes
    Content content;
    friend bool operator==(const Model&, const Model&) = default;
};

/// The ready ones, in the order in which they are offered; made of words, so they need the
/// catalogue of sentences.
std::vector<Model> every_ready();
std::optional<Model> find_ready(std::string_view code);

} // namespace letters
