#pragma once

#include "app/demonstration/material.hpp"
#include "modules/progress/post.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The demonstration of a trade that tells its clients how their worksites advance: what
/// presets/NAME/demo/worksites.toml holds.
namespace demonstration
{

/// A comment, or a reply to the last one before it that is one level up.
struct Remark {
    std::optional<std::size_t> member; ///< position in the business; nothing: the client
    int level = 0;
    int after_hours = 0; ///< since the publication
    std::string text;
};

struct Publication {
    int days_ago = 0;
    std::size_t member = 0; ///< its author, position in the business
    std::string html;
    std::vector<std::string> photos; ///< codes of building_scene
    progress::Mark mark = progress::Mark::none;
    int worked_days_before = 0; ///< 0: the same day
    std::string cancelled;      ///< the reason; empty: it stands
    bool is_draft = false;
    std::vector<Remark> remarks; ///< at most 100
};

struct Worksite {
    std::string identifier;
    std::string title;
    std::size_t client = 0; ///< position in the material
    Place place;
    int started_days_ago = 0;
    int lasts_days = 0; ///< planned
    std::vector<Publication> publications;
};

struct Yard {
    Material people; ///< the business and its clients, each worksite among the sites
    std::vector<Worksite> worksites;
};

bool tells_of_worksites(std::span<const base::EmbeddedFile> files, const std::string& preset);
/// Throws as read_material.
Yard read_yard(std::span<const base::EmbeddedFile> files, const std::string& preset);

} // namespace demonstration
