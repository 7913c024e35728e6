#pragma once

#include "kernel/documents/documents.hpp"
#include "modules/progress/sheet_views.hpp"

namespace progress
{

/// A publication for paper.
struct PaperPost {
    Post post;
    std::vector<documents::Photos::Photo> photos;
    std::vector<PlacedComment> comments;
};
/// All that a client sees of a sheet, in order of time.
struct SheetPaper {
    Reading reading;
    SheetHead head;
    std::vector<PaperPost> posts;
    documents::Letterhead from;
    std::string colour; ///< of the business: "#rrggbb"
};

/// Head, publications, photos, indented comments; what was cancelled is greyed and says so.
documents::Document paper_of(SheetPaper paper);

} // namespace progress
