#pragma once

#include "app/demonstration/draw.hpp"
#include "app/demonstration/material.hpp"
#include "app/demonstration/wording.hpp"

#include <cstddef>
#include <optional>

namespace demonstration
{

/// Where a ticket happens and who speaks in it, as positions in the material.
struct Cast {
    std::size_t site = 0;
    std::size_t client = 0;
    std::size_t contact = 0; ///< of the client
    std::size_t assignee = 0;
    std::size_t developer = 0;
    std::size_t lead = 0;
};

/// A site that has what the story needs, then a client of that site who may live it, then one of
/// his contacts, the main one more often. Throws std::runtime_error when nobody may live it.
Cast draw_cast(const Material& material, const Story& story, Draw& draw);
/// The same with that client and his main contact; nothing when he may not live it.
std::optional<Cast> draw_cast_of(const Material& material, const Story& story, std::size_t client,
                                 Draw& draw);

/// The placeholders that people and places give: site, client, contact, prenom, appel…
Wording::Words words_of(const Material& material, const Cast& cast);

} // namespace demonstration
