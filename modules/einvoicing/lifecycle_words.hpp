#pragma once

#include "modules/einvoicing/transmission.hpp"

#include <string>

/// How the life of an invoice that was sent is said. For this module only.
namespace einvoicing
{

/// « Déposée », « Statut 299 » of one we do not know.
std::string lifecycle_words(const std::string& code);
/// « TX_TVA_ERR · Taux de TVA erroné : 10 % attendus »; empty without a reason.
std::string why_words(const Status& status);

/// Where it stands: what was told last, or how far it is on its way.
struct Standing {
    std::string words;
    const char* tone = "gray"; ///< as ui::tone_named reads it
};
Standing standing_of(const Transmission& transmission);

} // namespace einvoicing
